namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>How a batch job goes. Immutable.</summary>
/// <param name="Errors">The share of records that get an error.</param>
/// <param name="Missing">The share of records that get no result.</param>
/// <param name="Seed">Which records those are, and in which order results come.</param>
/// <param name="End">The status at the end; null when it completes.</param>
internal sealed record BatchPlan(double Errors, double Missing, int Seed, string? End)
{
    public static BatchPlan Default { get; } = new(0, 0, 0, null);

    /// <summary>A number from 0 to below 1, the same for the same job, record and purpose.</summary>
    public double Chance(long job, int record, int purpose) =>
        (Draw(unchecked(((ulong)(uint)Seed << 32) ^ Draw((ulong)job * 3) ^ Draw(((ulong)(uint)record << 2) + (ulong)purpose))) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Another order of some numbers, the same for the same job.</summary>
    public void Shuffle(int[] numbers, long job)
    {
        for (int i = numbers.Length - 1; i > 0; i--)
        {
            int other = (int)(Chance(job, i, purpose: 2) * (i + 1));
            (numbers[i], numbers[other]) = (numbers[other], numbers[i]);
        }
    }

    // SplitMix64.
    private static ulong Draw(ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
            return state ^ (state >> 31);
        }
    }
}

/// <summary>What is known of a batch job beside its resource. Used under the state's lock.</summary>
/// <param name="plan">How it goes.</param>
/// <param name="number">Which of the jobs it is, from 1.</param>
internal sealed class BatchJobState(BatchPlan plan, long number)
{
    public BatchPlan Plan => plan;

    public long Number => number;

    /// <summary>Whether its files were looked at.</summary>
    public bool IsRead { get; set; }

    /// <summary>Whether its results are written.</summary>
    public bool IsRun { get; set; }

    /// <summary>The input files; empty when its bucket is none of the simulated S3.</summary>
    public IReadOnlyList<BatchFile> Files { get; set; } = [];

    public int Records => Files.Sum(static file => file.Records.Count);
}
