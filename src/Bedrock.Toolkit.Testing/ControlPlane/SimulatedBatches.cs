using System.Text;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.ObjectStore;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>
/// Runs the records of batch jobs when somebody looks: reads and checks the files as the service does while it validates, and writes the results of a job that
/// has ended. A job whose input bucket the simulated S3 does not have runs without records.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html
/// </summary>
internal static class SimulatedBatches
{
    private const string Extension = ".jsonl";
    private const int MaxRecords = 100_000;
    private const long MaxFileBytes = 1_000_000_000;
    private const long MaxJobBytes = 5_000_000_000;
    private const string SimulatedError = "The simulated service failed for this record.";

    /// <summary>Does for all jobs what is due.</summary>
    public static void Settle(ControlState state, SimulatedStore store, DateTimeOffset now, Func<ReceivedRequest, Answer> model)
    {
        foreach (Resource job in state.Of(ResourceKinds.InvocationJob, now).ToArray())
        {
            Settle(job, state, store, now, model);
        }
    }

    private static void Settle(Resource job, ControlState state, SimulatedStore store, DateTimeOffset now, Func<ReceivedRequest, Answer> model)
    {
        BatchJobState batch = state.BatchOf(job);
        string status = job.StatusAt(now);
        if (!batch.IsRead && status is not ("Submitted" or "Validating"))
        {
            batch.IsRead = true;
            Read(job, batch, state, store);
        }

        if (batch.Files.Count == 0 || batch.IsRun)
        {
            return;
        }

        job.Body["totalRecordCount"] = batch.Records;
        if (!job.IsEnded(now))
        {
            job.Body["processedRecordCount"] = (int)(batch.Records * job.RunShare(now));
            return;
        }

        batch.IsRun = true;
        double share = job.Failure is not null || batch.Plan.End == "Expired" ? 0 : job.RunShare(now);
        Run(job, batch, store, (int)(batch.Records * share), now, model);
    }

    private static void Read(Resource job, BatchJobState batch, ControlState state, SimulatedStore store)
    {
        string uri = job.Body["inputDataConfig"]!["s3InputDataConfig"]!["s3Uri"]!.GetValue<string>();
        (string bucket, string prefix) = SimulatedJobs.PlaceOf(uri);
        if (!store.HasBucket(bucket))
        {
            return;
        }

        KeyValuePair<string, StoredObject>[] objects = [.. store.List(bucket, prefix)
            .Where(pair => pair.Key.EndsWith(Extension, StringComparison.Ordinal) && (pair.Key == prefix || prefix.EndsWith('/')))];
        if (objects.Length == 0)
        {
            job.Failure ??= $"The input data location holds no file that ends in {Extension}.";
            return;
        }

        List<BatchFile> files = [];
        foreach ((string key, StoredObject content) in objects)
        {
            string name = key[(key.LastIndexOf('/') + 1)..];
            if (content.Length > MaxFileBytes || BatchFile.Read(name, content.Content) is not { } file)
            {
                job.Failure ??= content.Length > MaxFileBytes
                    ? $"The file {name} is larger than {MaxFileBytes} bytes."
                    : $"The file {name} holds a line that is no record.";
                return;
            }

            files.Add(file);
        }

        batch.Files = files;
        if (batch.Records < state.MinBatchRecords || batch.Records > MaxRecords)
        {
            job.Failure ??= $"The job holds {batch.Records} records: at least {state.MinBatchRecords} and at most {MaxRecords} are allowed.";
        }
        else if (objects.Sum(static pair => pair.Value.Length) > MaxJobBytes)
        {
            job.Failure ??= $"The files of the job are larger than {MaxJobBytes} bytes together.";
        }
    }

    private static void Run(Resource job, BatchJobState batch, SimulatedStore store, int most, DateTimeOffset now, Func<ReceivedRequest, Answer> model)
    {
        string verb = job.Body["modelInvocationType"]?.GetValue<string>() == SimulatedConverse.Group ? "converse" : "invoke";
        string path = $"/model/{Uri.EscapeDataString(job.Body["modelId"]!.GetValue<string>())}/{verb}";
        var counts = new BatchCounts();
        int place = 0;
        (string bucket, string prefix) = SimulatedJobs.PlaceOf(job.Body["outputDataConfig"]!["s3OutputDataConfig"]!["s3Uri"]!.GetValue<string>());
        string folder = $"{prefix.TrimEnd('/')}{(prefix.Length == 0 ? string.Empty : "/")}{job.Id}/";
        foreach (BatchFile file in batch.Files)
        {
            int first = place;
            place += file.Records.Count;
            if (first >= most)
            {
                continue;
            }

            int[] order = [.. Enumerable.Range(0, Math.Min(file.Records.Count, most - first))];
            batch.Plan.Shuffle(order, batch.Number);
            var output = new PieceWriter();
            foreach (int record in order)
            {
                if (batch.Plan.Chance(batch.Number, first + record, purpose: 1) >= batch.Plan.Missing)
                {
                    bool fails = batch.Plan.Chance(batch.Number, first + record, purpose: 0) < batch.Plan.Errors;
                    Run(file.Records[record], fails, path, output, counts, model);
                }
            }

            store.Put(bucket, $"{folder}{file.Name}.out", new StoredObject(output.Pieces, now));
        }

        job.Body["processedRecordCount"] = counts.Successes + counts.Errors;
        job.Body["successRecordCount"] = counts.Successes;
        job.Body["errorRecordCount"] = counts.Errors;
        store.Put(bucket, $"{folder}manifest.json.out", new StoredObject([counts.ToJson(batch.Records)], now));
    }

    private static void Run(BatchLine record, bool fails, string path, PieceWriter output, BatchCounts counts, Func<ReceivedRequest, Answer> model)
    {
        (int status, string message, ReadOnlyMemory<byte> body) = fails ? (500, SimulatedError, default)
            : record.HasModelId ? (400, "modelId: Extra inputs are not permitted", default)
            : Call(record, path, counts, model);
        output.Append("{\"recordId\":"u8);
        output.Append(Encoding.UTF8.GetBytes(JsonValue.Create(record.Id).ToJsonString()));
        output.Append(",\"modelInput\":"u8);
        output.Append(record.Input.Span);
        if (status == 200)
        {
            counts.Successes++;
            output.Append(",\"modelOutput\":"u8);
            output.Append(body.Span);
        }
        else
        {
            counts.Errors++;
            output.Append(",\"error\":"u8);
            output.Append(Encoding.UTF8.GetBytes(new JsonObject { ["errorCode"] = status, ["errorMessage"] = message }.ToJsonString()));
        }

        output.Append("}\n"u8);
    }

    private static (int Status, string Message, ReadOnlyMemory<byte> Body) Call(
        BatchLine record, string path, BatchCounts counts, Func<ReceivedRequest, Answer> model)
    {
        try
        {
            Answer answer = model(new ReceivedRequest { Method = "POST", Path = path, Headers = [], Body = record.Input });
            if (!answer.HasHead || answer.End != AnswerEnd.Regular || answer.Frames is not null)
            {
                return (500, SimulatedError, default);
            }

            if (answer.StatusCode != 200)
            {
                return (answer.StatusCode, MessageOf(answer.Body), default);
            }

            counts.Add(answer);
            return (200, string.Empty, answer.Body);
        }
        catch (ServiceFailure failure)
        {
            return (failure.StatusCode, failure.Message, default);
        }
    }

    private static string MessageOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span)?["message"]?.GetValue<string>() ?? SimulatedError;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return SimulatedError;
        }
    }
}
