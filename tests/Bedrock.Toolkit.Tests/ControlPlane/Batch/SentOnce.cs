using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>Counts what the service was given: a record is in a second job only when it failed in the first one; a folder of inputs has one job.</summary>
internal static class SentOnce
{
    public static async Task AssertAsync(FakeS3 s3, BedrockControlClient control, int records)
    {
        List<ModelInvocationJobSummary> jobs = await TestClient.ToListAsync(control.ListModelInvocationJobsAsync());
        string[] folders = [.. s3.Keys(BatchStage.Bucket, "in/").Select(key => Path.GetDirectoryName(key)!).Distinct().Order()];
        string[] read = [.. jobs.Select(job => ((ModelInvocationJobInputDataConfigS3InputDataConfig)job.InputDataConfig!).S3InputDataConfig.S3Uri)
            .Select(uri => uri[$"s3://{BatchStage.Bucket}/".Length..].TrimEnd('/')).Order()];
        Assert.Equal(folders, read);

        Dictionary<string, int> sent = Lines(s3, "in/", ".jsonl").CountBy(IdOf).ToDictionary();
        Dictionary<string, int> failed = Lines(s3, "out/", ".jsonl.out").Where(line => line.TryGetProperty("error", out _)).CountBy(IdOf).ToDictionary();
        Assert.Equal(records, sent.Count);
        Assert.All(sent, pair => Assert.InRange(pair.Value, 1, 1 + failed.GetValueOrDefault(pair.Key)));
        Assert.All(sent.Where(pair => !failed.ContainsKey(pair.Key)), pair => Assert.Equal(1, pair.Value));
    }

    private static string IdOf(JsonElement line) => line.GetProperty("recordId").GetString()!;

    private static IEnumerable<JsonElement> Lines(FakeS3 s3, string prefix, string end) => s3.Keys(BatchStage.Bucket, prefix)
        .Where(key => key.EndsWith(end, StringComparison.Ordinal))
        .SelectMany(key => Encoding.UTF8.GetString(s3.Get(BatchStage.Bucket, key).Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        .Select(line => JsonElement.Parse(line));
}
