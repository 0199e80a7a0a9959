namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>Keeps the counts of a run and tells them. Not thread-safe.</summary>
internal sealed class BatchTelling(BatchInferenceOptions options)
{
    private readonly Dictionary<ManifestJob, long> _processed = [];
    private BatchProgress _now = new() { Round = 1 };
    private long _succeeded;
    private long _failed;
    private long _unknown;
    private long _began = options.TimeProvider.GetTimestamp();

    public void Wrote(ManifestRound round, long records)
    {
        _now = _now with { Records = Math.Max(round.Records, records), RoundRecords = round.Records };
        Tell(BatchState.Writing);
    }

    public void Begin(ManifestRound round)
    {
        _processed.Clear();
        _began = options.TimeProvider.GetTimestamp();
        _now = _now with
        {
            Round = round.Number + 1,
            Records = round.Number == 0 ? round.Records : _now.Records,
            RoundRecords = round.Records,
            Processed = 0,
            RunningJobs = round.Jobs.Count,
            EndedJobs = 0,
        };
    }

    public void Asked(ManifestJob job, GetModelInvocationJobResponse answer)
    {
        _processed[job] = answer.ProcessedRecordCount ?? 0;
        _now = _now with { JobStatus = answer.Status, Processed = _processed.Values.Sum() };
        Tell(BatchState.Waiting);
    }

    public void Ended(ManifestJob job)
    {
        _processed[job] = job.Records;
        _now = _now with { Processed = _processed.Values.Sum(), RunningJobs = _now.RunningJobs - 1, EndedJobs = _now.EndedJobs + 1 };
        Tell(BatchState.Reading);
    }

    public void Delivered(bool succeeded)
    {
        _succeeded += succeeded ? 1 : 0;
        _failed += succeeded ? 0 : 1;
    }

    public void Unknown() => _unknown++;

    public void Tell(BatchState state)
    {
        _now = _now with
        {
            State = state,
            Succeeded = _succeeded,
            Failed = _failed,
            Unknown = _unknown,
            Elapsed = options.TimeProvider.GetElapsedTime(_began),
        };
        options.Progress?.Report(_now);
    }
}
