using System.Collections.Concurrent;
using System.IO.Enumeration;
using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit;

/// <summary>
/// Lets calls start at the pace of the account's token quotas, so that the service has no reason to throttle. Thread-safe; one governor may
/// serve several clients, and should where they share an account.
/// </summary>
/// <remarks>
/// Off unless it is set as <see cref="BedrockClientOptions.TokenGovernor"/>. When a call starts, Bedrock reserves its input and its maximum
/// of output against the quota, and settles by what was used when it ends. The governor does the same count beforehand, for each model,
/// Region and kind of profile, for InvokeModel and Converse together; calls that do not fit wait, first come, first served.
/// <c>docs/token-governor.md</c> says more.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html
/// </remarks>
public sealed class TokenGovernor
{
    private readonly TokenQuota[] _quotas;
    private readonly double _headroom;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string ModelId, string Region), GovernedModel> _models = new();
    private readonly ConcurrentDictionary<(string Name, string Region), TokenPool> _pools = new();
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _ungoverned = new(StringComparer.Ordinal);

    /// <summary>Makes a governor.</summary>
    /// <param name="options">The quotas; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public TokenGovernor(TokenGovernorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        _quotas = [.. options.Quotas];
        _headroom = options.Headroom;
        _time = options.TimeProvider;
        MaxQueueTime = options.MaxQueueTime;
    }

    internal TimeSpan? MaxQueueTime { get; }

    /// <summary>How the counts stand.</summary>
    /// <returns>One state for each model, profile or pool and Region that was called so far, sorted by name.</returns>
    public IReadOnlyList<TokenGovernorState> GetStates() =>
        [.. _pools.Values.Select(pool => pool.State()).OrderBy(s => s.Pool, StringComparer.Ordinal).ThenBy(s => s.Region, StringComparer.Ordinal)];

    /// <summary>What is known of an id in a Region.</summary>
    internal GovernedModel Find(string modelId, string region) =>
        _models.TryGetValue((modelId, region), out GovernedModel? model) ? model
            : _models.GetOrAdd((modelId, region), static (key, self) => self.Create(key.ModelId, key.Region), this);

    /// <summary>Whether a warning for an id is due: true once.</summary>
    internal bool ShouldWarn(string modelId) => _warned.TryAdd(modelId, true);

    /// <summary>Whether it is to be told that no quota is for an id: true once.</summary>
    internal bool ShouldTellOfNoQuota(string modelId) => _ungoverned.TryAdd(modelId, true);

    /// <summary>The key of a count: cross-Region profiles count apart from calls on demand, one geography apart from the other.</summary>
    internal static string PoolName(ModelId id) => (id.BaseModel, id.Geography) switch
    {
        (null, _) => id.Value,
        ({ } model, null) => model,
        ({ } model, { } geography) => $"{geography}.{model}",
    };

    private GovernedModel Create(string modelId, string region)
    {
        TokenQuota? quota = Array.Find(_quotas, q => FileSystemName.MatchesSimpleExpression(q.Models, modelId, ignoreCase: false));
        if (quota is null)
        {
            return new GovernedModel(null, 1, 0);
        }

        var id = new ModelId(modelId);
        TokenPool pool = _pools.GetOrAdd(
            (quota.Pool ?? PoolName(id), region),
            static (key, arg) => new TokenPool(key.Name, key.Region, arg.quota, arg.self._headroom, arg.self._time),
            (self: this, quota));
        return new GovernedModel(pool, quota.OutputWeight ?? Models.ModelRules.For(id).OutputWeight, quota.AssumedMaxTokens);
    }
}
