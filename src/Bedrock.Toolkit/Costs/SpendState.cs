namespace Bedrock.Toolkit.Costs;

/// <summary>What a tenant had spent at a moment. Immutable and thread-safe.</summary>
public sealed record SpendState
{
    /// <summary>Who.</summary>
    /// <value>The value of <see cref="SpendBudgetOptions.TenantKey"/>; empty for calls that name nobody.</value>
    public required string Tenant { get; init; }

    /// <summary>What he may spend in a period.</summary>
    public required decimal Limit { get; init; }

    /// <summary>What his calls cost in this period, in the currency of the prices, as far as they have a price.</summary>
    public required decimal Spent { get; init; }

    /// <summary>How many calls ended with tokens that were counted.</summary>
    public required long Calls { get; init; }

    /// <summary>How many of them are not in <see cref="Spent"/>, because the table has no price for their model or tier.</summary>
    public required long UnpricedCalls { get; init; }

    /// <summary>When this period ends.</summary>
    /// <value>Null when it never does.</value>
    public DateTimeOffset? PeriodEnd { get; init; }

    /// <summary>Whether the limit is spent.</summary>
    public bool IsSpent => Spent >= Limit;
}
