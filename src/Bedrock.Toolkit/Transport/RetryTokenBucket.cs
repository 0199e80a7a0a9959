namespace Bedrock.Toolkit.Transport;

/// <summary>What the retries of a client may cost together: while a service is down the bucket runs empty, and calls fail at once instead of adding
/// load. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html</remarks>
internal sealed class RetryTokenBucket
{
    public const int DefaultCapacity = 500;

    private readonly int _capacity;
    private int _tokens;

    public RetryTokenBucket(int capacity = DefaultCapacity)
    {
        _capacity = capacity;
        _tokens = capacity;
    }

    public int Tokens
    {
        get => Volatile.Read(ref _tokens);
        init => _tokens = value;
    }

    /// <summary>Takes tokens, all of them or none.</summary>
    public bool TryTake(int cost)
    {
        int before = Volatile.Read(ref _tokens);
        while (before >= cost)
        {
            int seen = Interlocked.CompareExchange(ref _tokens, before - cost, before);
            if (seen == before)
            {
                return true;
            }

            before = seen;
        }

        return false;
    }

    /// <summary>Gives tokens back, up to the capacity.</summary>
    public void Return(int tokens)
    {
        int before = Volatile.Read(ref _tokens);
        while (before < _capacity)
        {
            int seen = Interlocked.CompareExchange(ref _tokens, Math.Min(_capacity, before + tokens), before);
            if (seen == before)
            {
                return;
            }

            before = seen;
        }
    }
}
