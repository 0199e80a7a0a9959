namespace Bedrock.Toolkit.Tests.Throttling;

/// <summary>The service's side of a token quota, as AWS describes it: a bucket that refuses a call whose reservation does not fit. It knows the true
/// counts.</summary>
internal sealed class SimulatedQuota(long tokensPerMinute, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private double _level = tokensPerMinute;
    private double _at;

    public double Used { get; private set; }

    public int Throttled { get; private set; }

    /// <summary>What a perfect caller could have used until now: the full bucket, and everything that ran into it.</summary>
    public double Offered => tokensPerMinute * (1 + (time.GetElapsedTime(_start).TotalSeconds / 60));

    public bool TryStart(SimulatedCall call)
    {
        Refill();
        if (_level < call.InputTokens + call.MaxTokens)
        {
            Throttled++;
            return false;
        }

        _level -= call.InputTokens + call.MaxTokens;
        return true;
    }

    public void End(SimulatedCall call)
    {
        Refill();
        double used = call.InputTokens + (call.OutputTokens * call.OutputWeight);
        _level = Math.Min(tokensPerMinute, _level + call.InputTokens + call.MaxTokens - used);
        Used += used;
    }

    private void Refill()
    {
        double now = time.GetElapsedTime(_start).TotalSeconds;
        _level = Math.Min(tokensPerMinute, _level + (tokensPerMinute * (now - _at) / 60));
        _at = now;
    }
}
