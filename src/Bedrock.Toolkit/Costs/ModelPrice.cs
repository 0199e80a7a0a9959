namespace Bedrock.Toolkit.Costs;

/// <summary>What the tokens of a model cost, in the currency of the table, for a million of them. Immutable and thread-safe.</summary>
/// <remarks>Source: https://aws.amazon.com/bedrock/pricing/</remarks>
/// <param name="Model">The model's bare id, such as <c>amazon.nova-lite-v1:0</c>; or an ARN, for a custom model or an application profile.</param>
/// <param name="Input">Of tokens read that came from no cache; 0 or more.</param>
/// <param name="Output">Of tokens written, reasoning included; 0 or more.</param>
public sealed record ModelPrice(string Model, decimal Input, decimal Output)
{
    /// <summary>The geography of the profile that has this price.</summary>
    /// <value>Such as <c>us</c> or <c>global</c>; null for calls of the bare id in a Region. Profiles of one model have prices of their own.</value>
    public string? Geography { get; init; }

    /// <summary>Of tokens read from the prompt cache.</summary>
    /// <value>As <see cref="Input"/> when null.</value>
    public decimal? CacheRead { get; init; }

    /// <summary>Of tokens written to the prompt cache for five minutes.</summary>
    /// <value>As <see cref="Input"/> when null.</value>
    public decimal? CacheWrite { get; init; }

    /// <summary>Of tokens written to the prompt cache for an hour.</summary>
    /// <value>Twice <see cref="Input"/> when null, as for Claude (unconfirmed for others).</value>
    public decimal? CacheWriteHour { get; init; }

    /// <summary>Above how many tokens of input, cached ones included, a call costs <see cref="LongInput"/> and <see cref="LongOutput"/>.</summary>
    /// <value>Null when there is no such price.</value>
    public int? LongFrom { get; init; }

    /// <summary>As <see cref="Input"/>, of calls above <see cref="LongFrom"/>; prices of the cache rise as it does.</summary>
    /// <value>As <see cref="Input"/> when null.</value>
    public decimal? LongInput { get; init; }

    /// <summary>As <see cref="Output"/>, of calls above <see cref="LongFrom"/>.</summary>
    /// <value>As <see cref="Output"/> when null.</value>
    public decimal? LongOutput { get; init; }

    /// <summary>By how much all prices are multiplied for a record of a batch job.</summary>
    /// <value>0.5 by default.</value>
    public decimal BatchFactor { get; init; } = 0.5m;

    /// <summary>By how much all prices are multiplied in the tier <c>flex</c>.</summary>
    /// <value>0.5 by default (unconfirmed).</value>
    public decimal FlexFactor { get; init; } = 0.5m;

    /// <summary>By how much all prices are multiplied in the tier <c>priority</c>.</summary>
    /// <value>1.75 by default (unconfirmed).</value>
    public decimal PriorityFactor { get; init; } = 1.75m;

    /// <summary>What the tokens that came from the cache would have cost more without it; what was written to it is a part of the cost.</summary>
    internal decimal SavedBy(TokenUsage usage) => (usage.CacheReadInputTokens ?? 0) * (Input - (CacheRead ?? Input)) / 1_000_000;

    internal CallCost CostOf(TokenUsage usage, BedrockServiceTier? tier, bool isBatch)
    {
        long read = (usage.InputTokens ?? 0L) + (usage.CacheReadInputTokens ?? 0) + (usage.CacheWriteInputTokens ?? 0);
        bool isLong = LongFrom is { } from && read > from;
        decimal factor = (isBatch ? BatchFactor : tier == BedrockServiceTier.Flex ? FlexFactor : tier == BedrockServiceTier.Priority ? PriorityFactor : 1)
            / 1_000_000;
        decimal input = isLong ? LongInput ?? Input : Input;
        decimal rise = isLong && Input > 0 ? input / Input : 1;
        long hour = usage.CacheDetails?.Where(detail => detail.Ttl == Converse.CacheTtl.OneHour).Sum(detail => (long)(detail.InputTokens ?? 0)) ?? 0;
        long written = Math.Max(usage.CacheWriteInputTokens ?? 0, hour) - hour;
        return new CallCost(
            (usage.InputTokens ?? 0) * input * factor,
            (usage.OutputTokens ?? 0) * (isLong ? LongOutput ?? Output : Output) * factor,
            (usage.CacheReadInputTokens ?? 0) * (CacheRead ?? Input) * rise * factor,
            ((written * (CacheWrite ?? Input)) + (hour * (CacheWriteHour ?? (2 * Input)))) * rise * factor);
    }

    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return "Model must not be blank.";
        }

        foreach ((string name, decimal? value) in ((string, decimal?)[])
            [(nameof(Input), Input), (nameof(Output), Output), (nameof(CacheRead), CacheRead), (nameof(CacheWrite), CacheWrite),
                (nameof(CacheWriteHour), CacheWriteHour), (nameof(LongInput), LongInput), (nameof(LongOutput), LongOutput), (nameof(LongFrom), LongFrom),
                (nameof(BatchFactor), BatchFactor), (nameof(FlexFactor), FlexFactor), (nameof(PriorityFactor), PriorityFactor)])
        {
            if (value < 0)
            {
                yield return $"{name} of '{Model}' must be 0 or more.";
            }
        }
    }
}
