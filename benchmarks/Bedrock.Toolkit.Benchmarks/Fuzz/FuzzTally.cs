using System.Globalization;

namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>What came of the inputs of a target.</summary>
internal sealed class FuzzTally
{
    private long _accepted;
    private long _bytes;
    private TimeSpan _slowest;
    private long _mostAllocated;

    /// <summary>How many inputs were tried.</summary>
    public long Inputs { get; private set; }

    /// <summary>Adds an input.</summary>
    public void Add(FuzzOutcome outcome, TimeSpan elapsed, long allocated)
    {
        Inputs++;
        _accepted += outcome.IsAccepted ? 1 : 0;
        _bytes += outcome.Bytes;
        _slowest = elapsed > _slowest ? elapsed : _slowest;
        _mostAllocated = Math.Max(_mostAllocated, allocated);
    }

    /// <summary>One line of the report.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Inputs} inputs of {_bytes / Math.Max(1, Inputs)} bytes on the average, {_accepted} read, {Inputs - _accepted} refused; slowest {_slowest.TotalMilliseconds:F0} ms, most allocated {_mostAllocated / 1024} KiB");
}
