namespace Bedrock.Toolkit;

/// <summary>Adds up the tokens of many calls. Thread-safe.</summary>
internal sealed class UsageSum
{
    private readonly Lock _lock = new();
    private long? _input;
    private long? _total;

    /// <summary>The input tokens; null when no call counted any.</summary>
    public long? Input
    {
        get
        {
            lock (_lock)
            {
                return _input;
            }
        }
    }

    /// <summary>The sum; null when no call counted anything.</summary>
    public TokenUsage? Total
    {
        get
        {
            lock (_lock)
            {
                return _input is null && _total is null ? null : new TokenUsage { InputTokens = Clamped(_input), TotalTokens = Clamped(_total) };
            }
        }
    }

    public void Add(TokenUsage? usage)
    {
        if (usage is null)
        {
            return;
        }

        lock (_lock)
        {
            _input = Sum(_input, usage.InputTokens);
            _total = Sum(_total, usage.TotalTokens);
        }
    }

    private static long? Sum(long? sum, int? more) => more is null ? sum : (sum ?? 0) + more;

    private static int? Clamped(long? sum) => sum is null ? null : (int)Math.Min(sum.Value, int.MaxValue);
}
