using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.S3;
using Amazon.S3.Model;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>One run from records to answers. Not thread-safe.</summary>
/// <param name="control">The control plane.</param>
/// <param name="s3">S3.</param>
/// <param name="options">The options, checked.</param>
/// <param name="manifest">What was done before.</param>
/// <param name="response">How an answer is read.</param>
internal sealed class BatchRun<TResponse>(
    BedrockControlClient control, IAmazonS3 s3, BatchInferenceOptions options, BatchManifest manifest, JsonTypeInfo<TResponse> response)
{
    private readonly BatchJobs _jobs = new(control, s3, options, manifest);
    private readonly BatchTelling _telling = new(options);
    private readonly ObjectReader _reader = new(s3);

    /// <summary>Every key once, as the jobs end.</summary>
    public async IAsyncEnumerable<BatchAnswer<TResponse>> RunAsync(BatchSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EndUploadsAsync(cancellationToken).ConfigureAwait(false);
        ManifestRound round = manifest.Round(0);
        await WriteFirstAsync(source, round, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            _telling.Begin(round);
            var failures = new Dictionary<string, BatchFailure>(StringComparer.Ordinal);
            HashSet<string> sentAgain = manifest.HasRound(round.Number + 1) ? [.. manifest.Round(round.Number + 1).Ids] : [];
            HashSet<ManifestJob> open = [.. round.Jobs];
            while (open.Count > 0)
            {
                await StepAsync(round, open, cancellationToken).ConfigureAwait(false);
                foreach (ManifestJob job in round.Jobs.Where(job => open.Contains(job) && job.Status is not null).ToArray())
                {
                    await foreach (BatchAnswer<TResponse> answer in ReadAsync(round, job, failures, sentAgain, cancellationToken).ConfigureAwait(false))
                    {
                        yield return answer;
                    }

                    open.Remove(job);
                    _telling.Ended(job);
                }

                if (open.Count > 0)
                {
                    await Task.Delay(options.PollInterval, options.TimeProvider, cancellationToken).ConfigureAwait(false);
                }
            }

            ManifestRound? next = await WriteNextAsync(round, failures, cancellationToken).ConfigureAwait(false);
            HashSet<string> again = next is null ? [] : [.. next.Ids];
            foreach ((string id, BatchFailure failure) in failures)
            {
                if (!again.Contains(id))
                {
                    yield return Failed(id, failure, round);
                }
            }

            if (next is null || again.Count == 0)
            {
                break;
            }

            round = next;
        }

        _telling.Tell(BatchState.Ended);
    }

    // What was begun and not completed costs as long as it lies there.
    private async Task EndUploadsAsync(CancellationToken cancellationToken)
    {
        string bucket = BatchPlaces.Inputs(options, manifest.Head.Run).Bucket;
        foreach ((string key, string uploadId) in manifest.Begun)
        {
            try
            {
                await s3.AbortMultipartUploadAsync(
                    new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = uploadId }, cancellationToken).ConfigureAwait(false);
            }
            catch (AmazonS3Exception e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound)
            {
                // It was completed or ended.
            }
        }
    }

    private async Task WriteFirstAsync(BatchSource source, ManifestRound round, CancellationToken cancellationToken)
    {
        HashSet<string> known = new(round.Ids, StringComparer.Ordinal);
        IAsyncEnumerable<BatchRecord> records = source.ReadAsync(known, round.IsWritten, cancellationToken);
        if (round.IsWritten)
        {
            await foreach (BatchRecord _ in records.ConfigureAwait(false))
            {
                // Only compared with the manifest.
            }

            return;
        }

        using var writer = new InputWriter(s3, options, manifest, round, count => _telling.Wrote(round, count));
        if (!await writer.WriteAsync(records, cancellationToken).ConfigureAwait(false))
        {
            throw new ArgumentException(
                $"{nameof(BatchInference)} needs at least {options.MinRecords} records ({nameof(BatchInferenceOptions)}.{nameof(options.MinRecords)}: "
                + "the service refuses smaller jobs), and there are fewer; nothing was sent. "
                + "Call them directly: InvokeAsync, ConverseAsync or EmbedManyAsync of the client.",
                "records");
        }
    }

    /// <summary>Starts what is not started, asks for what has not ended.</summary>
    private async Task StepAsync(ManifestRound round, HashSet<ManifestJob> open, CancellationToken cancellationToken)
    {
        foreach (ManifestJob job in round.Jobs.Where(open.Contains))
        {
            if (job.Arn is null && !await _jobs.StartAsync(round, job, cancellationToken).ConfigureAwait(false))
            {
                // The account has as many jobs as it may have: at the next look.
                _telling.Tell(BatchState.Waiting);
                continue;
            }

            if (job.Status is null && await _jobs.AskAsync(round, job, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                _telling.Asked(job, answer);
            }
        }
    }

    private async IAsyncEnumerable<BatchAnswer<TResponse>> ReadAsync(ManifestRound round, ManifestJob job, Dictionary<string, BatchFailure> failures,
        HashSet<string> sentAgain, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _telling.Tell(BatchState.Reading);
        HashSet<string> due = new(job.Ids, StringComparer.Ordinal);
        bool hasResults = false;
        S3Place place = BatchPlaces.Outputs(options, manifest.Head.Run).Below(job.Arn![(job.Arn!.LastIndexOf('/') + 1)..]);
        foreach (S3Object file in await _reader.ListAsync(place, cancellationToken).ConfigureAwait(false))
        {
            if (!file.Key.EndsWith(".jsonl.out", StringComparison.Ordinal))
            {
                continue;
            }

            await foreach (ReadOnlyMemory<byte> json in _reader.RecordsAsync(file, cancellationToken).ConfigureAwait(false))
            {
                hasResults = true;
                var record = OutputRecord.Read(json);
                if (record.Id is null || !due.Remove(record.Id))
                {
                    _telling.Unknown();
                }
                else if (sentAgain.Contains(record.Id) || !TryRead(record, out TResponse? answer))
                {
                    failures[record.Id] = FailureOf(record, job);
                }
                else
                {
                    _telling.Delivered(succeeded: true);
                    yield return new BatchAnswer<TResponse>(manifest.KeyOf(record.Id), answer!);
                }
            }
        }

        BatchFailure missing = MissingOf(job, hasResults);
        foreach (string id in due)
        {
            if (missing.Reason == BatchFailureReason.Job && !sentAgain.Contains(id))
            {
                yield return Failed(id, missing, round);
            }
            else
            {
                failures[id] = missing;
            }
        }
    }

    private bool TryRead(OutputRecord record, out TResponse? answer)
    {
        answer = default;
        if (record.HasError || record.Output.IsEmpty)
        {
            return false;
        }

        try
        {
            answer = JsonSerializer.Deserialize(record.Output.Span, response);
            return answer is not null;
        }
        catch (JsonException)
        {
            // Told as unreadable: the exception could quote the answer.
            return false;
        }
    }

    private static BatchFailure FailureOf(OutputRecord record, ManifestJob job) => record.HasError
        ? new BatchFailure(BatchFailureReason.Error, record.Code, record.Message ?? "The service gave an error without a message.", job.Arn)
        : new BatchFailure(BatchFailureReason.Unreadable, null, "The result holds no modelOutput that can be read as the model's response.", job.Arn);

    // What somebody stopped he does not want, and what failed as a whole fails again: neither is sent again by itself.
    private static BatchFailure MissingOf(ManifestJob job, bool hasResults)
    {
        bool isWhole = job.Status == ModelInvocationJobStatus.Stopped.Value || (job.Status == ModelInvocationJobStatus.Failed.Value && !hasResults);
        string message = string.IsNullOrEmpty(job.Message)
            ? $"The job ended as {job.Status} without a result for the record."
            : $"The job ended as {job.Status} without a result for the record: {job.Message}";
        return new BatchFailure(isWhole ? BatchFailureReason.Job : BatchFailureReason.Missing, job.Status, message, job.Arn);
    }

    private BatchAnswer<TResponse> Failed(string id, BatchFailure failure, ManifestRound round)
    {
        _telling.Delivered(succeeded: false);
        return new BatchAnswer<TResponse>(manifest.KeyOf(id), failure with { Rounds = round.Number + 1 });
    }

    /// <summary>Sends what failed again, when there is enough for a job; null when there is no next round.</summary>
    private async Task<ManifestRound?> WriteNextAsync(ManifestRound round, Dictionary<string, BatchFailure> failures, CancellationToken cancellationToken)
    {
        int number = round.Number + 1;
        bool isBegun = manifest.HasRound(number);
        if (!isBegun && (number >= options.MaxRounds || failures.Count < options.MinRecords))
        {
            return null;
        }

        ManifestRound next = manifest.Round(number);
        if (!next.IsWritten)
        {
            using var writer = new InputWriter(s3, options, manifest, next, _ => _telling.Tell(BatchState.Writing));
            if (!await writer.WriteAsync(LinesAsync(round, failures, [.. next.Ids], cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return next;
    }

    /// <summary>The lines of some records, from the files that they were sent in.</summary>
    private async IAsyncEnumerable<BatchRecord> LinesAsync(ManifestRound round, Dictionary<string, BatchFailure> wanted, HashSet<string> written,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        S3Place inputs = BatchPlaces.Inputs(options, manifest.Head.Run);
        foreach (ManifestJob job in round.Jobs)
        {
            HashSet<string> names = [.. job.Files.Where(file => file.Ids.Any(wanted.ContainsKey)).Select(static file => file.Name)];
            if (names.Count == 0)
            {
                continue;
            }

            S3Place folder = BatchPlaces.Folder(inputs, round, job);
            foreach (S3Object file in await _reader.ListAsync(folder, cancellationToken).ConfigureAwait(false))
            {
                if (!names.Contains(file.Key[folder.Prefix.Length..]))
                {
                    continue;
                }

                await foreach (ReadOnlyMemory<byte> json in _reader.RecordsAsync(file, cancellationToken).ConfigureAwait(false))
                {
                    if (OutputRecord.Read(json).Id is { } id && wanted.ContainsKey(id) && !written.Contains(id))
                    {
                        yield return new BatchRecord(id, manifest.KeyOf(id), (byte[])[.. json.Span, (byte)'\n']);
                    }
                }
            }
        }
    }
}
