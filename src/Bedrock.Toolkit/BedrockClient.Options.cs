using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit;

/// <content>Clients made from this one, and options that change while it is in use.</content>
public sealed partial class BedrockClient
{
    private readonly Lock _changing = new();
    private readonly List<HttpTransport> _retired = [];
    private IDisposable? _subscription;
    private bool _isDisposed;

    /// <summary>A client with other options over the same connections: another account, Region, time limit or request metadata, for a tenant or a
    /// job.</summary>
    /// <remarks>
    /// Cheap enough for each tenant; keep it for as long as the tenant's calls go on, because it finds Region and credentials anew. Disposing one
    /// leaves the others alone: the connections close with the last of them.
    /// </remarks>
    /// <param name="configure">Changes the options, which begin as this client's.</param>
    /// <returns>The new client.</returns>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">A setting that belongs to the connections was changed.</exception>
    /// <exception cref="ObjectDisposedException">This client is disposed.</exception>
    public BedrockClient WithOptions(Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        HttpTransport transport = _transport;
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        BedrockClientOptions options = transport.Options.Copy();
        configure(options);
        if (options.HandlerFactory != transport.Options.HandlerFactory || HasOtherConnections(options, transport.Options))
        {
            throw new ArgumentException(
                "HandlerFactory, ConnectTimeout, MaxConnections and Proxy belong to the connections, which clients made by WithOptions share: make a new "
                    + "BedrockClient instead.", nameof(configure));
        }

        return new BedrockClient(new HttpTransport(Checked(options), transport.Pool.Share(), transport.Service));
    }

    /// <inheritdoc/>
    IBedrockClient IBedrockClient.WithOptions(Action<BedrockClientOptions> configure) => WithOptions(configure);

    /// <summary>Takes new options for the calls that begin from now on; those under way end as they began.</summary>
    internal void Reload(BedrockClientOptions options)
    {
        BedrockClientOptions copy = Checked(options);
        lock (_changing)
        {
            if (_isDisposed)
            {
                return;
            }

            HttpTransport before = _transport;
            copy.HandlerFactory = before.Options.HandlerFactory;
            copy.LoggerFactory ??= before.Options.LoggerFactory;
            bool isOtherPool = before.Pool.IsOwn && copy.HandlerFactory is null && HasOtherConnections(copy, before.Options);
            if (isOtherPool)
            {
                // Its connections serve the calls under way; they close with the client.
                _transport = new HttpTransport(copy, http: null, before.Service);
                _retired.Add(before);
            }
            else
            {
                _transport = new HttpTransport(copy, before.Pool.Share(), before.Service);
                before.Pool.Release();
            }

            before.ReplaceBy(_transport);
        }
    }

    private static bool HasOtherConnections(BedrockClientOptions one, BedrockClientOptions other) =>
        one.ConnectTimeout != other.ConnectTimeout || one.MaxConnections != other.MaxConnections || one.Proxy != other.Proxy;

    /// <summary>Keeps what follows changes of the options for as long as the client lives.</summary>
    internal void Follow(IDisposable? subscription) => _subscription = subscription;

    /// <summary>
    /// Closes the client's own connections, unless a client made by <see cref="WithOptions"/> still uses them; calls that run fail, calls that start
    /// later throw <see cref="ObjectDisposedException"/>.
    /// </summary>
    public void Dispose()
    {
        lock (_changing)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _subscription?.Dispose();
            _transport.Dispose();
            _retired.ForEach(transport => transport.Dispose());
        }
    }
}
