using Microsoft.Extensions.Logging;

namespace Bedrock.Toolkit.Costs;

/// <summary>What one call costs its tenant; charged once, when it ends. For one thread at a time.</summary>
/// <param name="budget">The budget.</param>
/// <param name="account">Who pays.</param>
/// <param name="model">The id as it was called.</param>
/// <param name="guess">The tokens of the input, for an answer that tells none.</param>
/// <param name="logger">Where warnings go.</param>
internal sealed class CallSpend(SpendBudget budget, SpendAccount account, ModelId model, int guess, ILogger logger)
{
    private TokenUsage? _usage;
    private BedrockServiceTier? _tier;

    /// <summary>The answer said what it used; the last report counts.</summary>
    public void Report(TokenUsage? usage, BedrockServiceTier? tier)
    {
        _usage = usage ?? _usage;
        _tier = tier ?? _tier;
    }

    /// <summary>Charges what was reported, else what the headers say.</summary>
    public void Settle(BedrockResponseMetadata headers)
    {
        TokenUsage usage = _usage ?? TokenUsage.From(null, headers) ?? new TokenUsage { InputTokens = guess };
        budget.Charge(account, model, budget.Prices.CostOf(model, usage, _tier ?? headers.ServiceTier)?.Total, logger);
    }
}
