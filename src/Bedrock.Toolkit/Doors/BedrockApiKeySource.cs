using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Doors;

/// <summary>Gives short-term API keys: one for all callers, and a new one before it ends. Thread-safe; keep it.</summary>
public sealed class BedrockApiKeySource
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);
    private static readonly AwsService Signed = new("bedrock", "Bedrock", "bedrock", TakesApiKeys: false);

    private readonly BedrockClientOptions _options;
    private readonly TimeSpan _lifetime;
    private readonly Identity _identity;
    private readonly AsyncOnce<string> _region;
    private readonly Lock _lock = new();
    private volatile Kept? _kept;
    private Task<Kept>? _making;

    /// <summary>Makes a source.</summary>
    /// <param name="options">Credentials, Region and clock; copied, so that later changes have no effect.</param>
    /// <param name="lifetime">The life of each key: 1 second to 12 hours.</param>
    /// <exception cref="ArgumentOutOfRangeException">The life is too short or too long.</exception>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockApiKeySource(BedrockClientOptions options, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, BedrockApiKey.MaxLifetime);
        _options = options.Copy();
        BedrockClientOptionsValidator.ThrowIfInvalid(_options);
        _lifetime = lifetime;
        _identity = new Identity(_options, Signed);
        _region = new AsyncOnce<string>(() => Task.FromResult(AwsChain.ResolveRegion(_options)));
    }

    /// <summary>How many keys were made.</summary>
    internal int Made { get; private set; }

    /// <summary>The key of now, with at least a tenth of its life, or 5 minutes, before it.</summary>
    /// <param name="cancellationToken">Cancels waiting; the key is made all the same, for others.</param>
    /// <returns>The key.</returns>
    /// <exception cref="BedrockAuthenticationException">There are no credentials; the message says what to do.</exception>
    public ValueTask<BedrockApiKey> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_kept is { } kept && _options.TimeProvider.GetUtcNow() < kept.RenewAt)
        {
            return ValueTask.FromResult(kept.Key);
        }

        Task<Kept> making;
        lock (_lock)
        {
            // Who comes behind the one that made it finds it already.
            if (_kept is { } other && _options.TimeProvider.GetUtcNow() < other.RenewAt)
            {
                return ValueTask.FromResult(other.Key);
            }

            if (_making is null or { IsCompleted: true })
            {
                _making = Task.Run(MakeAsync, CancellationToken.None);
            }

            making = _making;
        }

        return WaitAsync(making, cancellationToken);
    }

    private static async ValueTask<BedrockApiKey> WaitAsync(Task<Kept> making, CancellationToken cancellationToken) =>
        (await making.WaitAsync(cancellationToken).ConfigureAwait(false)).Key;

    private async Task<Kept> MakeAsync()
    {
        string region = await _region.GetAsync(CancellationToken.None).ConfigureAwait(false);
        Caller caller = await _identity.GetAsync(CancellationToken.None).ConfigureAwait(false);
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        var key = BedrockApiKey.Create(caller.Credentials!, region, (int)_lifetime.TotalSeconds, now, _identity.Expires);
        TimeSpan margin = (key.Expires - now) / 10;
        var kept = new Kept(key, key.Expires - (margin < LongestMargin ? margin : LongestMargin));
        Made++;
        _kept = kept;
        return kept;
    }

    private sealed record Kept(BedrockApiKey Key, DateTimeOffset RenewAt);
}
