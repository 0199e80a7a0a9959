using System.Collections.Concurrent;
using Bedrock.Toolkit.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Costs;

/// <summary>
/// What tenants may spend on models: counts what their calls cost, warns, and stops those whose limit is spent. Thread-safe; one budget may serve several
/// clients.
/// </summary>
/// <remarks>
/// Off unless it is set as <see cref="BedrockClientOptions.SpendBudget"/>. A call counts when it ends, by the tokens that its answer tells; a stream that
/// was left before it told them counts by a guess of its input alone. What runs when a limit is reached still ends, so that a limit may be passed by the
/// calls that were under way. In this process alone: several that share a limit need a share of it each. <c>docs/costs.md</c> says more.
/// </remarks>
public sealed class SpendBudget
{
    private readonly SpendBudgetOptions _options;
    private readonly ConcurrentDictionary<string, bool> _unpriced = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SpendAccount> _accounts = new(StringComparer.Ordinal);

    /// <summary>Makes a budget.</summary>
    /// <param name="options">The limits; copied, so that later changes have no effect.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public SpendBudget(SpendBudgetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Copy();
    }

    internal string TenantKey => _options.TenantKey;

    internal PriceTable Prices => _options.Prices!;

    /// <summary>What was spent so far in the present periods.</summary>
    /// <returns>One state for each tenant that has called, sorted by name.</returns>
    public IReadOnlyList<SpendState> GetStates() =>
        [.. _accounts.Values.Select(account => account.State()).OrderBy(state => state.Tenant, StringComparer.Ordinal)];

    /// <summary>What one tenant has spent.</summary>
    /// <param name="tenant">His name; empty for calls that name nobody.</param>
    /// <returns>His state; that of one who spent nothing when he has not called.</returns>
    public SpendState GetState(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return AccountOf(tenant).State();
    }

    /// <summary>Takes the price of something that was no call of this client, such as a batch job.</summary>
    /// <param name="tenant">Who; empty for nobody by name.</param>
    /// <param name="cost">The price, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative.</exception>
    public void Charge(string tenant, decimal cost)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        if (AccountOf(tenant).Charge(cost) is { } state)
        {
            _options.OnWarning?.Invoke(state);
        }
    }

    /// <summary>Takes what a call cost; null when it has no price.</summary>
    internal void Charge(SpendAccount account, ModelId model, decimal? cost, ILogger logger)
    {
        if (cost is null && _unpriced.TryAdd(model.Value, true))
        {
            Log.NoPrice(logger, model.Value);
        }

        if (account.Charge(cost) is not { } state)
        {
            return;
        }

        Log.BudgetNear(logger, state.Spent, state.Limit);
        try
        {
            _options.OnWarning?.Invoke(state);
        }
        catch (Exception e)
        {
            Log.BudgetHandlerFailed(logger, e.GetType().Name);
        }
    }

    internal SpendAccount AccountOf(string tenant) =>
        _accounts.GetOrAdd(tenant,
            static (name, options) => new SpendAccount(name, options.Limits.TryGetValue(name, out decimal limit) ? limit : options.Limit, options),
            _options);
}
