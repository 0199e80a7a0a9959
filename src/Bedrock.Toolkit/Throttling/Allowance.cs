namespace Bedrock.Toolkit.Throttling;

/// <summary>One quota as a bucket: full at first, refilled evenly, with debt where a call used more than it reserved. Not thread-safe.</summary>
internal sealed class Allowance
{
    // Sums of fractions of tokens: a hair less than needed is enough.
    private const double Tolerance = 1e-6;

    private readonly double _quota;
    private readonly TimeSpan _period;
    private readonly double _headroom;
    private double _share = 1;

    /// <param name="quota">What there is in a period.</param>
    /// <param name="period">How long the quota is for.</param>
    /// <param name="headroom">The share of the quota that is left free when something is taken.</param>
    public Allowance(double quota, TimeSpan period, double headroom)
    {
        _quota = quota;
        _period = period;
        _headroom = headroom * quota;
        Level = quota;
    }

    public double Level { get; private set; }

    /// <summary>What may turn out to have been guessed too large for the calls that run. The service, which knows better, may be full already; so
    /// this much is not filled up.</summary>
    public double Doubtful { get; set; }

    private double Capacity => _quota * _share;

    private double Full => Math.Max(0, Capacity - Doubtful);

    /// <summary>Lets time pass.</summary>
    /// <param name="elapsed">Since the last time.</param>
    /// <param name="share">The share of the quota that is made use of.</param>
    public void Refill(TimeSpan elapsed, double share)
    {
        _share = share;
        Level = Math.Min(Level, Capacity);
        Level = Math.Min(Math.Max(Level, Full), Level + (Capacity * (elapsed / _period)));
    }

    public bool Has(double amount) => Level >= Needed(amount) - Tolerance;

    /// <summary>How long until an amount is there; zero when it is.</summary>
    public TimeSpan TimeUntil(double amount) =>
        Has(amount) ? TimeSpan.Zero : _period * ((Needed(amount) - Level) / Capacity);

    public void Take(double amount) => Level -= amount;

    /// <summary>Gives back what was not used; a negative amount is used on top.</summary>
    public void Return(double amount) => Level = Math.Min(Math.Max(Level, Full), Level + amount);

    /// <summary>The service says that nothing is left.</summary>
    public void Empty() => Level = Math.Min(Level, 0);

    // A call for more than there ever is starts on a full bucket: the quota was set too low, or the service will say that it cannot be.
    private double Needed(double amount) => Math.Min(amount + _headroom, Capacity);
}
