using System.Diagnostics;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit;

/// <summary>Typed calls to Amazon Bedrock over HTTP. Thread-safe: make one and keep it.</summary>
/// <remarks>
/// Region and credentials come from the options, else from the normal AWS chain when the first call is made.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
/// </remarks>
public sealed partial class BedrockClient : IBedrockClient, IDisposable
{
    private static readonly Func<OpenAnswer, CancellationToken, ValueTask> ReadWholeAnswer = UnaryAnswer.ReadBodyAsync;

    // Another one takes its place when the options change.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile HttpTransport _transport;

    /// <summary>The layer below, for tests.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal HttpTransport Transport => _transport;

    /// <summary>Makes a client with the normal AWS chain for Region and credentials.</summary>
    public BedrockClient()
        : this(new BedrockClientOptions())
    {
    }

    /// <summary>Makes a client for a Region, with the normal AWS chain for credentials.</summary>
    /// <param name="region">Such as <c>eu-central-1</c>.</param>
    /// <exception cref="BedrockConfigurationException">The text has not the form of a Region name.</exception>
    [OverloadResolutionPriority(-1)]
    public BedrockClient(string region)
        : this(OptionsFor(region))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach Bedrock; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockClient(BedrockClientOptions options)
        : this(httpClient: null, options, service: null)
    {
    }

    /// <summary>Makes a client over an HTTP client of yours, which is never disposed by it.</summary>
    /// <remarks>The handler below must have <c>AllowAutoRedirect = false</c>; an answer that came by a redirect is a protocol error.</remarks>
    /// <param name="httpClient">Its <see cref="HttpClient.Timeout"/> must be infinite, or at least <see cref="BedrockClientOptions.FirstByteTimeout"/>.</param>
    /// <param name="options">How to reach Bedrock; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">The HTTP client's time-out would cut long calls, or <see cref="BedrockClientOptions.HandlerFactory"/> is
    /// set.</exception>
    public BedrockClient(HttpClient httpClient, BedrockClientOptions options)
        : this(httpClient ?? throw new ArgumentNullException(nameof(httpClient)), options, service: null)
    {
    }

    /// <summary>Makes a client of another service, over an HTTP client of the caller or one of its own.</summary>
    internal BedrockClient(HttpClient? httpClient, BedrockClientOptions options, AwsService? service)
    {
        BedrockClientOptions copy = Checked(options);
        if (httpClient is not null)
        {
            HttpHandlers.CheckClient(httpClient, copy);
        }

        _transport = new HttpTransport(copy, httpClient, service);
    }

    private BedrockClient(HttpTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public Task<TResponse> CallAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResponse>(cancellationToken);
        }

        HttpTransport transport = _transport;
        ApiCall apiCall = ApiCalls.Create(call, "application/json", transport.Options, options);
        return SendAsync(transport, call, apiCall, cancellationToken);
    }

    /// <inheritdoc/>
    public BedrockStream<TEvent, TResponse> CallStreamAsync<TRequest, TEvent, TResponse>(
        BedrockStreamingCall<TRequest, TEvent, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        HttpTransport transport = _transport;
        ApiCall apiCall = ApiCalls.Create(call, StreamingCall.EventStreamType, transport.Options, options);
        var streaming = new StreamingCall(transport, apiCall);
        IEventSource<TEvent> source = call.CreateSource?.Invoke(streaming)
            ?? new FrameEventSource<TEvent>(streaming, call.Frames ?? new TypedFrameReader<TEvent>(call.ReadEvent, call.ReadMetrics));
        return new BedrockStream<TEvent, TResponse>(source, call.IsEnd, call.CreateFold, cancellationToken);
    }

    private static BedrockClientOptions OptionsFor(string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        return new BedrockClientOptions { Region = region };
    }

    private static BedrockClientOptions Checked(BedrockClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        BedrockClientOptions copy = options.Copy();
        BedrockClientOptionsValidator.ThrowIfInvalid(copy);
        return copy;
    }

    private static async Task<TResponse> SendAsync<TRequest, TResponse>(
        HttpTransport transport, BedrockCall<TRequest, TResponse> call, ApiCall apiCall, CancellationToken cancellationToken)
    {
        using RequestBody body = apiCall.Body;
        using CallClock clock = transport.StartClock(apiCall, cancellationToken);
        using OpenAnswer answer = await transport.Sender.SendAsync(apiCall, clock, ReadWholeAnswer).ConfigureAwait(false);
        try
        {
            TResponse response = call.ReadAnswer is { } read ? read(answer) : UnaryAnswer.Parse(answer, call.ResponseTypeInfo);
            TokenUsage? usage = null;
            BedrockServiceTier? tier = null;
            if (response is BedrockResponse bedrockResponse)
            {
                bedrockResponse.Metadata = answer.Metadata;
                (usage, tier) = answer.IsCounted ? (bedrockResponse.TokenUsage, bedrockResponse.ResolvedTier) : default;
            }

            usage ??= answer.IsCounted ? call.ReadUsage?.Invoke(answer) : null;
            answer.Finish(usage, tier);
            return response;
        }
        catch (Exception e)
        {
            answer.Finish(e);
            throw;
        }
    }
}
