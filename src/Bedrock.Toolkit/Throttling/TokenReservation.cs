namespace Bedrock.Toolkit.Throttling;

/// <summary>The tokens that are set aside for one call, from its start until they are settled by disposing. Settled once; the reports may come from
/// any thread.</summary>
internal sealed class TokenReservation : IDisposable
{
    private readonly TokenPool _pool;
    private bool _refused;
    private int _settled;

    public TokenReservation(TokenPool pool, in TokenDemand demand)
    {
        _pool = pool;
        Demand = demand;
    }

    public TokenDemand Demand { get; }

    public string Region => _pool.Region;

    /// <summary>Tokens that the input was guessed to have.</summary>
    public double Input { get; set; }

    /// <summary>Tokens taken from the quota when the call started.</summary>
    public double Taken { get; set; }

    /// <summary>What the answer counted; null as long as it did not.</summary>
    public TokenUsage? Usage { get; private set; }

    /// <summary>The answer said what it used; the last report counts.</summary>
    public void Report(TokenUsage? usage) => Usage = usage ?? Usage;

    /// <summary>The headers of the answer, or the metrics of a stream's end, said what it used.</summary>
    public void Report(BedrockResponseMetadata? metadata) => Report(TokenUsage.From(null, metadata));

    /// <summary>The service throttled an attempt of the call.</summary>
    /// <returns>The share of the quota that is made use of from now on.</returns>
    public double Throttled(TimeSpan? retryAfter) => _pool.Throttled(retryAfter);

    /// <summary>The service answered with an error, or nothing was sent: nothing was used.</summary>
    public void Refused() => _refused = true;

    /// <summary>Settles by what was reported; without a report, by a guess that is on the safe side.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _settled, 1) == 0)
        {
            _pool.Settle(this, _refused);
        }
    }
}

/// <summary>What a call asks for.</summary>
/// <param name="Input">The size of its body.</param>
/// <param name="MaxTokens">The most tokens that it may write.</param>
/// <param name="OutputWeight">How many tokens of the quota a written token takes.</param>
internal readonly record struct TokenDemand(InputSize Input, int MaxTokens, double OutputWeight);
