using Amazon.S3;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>Writes the records of a round to S3, in files and jobs that keep the limits, so that no job is left with too few. Not thread-safe.</summary>
/// <remarks>
/// The last records stay in memory, as many as a job needs at least, until it is known whether more follow. A run that goes on passes over what stands in
/// files that the manifest knows.
/// </remarks>
internal sealed class InputWriter(IAmazonS3 s3, BatchInferenceOptions options, BatchManifest manifest, ManifestRound round, Action<long> wrote) : IDisposable
{
    private readonly S3Place _place = BatchPlaces.Inputs(options, manifest.Head.Run);
    private readonly Queue<BatchRecord> _ahead = new();
    private readonly List<BatchRecord> _made = [];
    private readonly List<string> _ids = [];
    private ObjectUpload? _upload;
    private ManifestJob? _job;
    private int _jobRecords;
    private long _jobBytes;

    /// <summary>Writes what is not written yet.</summary>
    /// <returns>False when there are too few records for a job: then nothing was sent.</returns>
    public async Task<bool> WriteAsync(IAsyncEnumerable<BatchRecord> records, CancellationToken cancellationToken)
    {
        Resume();
        bool isBegun = _job is not null || round.Jobs.Count > 0;
        await foreach (BatchRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _ahead.Enqueue(record);
            if (_ahead.Count > options.MinRecords)
            {
                await PutAsync(_ahead.Dequeue(), cancellationToken).ConfigureAwait(false);
                isBegun = true;
            }
        }

        if (!isBegun && _ahead.Count < options.MinRecords)
        {
            return false;
        }

        if (!HasRoomForAll())
        {
            await CloseJobAsync(cancellationToken).ConfigureAwait(false);
        }

        while (_ahead.TryDequeue(out BatchRecord record))
        {
            await PutAsync(record, cancellationToken).ConfigureAwait(false);
        }

        await CloseJobAsync(cancellationToken).ConfigureAwait(false);
        manifest.AddWritten(round);
        return true;
    }

    public void Dispose() => _upload?.Dispose();

    // The last job goes on where it has no name yet.
    private void Resume()
    {
        if (round.Jobs is [.., { Name: null } open])
        {
            (_job, _jobRecords, _jobBytes) = (open, open.Records, open.Bytes);
        }
    }

    private bool HasRoomForAll() =>
        _jobRecords + _ahead.Count <= options.MaxRecordsPerJob && _jobBytes + _ahead.Sum(static record => (long)record.Line.Length) <= options.MaxBytesPerJob;

    private async Task PutAsync(BatchRecord record, CancellationToken cancellationToken)
    {
        int bytes = record.Line.Length;
        if (bytes > options.MaxBytesPerFile)
        {
            throw new ArgumentException($"A record has {bytes} bytes, more than {nameof(BatchInferenceOptions)}.{nameof(options.MaxBytesPerFile)}.", "records");
        }

        if (_jobRecords == options.MaxRecordsPerJob || _jobBytes + bytes > options.MaxBytesPerJob)
        {
            await CloseJobAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (_ids.Count == options.MaxRecordsPerFile || _upload?.Bytes + bytes > options.MaxBytesPerFile)
        {
            await CloseFileAsync(cancellationToken).ConfigureAwait(false);
        }

        _job ??= round.Job(round.Jobs.Count);
        string name = BatchPlaces.File(round, _job);
        string key = BatchPlaces.Folder(_place, round, _job).Prefix + name;
        _upload ??= new ObjectUpload(s3, _place.Bucket, key, options.KmsKeyId, id => manifest.AddUpload(key, id));
        await _upload.WriteAsync(record.Line, cancellationToken).ConfigureAwait(false);
        _ids.Add(record.Id);
        if (record.Id != record.Key)
        {
            _made.Add(record);
        }

        _jobRecords++;
        _jobBytes += bytes;
    }

    private async Task CloseFileAsync(CancellationToken cancellationToken)
    {
        if (_upload is not { } upload)
        {
            return;
        }

        await upload.CompleteAsync(cancellationToken).ConfigureAwait(false);
        manifest.AddFile(round, _job!, new ManifestFile(BatchPlaces.File(round, _job!), upload.Bytes, [.. _ids]), _made);
        upload.Dispose();
        _upload = null;
        _ids.Clear();
        _made.Clear();
        wrote(_jobRecords);
    }

    private async Task CloseJobAsync(CancellationToken cancellationToken)
    {
        await CloseFileAsync(cancellationToken).ConfigureAwait(false);
        if (_job is not { } job)
        {
            return;
        }

        if (_jobRecords < options.MinRecords)
        {
            throw new ArgumentException(
                $"{nameof(BatchInferenceOptions)}.{nameof(options.MaxBytesPerJob)} lets a job hold {_jobRecords} of these records, fewer than "
                + $"{nameof(options.MinRecords)}.", "options");
        }

        manifest.AddJob(round, job, BatchPlaces.JobName(options, manifest.Head.Run, round, job), Guid.NewGuid().ToString());
        (_job, _jobRecords, _jobBytes) = (null, 0, 0);
    }
}

/// <summary>What a run calls its folders, files and jobs.</summary>
internal static class BatchPlaces
{
    public static S3Place Inputs(BatchInferenceOptions options, string run) => S3Place.Parse(options.InputUri, nameof(options.InputUri)).Below(run);

    public static S3Place Outputs(BatchInferenceOptions options, string run) => S3Place.Parse(options.OutputUri, nameof(options.OutputUri)).Below(run);

    /// <summary>A job reads all files of its folder, and nothing else is in it.</summary>
    public static S3Place Folder(S3Place inputs, ManifestRound round, ManifestJob job) =>
        inputs.Below(FormattableString.Invariant($"{round.Number}-{job.Number}"));

    /// <summary>The file that is written next.</summary>
    public static string File(ManifestRound round, ManifestJob job) =>
        FormattableString.Invariant($"{round.Number}-{job.Number}-{job.Files.Count:0000}.jsonl");

    public static string JobName(BatchInferenceOptions options, string run, ManifestRound round, ManifestJob job) =>
        FormattableString.Invariant($"{options.JobNamePrefix}-{run}-{round.Number}-{job.Number}");
}
