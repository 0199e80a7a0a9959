namespace Bedrock.Toolkit;

/// <summary>How a <see cref="TokenGovernor"/> works. Not thread-safe; a governor takes a copy when it is made.</summary>
public sealed class TokenGovernorOptions
{
    /// <summary>The quotas; the first one that fits an id is taken.</summary>
    /// <value>Empty by default. A call that no quota fits is not governed.</value>
    public IList<TokenQuota> Quotas { get; } = [];

    /// <summary>The longest time that a call may wait for its turn.</summary>
    /// <value>
    /// Positive; null (as long as it takes) by default. A call that would wait longer fails with a <see cref="BedrockThrottlingException"/>
    /// without having been sent. <see cref="BedrockClientOptions.OverallTimeout"/> includes the waiting.
    /// </value>
    public TimeSpan? MaxQueueTime { get; set; }

    /// <summary>The share of a quota that is kept free when a call starts, for calls whose input was guessed too small.</summary>
    /// <value>0 to 0.5; 0.02 by default. It costs no throughput: only the last free tokens are not given away.</value>
    public double Headroom { get; set; } = 0.02;

    /// <summary>The clock that quotas refill by.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal void ThrowIfInvalid()
    {
        List<string> faults = [];
        for (int i = 0; i < Quotas.Count; i++)
        {
            Check(Quotas[i], $"Quotas[{i}]", faults);
        }

        if (MaxQueueTime is { } wait && (wait <= TimeSpan.Zero || wait.TotalMilliseconds > int.MaxValue))
        {
            faults.Add($"MaxQueueTime must be positive and at most 24 days; it is {wait}.");
        }

        if (Headroom is not (>= 0 and <= 0.5))
        {
            faults.Add("Headroom must be 0 to 0.5.");
        }

        if (TimeProvider is null)
        {
            faults.Add("TimeProvider must not be null.");
        }

        if (faults.Count > 0)
        {
            throw new BedrockConfigurationException(faults);
        }
    }

    private static void Check(TokenQuota? quota, string name, List<string> faults)
    {
        if (quota is null)
        {
            faults.Add($"{name} must not be null.");
            return;
        }

        if (string.IsNullOrWhiteSpace(quota.Models))
        {
            faults.Add($"{name}.Models must not be blank; '*' stands for all ids.");
        }

        if (quota is { TokensPerMinute: null, TokensPerDay: null, RequestsPerMinute: null, MaxConcurrency: null })
        {
            faults.Add($"{name} sets no limit: set TokensPerMinute, TokensPerDay, RequestsPerMinute or MaxConcurrency.");
        }

        CheckPositive(quota.TokensPerMinute, $"{name}.TokensPerMinute", faults);
        CheckPositive(quota.TokensPerDay, $"{name}.TokensPerDay", faults);
        CheckPositive(quota.RequestsPerMinute, $"{name}.RequestsPerMinute", faults);
        CheckPositive(quota.MaxConcurrency, $"{name}.MaxConcurrency", faults);
        if (quota.OutputWeight is { } weight && !(double.IsFinite(weight) && weight > 0))
        {
            faults.Add($"{name}.OutputWeight must be positive.");
        }

        if (quota.AssumedMaxTokens < 0)
        {
            faults.Add($"{name}.AssumedMaxTokens must be 0 or more.");
        }

        if (quota.Pool is { } pool && string.IsNullOrWhiteSpace(pool))
        {
            faults.Add($"{name}.Pool must not be blank: leave it out to count every model apart.");
        }
    }

    private static void CheckPositive(long? value, string name, List<string> faults)
    {
        if (value is <= 0)
        {
            faults.Add($"{name} must be positive; leave it out for no limit.");
        }
    }
}
