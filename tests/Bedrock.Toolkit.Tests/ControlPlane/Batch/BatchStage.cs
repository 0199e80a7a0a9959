using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.S3;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>A fake with its S3, a folder for the manifest, and a clock that waiting moves on.</summary>
internal sealed class BatchStage : IDisposable
{
    public const string Bucket = "quay";
    public const string Role = "arn:aws:iam::123456789012:role/batch";

    private readonly string _folder = Directory.CreateTempSubdirectory("batch").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));

    public BatchStage(int minRecords = 10)
    {
        Fake = new FakeBedrock(options => options.TimeProvider = _time);
        Fake.Control.MinBatchRecords = minRecords;
        Fake.Control.JobTime = TimeSpan.FromHours(1);
        Options = new BatchInferenceOptions
        {
            InputUri = $"s3://{Bucket}/in/",
            OutputUri = $"s3://{Bucket}/out/",
            RoleArn = Role,
            ManifestPath = Path.Combine(_folder, "manifest.jsonl"),
            MinRecords = minRecords,
            PollInterval = TimeSpan.FromMinutes(10),
            TimeProvider = new SteppingTime(_time),
            Progress = new Told(Progress),
        };
    }

    public static Model<TitanEmbedTextRequest, TitanEmbedTextResponse> Titan => TitanModels.EmbedTextV2;

    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Claude { get; } = ClaudeModels.Haiku45.InProfile("us");

    public FakeBedrock Fake { get; }

    public BatchInferenceOptions Options { get; }

    public List<BatchProgress> Progress { get; } = [];

    public BatchInference Create(BedrockControlClient? control = null, IAmazonS3? s3 = null) =>
        new(control ?? Fake.Control.Client, s3 ?? Fake.S3.Client, Options);

    /// <summary>Runs questions with the keys k0, k1 and so on.</summary>
    public Task<List<BatchAnswer<ClaudeResponse>>> RunAsync(int count, BedrockControlClient? control = null, IAmazonS3? s3 = null) =>
        TestClient.ToListAsync(Create(control, s3).RunAsync(Claude, Questions(count)));

    public static async IAsyncEnumerable<KeyValuePair<string, ClaudeRequest>> Questions(int count, string prefix = "k")
    {
        await Task.CompletedTask;
        for (int i = 0; i < count; i++)
        {
            yield return KeyValuePair.Create(prefix + i.ToString(CultureInfo.InvariantCulture), Question(i));
        }
    }

    public static ClaudeRequest Question(int i) =>
        new() { MaxTokens = 32, Messages = [ClaudeMessage.User($"secret number {i.ToString(CultureInfo.InvariantCulture)}")] };

    public static string[] Keys(int count, string prefix = "k") =>
        [.. Enumerable.Range(0, count).Select(i => prefix + i.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The calls of an operation.</summary>
    public int Calls(string operation) => Fake.Calls.Count(call => call.Operation == operation);

    /// <summary>The lines of the files that a job reads, by file.</summary>
    public IReadOnlyList<KeyValuePair<string, string[]>> Files(string place = "in/") =>
    [
        .. Fake.S3.Keys(Bucket, place).Where(key => key.EndsWith(".jsonl", StringComparison.Ordinal) || key.EndsWith(".jsonl.out", StringComparison.Ordinal))
            .Select(key => KeyValuePair.Create(key, Lines(key))),
    ];

    /// <summary>The record ids of all files below a place, in rounds after <paramref name="round"/> only.</summary>
    public IReadOnlyList<string> Ids(string place = "in/", int? round = null) =>
    [
        .. Files(place).Where(file => round is null || Path.GetFileName(file.Key).StartsWith($"{round}-", StringComparison.Ordinal))
            .SelectMany(file => file.Value).Select(line => JsonElement.Parse(line).GetProperty("recordId").GetString()!),
    ];

    public void Dispose()
    {
        Fake.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string[] Lines(string key) =>
        Encoding.UTF8.GetString(Fake.S3.Get(Bucket, key).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed class Told(List<BatchProgress> list) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => list.Add(value);
    }
}

/// <summary>A clock on which every delay ends at once, and the other clock is later by it.</summary>
internal sealed class SteppingTime(FakeTimeProvider time) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        time.Advance(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Ended();
    }

    private sealed class Ended : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
