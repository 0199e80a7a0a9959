namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>How far a batch is. Immutable and thread-safe.</summary>
public sealed record BatchProgress
{
    /// <summary>What is being done.</summary>
    public BatchState State { get; init; }

    /// <summary>Which time the records are sent.</summary>
    /// <value>1 for the first time.</value>
    public int Round { get; init; }

    /// <summary>How many records the run has, as far as they are written.</summary>
    public long Records { get; init; }

    /// <summary>How many records of this round the service has worked on.</summary>
    /// <value>By its own count for jobs that run.</value>
    public long Processed { get; init; }

    /// <summary>How many records this round has.</summary>
    public long RoundRecords { get; init; }

    /// <summary>How many answers were handed over.</summary>
    public long Succeeded { get; init; }

    /// <summary>How many failures were handed over.</summary>
    public long Failed { get; init; }

    /// <summary>How many results have a record id that this run did not give, or had already: they belong to no key, and are passed over.</summary>
    public long Unknown { get; init; }

    /// <summary>How many jobs of this round have not ended.</summary>
    public int RunningJobs { get; init; }

    /// <summary>How many jobs of this round have ended.</summary>
    public int EndedJobs { get; init; }

    /// <summary>The status of the job that was looked at last.</summary>
    /// <value>Null as long as there is none.</value>
    public ModelInvocationJobStatus? JobStatus { get; init; }

    /// <summary>Time since the waiting for this round began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The time that the rest of the round needs at the rate so far.</summary>
    /// <value>Null when nothing is processed yet.</value>
    public TimeSpan? Remaining => Processed > 0 && Elapsed > TimeSpan.Zero ? Elapsed * (Math.Max(0, RoundRecords - Processed) / (double)Processed) : null;
}

/// <summary>What a batch is doing.</summary>
public enum BatchState
{
    /// <summary>Records are checked and written to S3.</summary>
    Writing,

    /// <summary>Jobs run.</summary>
    Waiting,

    /// <summary>Results are read.</summary>
    Reading,

    /// <summary>Every key was handed over.</summary>
    Ended,
}
