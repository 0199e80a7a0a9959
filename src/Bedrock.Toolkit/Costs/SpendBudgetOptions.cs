namespace Bedrock.Toolkit.Costs;

/// <summary>What may be spent, and by whom. Not thread-safe; a <see cref="SpendBudget"/> takes a copy when it is made.</summary>
public sealed class SpendBudgetOptions
{
    /// <summary>What the tokens cost.</summary>
    public PriceTable? Prices { get; set; }

    /// <summary>What each tenant may spend in a period, in the currency of <see cref="Prices"/>.</summary>
    /// <value>Positive.</value>
    public decimal Limit { get; set; }

    /// <summary>The limits of tenants that have one of their own.</summary>
    /// <value>Positive each; empty by default.</value>
    public IDictionary<string, decimal> Limits { get; private set; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>The key of the request metadata whose value names the tenant.</summary>
    /// <value><c>tenant</c> by default. Calls without it share one account, whose name is empty.</value>
    public string TenantKey { get; set; } = "tenant";

    /// <summary>The share of a limit at which <see cref="OnWarning"/> is called.</summary>
    /// <value>Above 0, at most 1; 0.8 by default.</value>
    public double WarnAt { get; set; } = 0.8;

    /// <summary>Called when a tenant passes <see cref="WarnAt"/>, and when he passes his limit; once for each and period.</summary>
    /// <remarks>On the thread that ended the call; what it throws is logged by its type and goes no further.</remarks>
    /// <value>Null (only the log tells) by default.</value>
    public Action<SpendState>? OnWarning { get; set; }

    /// <summary>Whether a tenant whose limit is spent may go on, with warnings alone.</summary>
    /// <value>False by default: his next call fails with a <see cref="BedrockBudgetExceededException"/> without having been sent.</value>
    public bool OnlyWarns { get; set; }

    /// <summary>After how long what was spent is forgotten.</summary>
    /// <value>Positive, counted from the first call of a tenant in it; null (never) by default.</value>
    public TimeSpan? Period { get; set; }

    /// <summary>The clock of the periods.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal SpendBudgetOptions Copy()
    {
        var copy = (SpendBudgetOptions)MemberwiseClone();
        copy.Limits = new Dictionary<string, decimal>(Limits, StringComparer.Ordinal);
        List<string> faults = [];
        Check(Prices is not null, "Prices must be set: PriceTable.Sample has figures for trying things out.", faults);
        Check(Limit > 0, "Limit must be positive.", faults);
        Check(Limits.Values.All(limit => limit > 0), "Limits must be positive.", faults);
        Check(!string.IsNullOrWhiteSpace(TenantKey), "TenantKey must not be blank.", faults);
        Check(WarnAt is > 0 and <= 1, "WarnAt must be above 0 and at most 1.", faults);
        Check(Period is null || Period > TimeSpan.Zero, "Period must be positive; leave it out for none.", faults);
        Check(TimeProvider is not null, "TimeProvider must not be null.", faults);
        return faults.Count == 0 ? copy : throw new BedrockConfigurationException(faults);
    }

    private static void Check(bool isSo, string otherwise, List<string> faults)
    {
        if (!isSo)
        {
            faults.Add(otherwise);
        }
    }
}
