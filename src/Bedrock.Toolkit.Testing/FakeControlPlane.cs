using Bedrock.Toolkit.Testing.ControlPlane;

namespace Bedrock.Toolkit.Testing;

/// <summary>The control plane of a <see cref="FakeBedrock"/> or <see cref="BedrockServer"/>: what is made there stays, jobs go on by its clock.
/// Thread-safe.</summary>
/// <remarks>
/// Its client is <c>Client</c>, of the package Bedrock.Toolkit.Testing.Services. Requests are held to the service's model. A job whose request holds the words <c>simulate a failure</c>, or has them in a name with hyphens, ends as
/// failed. Batch jobs read their records from the <see cref="FakeS3"/> beside it, let the simulated models answer them, with what is set up and with faults,
/// and write results there; one whose input bucket is not there has no records. Evaluation jobs ask the models of their data set in the same way, and score by
/// the words of the reference; customisation jobs leave metrics. Nothing else is read from S3 or written there.
/// </remarks>
public sealed class FakeControlPlane
{
    private readonly ControlState _state;
    private readonly TimeProvider _time;

    internal FakeControlPlane(ControlState state, TimeProvider time, OwnedClients clients)
    {
        _state = state;
        _time = time;
        Clients = clients;
    }

    /// <summary>How long jobs that are started from now on run, on the clock of the fake or the server.</summary>
    /// <value>2 seconds by default. With zero a job has ended when it is first asked for.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan JobTime
    {
        get
        {
            lock (_state.Gate)
            {
                return _state.JobTime;
            }
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_state.Gate)
            {
                _state.JobTime = value;
            }
        }
    }

    /// <summary>The fewest records that a batch job may have.</summary>
    /// <value>100 by default, as in the service.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MinBatchRecords
    {
        get
        {
            lock (_state.Gate)
            {
                return _state.MinBatchRecords;
            }
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            lock (_state.Gate)
            {
                _state.MinBatchRecords = value;
            }
        }
    }

    /// <summary>Says how batch jobs go that are started from now on: which records fail, and how the jobs end. The same seed gives the same ones.</summary>
    /// <param name="errors">The share of records that get an error in the place of an answer, 0 to 1.</param>
    /// <param name="seed">Which records those are, and in which order results come.</param>
    /// <param name="missing">The share of records that get no result at all, 0 to 1.</param>
    /// <param name="end">The status at the end, such as <c>PartiallyCompleted</c>; completed when null. An expired job has no results.</param>
    /// <param name="jobs">For how many jobs; those after them complete without errors. For all when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not 0 to 1, or the number of jobs is below 1.</exception>
    public void Batch(double errors = 0, int seed = 0, double missing = 0, string? end = null, int? jobs = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(errors, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(errors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(missing, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(missing, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs ?? 1, 1, nameof(jobs));
        lock (_state.Gate)
        {
            _state.SetBatchPlan(new BatchPlan(errors, missing, seed, end), jobs);
        }
    }

    /// <summary>Lets a job fail instead of completing.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="message">Why, in the words that its answers have.</param>
    /// <exception cref="ArgumentException">There is no such job, or it has ended.</exception>
    public void Fail(string arn, string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(arn);
        ArgumentNullException.ThrowIfNull(message);
        DateTimeOffset now = _time.GetUtcNow();
        lock (_state.Gate)
        {
            Resource? job = _state.FindByArn(arn, now);
            if (job is null || job.Kind.Course.Count < 2 || job.IsEnded(now))
            {
                throw new ArgumentException("There is no job with this ARN that is still running.", nameof(arn));
            }

            job.Failure = message;
        }
    }

    /// <summary>Forgets everything that was made and set.</summary>
    public void Clear()
    {
        lock (_state.Gate)
        {
            _state.Clear();
        }
    }

    /// <summary>Clients that call it.</summary>
    internal OwnedClients Clients { get; }
}
