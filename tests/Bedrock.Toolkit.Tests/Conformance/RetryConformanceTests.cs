using System.Text.Json;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The published sequences and classifications of AWS's standard retry.</summary>
public class RetryConformanceTests
{
    public static TheoryData<string> Sequences =>
        SharedFolder.Vectors is null ? ["missing"] : [.. Read("standard").Select(v => v.GetProperty("id").GetString()!)];

    public static TheoryData<int> Classifications =>
        SharedFolder.Vectors is null ? [0] : [.. Enumerable.Range(0, Read("classification").Count())];

    [SharedTheory]
    [MemberData(nameof(Sequences))]
    public async Task InvokeAsync_Sequence_HasItsDelaysAndTokens(string id)
    {
        JsonElement vector = Read("standard").Single(v => v.GetProperty("id").GetString() == id);
        JsonElement[] responses = [.. vector.GetProperty("responses").EnumerateArray()];
        var time = new InstantBackOff();
        List<int> tokensAfter = [];
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.TimeProvider = time;
            o.MaxAttempts = vector.GetProperty("max_attempts").GetInt32();
        });
        int capacity = vector.GetProperty("initial_quota").GetInt32();
        RetryPolicy retry = client.Transport.Retry;
        retry.Jitter = () => vector.GetProperty("random").GetDouble();
        retry.MaxDelay = TimeSpan.FromSeconds(vector.GetProperty("max_backoff_s").GetDouble());
        retry.Bucket = new RetryTokenBucket(capacity) { Tokens = vector.TryGetProperty("start_quota", out JsonElement start) ? start.GetInt32() : capacity };
        for (int i = 0; i < responses.Length; i++)
        {
            bool isRetry = i > 0 && !responses[i].TryGetProperty("new_call", out _) && Outcome(responses[i - 1]) == "retry";
            JsonElement given = responses[i].GetProperty("given");
            handler.Then(_ =>
            {
                if (isRetry) tokensAfter.Add(retry.Bucket.Tokens);
                return Answer(given);
            });
        }

        List<double> delays = [];
        foreach (JsonElement response in responses)
        {
            JsonElement expect = response.GetProperty("expect");
            if (Outcome(response) == "retry")
            {
                delays.Add(expect.GetProperty("delay_s").GetDouble());
                continue;
            }

            Exception? e = await Record.ExceptionAsync(() => client.InvokeAsync(Echo.Model, Echo.Request()));
            tokensAfter.Add(retry.Bucket.Tokens);
            Assert.Equal(Outcome(response) == "success", e is null);
        }

        Assert.Equal(responses.Length, handler.Sent.Count);
        Assert.Equal(delays, time.Delays.Select(d => d.TotalSeconds));
        Assert.Equal(responses.Select(r => r.GetProperty("expect").GetProperty("quota_after").GetInt32()), tokensAfter);
    }

    [SharedTheory]
    [MemberData(nameof(Classifications))]
    public async Task InvokeAsync_Error_IsRepeatedOrNot(int index)
    {
        JsonElement vector = Read("classification").ElementAt(index);
        string? code = vector.GetProperty("error_code").GetString();
        int status = vector.GetProperty("status").GetInt32();
        bool isRetried = vector.GetProperty("retry").GetBoolean();
        using var handler = new ScriptedHandler(_ => Answers.Error(status, code), _ => Answers.Error(status, code));
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.MaxAttempts = 2;
            o.ModelNotReadyAttempts = 2;
        });

        BedrockServiceException e = await Assert.ThrowsAnyAsync<BedrockServiceException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(isRetried ? 2 : 1, handler.Sent.Count);
        Assert.Equal(isRetried, e.IsTransient);
        RetryKind kind = RetryPolicy.Classify(e);
        Assert.Equal(vector.GetProperty("kind").GetString(), kind switch
        {
            RetryKind.None => null,
            RetryKind.Throttling => "throttling",
            _ => "transient", // a model that is being loaded is transient with a longer delay
        });
    }

    [SharedFact]
    public void Delay_Tables_AreFollowed()
    {
        var policy = new RetryPolicy(new BedrockClientOptions());
        JsonElement tables = Root().GetProperty("backoff");

        Check(RetryKind.Transient, tables.GetProperty("non_throttling"));
        Check(RetryKind.Throttling, tables.GetProperty("throttling"));

        void Check(RetryKind kind, JsonElement table) => Assert.Equal(
            table.EnumerateArray().Select(v => v.GetDouble()),
            Enumerable.Range(1, table.GetArrayLength()).Select(attempt => policy.Delay(kind, null, attempt, 1).TotalSeconds));
    }

    private static string Outcome(JsonElement response) => response.GetProperty("expect").GetProperty("outcome").GetString()!;

    private static HttpResponseMessage Answer(JsonElement given)
    {
        int status = given.GetProperty("status").GetInt32();
        if (status == 200) return Answers.Json("{}");

        string? code = given.TryGetProperty("error_code", out JsonElement c) ? c.GetString() : null;
        (string, string)[] headers = given.TryGetProperty("headers", out JsonElement h)
            ? [.. h.EnumerateObject().Select(p => (p.Name, p.Value.GetString()!))]
            : [];
        return Answers.Error(status, code, "x", headers);
    }

    private static IEnumerable<JsonElement> Read(string list) => Root().GetProperty(list).EnumerateArray();

    private static JsonElement Root() => JsonElement.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "retry", "standard-retry.json")));
}
