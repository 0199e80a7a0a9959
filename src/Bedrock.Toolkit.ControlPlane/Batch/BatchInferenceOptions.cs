namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>How <see cref="BatchInference"/> runs: places, role, limits of the service, waiting. Not thread-safe; copied when the batch is made.</summary>
/// <remarks>The limits are the service's default quotas; raise them when your account has more.
/// Source: https://docs.aws.amazon.com/general/latest/gr/bedrock.html</remarks>
public sealed class BatchInferenceOptions
{
    /// <summary>How many records a job needs by default.</summary>
    public const int DefaultMinRecords = 100;

    /// <summary>How many records a job and a file take by default.</summary>
    public const int DefaultMaxRecords = 100_000;

    /// <summary>How many bytes a file takes by default.</summary>
    public const long DefaultMaxBytesPerFile = 1_000_000_000;

    /// <summary>How many bytes the files of a job take together by default.</summary>
    public const long DefaultMaxBytesPerJob = 5_000_000_000;

    private const int MaxPrefix = 30;
    private const int MinTimeoutHours = 24;
    private const int MaxTimeoutHours = 168;

    /// <summary>Where the inputs go.</summary>
    /// <value>Required, such as <c>s3://bucket/prefix/</c>, with a slash at its end. Each run has a folder of its own below it.</value>
    public required string InputUri { get; set; }

    /// <summary>Where the service writes the results.</summary>
    /// <value>Required, such as <c>s3://bucket/prefix/</c>, with a slash at its end. Each run has a folder of its own below it.</value>
    public required string OutputUri { get; set; }

    /// <summary>The role that the service reads and writes with.</summary>
    /// <value>Required, an IAM role that trusts <c>bedrock.amazonaws.com</c>.</value>
    public required string RoleArn { get; set; }

    /// <summary>The file in which a run remembers what it did: a run that was stopped at any point goes on from it.</summary>
    /// <value>Required, one file for each set of records. It holds keys and names of jobs, never requests or answers.</value>
    public required string ManifestPath { get; set; }

    /// <summary>How the names of the jobs begin.</summary>
    /// <value>1 to 30 letters, digits and inner hyphens; <c>batch</c> by default.</value>
    public string JobNamePrefix { get; set; } = "batch";

    /// <summary>The fewest records that a job may have.</summary>
    /// <value>100 by default, and 1 or more; the service refuses smaller jobs, with some models a quota of their own says how many.</value>
    public int MinRecords { get; set; } = DefaultMinRecords;

    /// <summary>The most records of one file.</summary>
    /// <value>100,000 by default.</value>
    public int MaxRecordsPerFile { get; set; } = DefaultMaxRecords;

    /// <summary>The most records of one job.</summary>
    /// <value>100,000 by default; at least twice <see cref="MinRecords"/>, so that a rest is never too small.</value>
    public int MaxRecordsPerJob { get; set; } = DefaultMaxRecords;

    /// <summary>The largest file.</summary>
    /// <value>1,000,000,000 bytes by default.</value>
    public long MaxBytesPerFile { get; set; } = DefaultMaxBytesPerFile;

    /// <summary>The most bytes of all files of one job.</summary>
    /// <value>5,000,000,000 by default.</value>
    public long MaxBytesPerJob { get; set; } = DefaultMaxBytesPerJob;

    /// <summary>How often a record is sent at most: what failed or has no result goes into jobs of a next round, as long as there are enough for one.</summary>
    /// <value>1 or more; 3 by default. With 1 nothing is sent again.</value>
    public int MaxRounds { get; set; } = 3;

    /// <summary>When the service gives a job up.</summary>
    /// <value>24 to 168 hours; the service's default when null.</value>
    public int? TimeoutHours { get; set; }

    /// <summary>Tags of each job.</summary>
    /// <value>None when null.</value>
    public IList<ControlTag>? Tags { get; set; }

    /// <summary>The KMS key for what is written to S3: inputs and results.</summary>
    /// <value>An id, ARN or alias; what the buckets do by themselves when null.</value>
    public string? KmsKeyId { get; set; }

    /// <summary>The network in which the jobs reach S3.</summary>
    /// <value>None when null.</value>
    public VpcConfig? VpcConfig { get; set; }

    /// <summary>How long to wait between two questions about the jobs.</summary>
    /// <value>One minute by default; more than zero.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The clock of waiting and progress.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Told how far the run is, after each file, each look at the jobs, and each job that was read.</summary>
    /// <value>None when null.</value>
    public IProgress<BatchProgress>? Progress { get; set; }

    internal BatchInferenceOptions Checked()
    {
        S3Place.Parse(InputUri, nameof(InputUri));
        S3Place.Parse(OutputUri, nameof(OutputUri));
        Require(!string.IsNullOrWhiteSpace(RoleArn), nameof(RoleArn), "is required: the service reads and writes S3 with it");
        Require(!string.IsNullOrWhiteSpace(ManifestPath), nameof(ManifestPath), "is required: without it a run that was stopped would be paid twice");
        Require(JobNamePrefix is { Length: >= 1 and <= MaxPrefix } && char.IsAsciiLetterOrDigit(JobNamePrefix[0])
            && JobNamePrefix.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'), nameof(JobNamePrefix),
            $"takes 1 to {MaxPrefix} letters, digits and hyphens, the first one no hyphen");
        Require(MinRecords >= 1, nameof(MinRecords), "takes 1 or more");
        Require(MaxRecordsPerFile >= 1, nameof(MaxRecordsPerFile), "takes 1 or more");
        Require(MaxRecordsPerJob >= 2L * MinRecords, nameof(MaxRecordsPerJob), $"takes at least twice {nameof(MinRecords)}, so that a rest is never too small");
        Require(MaxBytesPerFile >= 1, nameof(MaxBytesPerFile), "takes 1 or more");
        Require(MaxBytesPerJob >= MaxBytesPerFile, nameof(MaxBytesPerJob), $"takes at least {nameof(MaxBytesPerFile)}");
        Require(MaxRounds >= 1, nameof(MaxRounds), "takes 1 or more");
        Require(TimeoutHours is null or (>= MinTimeoutHours and <= MaxTimeoutHours), nameof(TimeoutHours), $"takes {MinTimeoutHours} to {MaxTimeoutHours}");
        Require(PollInterval > TimeSpan.Zero, nameof(PollInterval), "takes more than zero");
        Require(TimeProvider is not null, nameof(TimeProvider), "is required");
        return (BatchInferenceOptions)MemberwiseClone();
    }

    private static void Require(bool condition, string name, string rule)
    {
        if (!condition)
        {
            throw new ArgumentException($"{nameof(BatchInferenceOptions)}.{name} {rule}.", "options");
        }
    }
}
