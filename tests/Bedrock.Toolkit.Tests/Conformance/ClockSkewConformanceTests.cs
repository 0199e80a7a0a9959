using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The published cases of clock skew.</summary>
public class ClockSkewConformanceTests
{
    public static TheoryData<string> Cases =>
        SharedFolder.Vectors is null ? ["missing"] : [.. Read().Select(v => v.GetProperty("id").GetString()!)];

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public async Task InvokeAsync_Operations_AreSignedForTheServersTime(string id)
    {
        JsonElement[] operations = [.. Read().Single(v => v.GetProperty("id").GetString() == id).GetProperty("operations").EnumerateArray()];
        var time = new ManualClock(Moment(operations[0].GetProperty("attempts")[0], "clientTimeAtSend"));
        ClockSkew? skew = null;
        foreach (JsonElement operation in operations)
        {
            JsonElement[] attempts = [.. operation.GetProperty("attempts").EnumerateArray()];
            time.Now = Moment(attempts[0], "clientTimeAtSend");
            using var handler = new ScriptedHandler();
            foreach (JsonElement attempt in attempts)
            {
                handler.Then(_ =>
                {
                    time.Now = Moment(attempt, "clientTimeAtReceive");
                    return Answer(attempt.GetProperty("response"));
                });
            }

            using BedrockClient client = TestClient.Over(handler, o =>
            {
                o.TimeProvider = time;
                o.MaxAttempts = operation.TryGetProperty("maxAttempts", out JsonElement max) ? max.GetInt32() : 3;
            });
            Route route = await client.Transport.GetRouteAsync(default);
            int initial = operation.GetProperty("initialClientSkew").GetInt32();
            if (skew is not null) Assert.Equal(initial, skew.Current.TotalSeconds, 1.0);
            route.Skew.Current = skew?.Current ?? TimeSpan.FromSeconds(initial);
            skew = route.Skew;

            Exception? e = await Record.ExceptionAsync(() => client.InvokeAsync(Echo.Model, Echo.Request()));

            Assert.Equal(operation.GetProperty("expectedOutcome").GetString() == "success", e is null);
            Assert.Equal(operation.GetProperty("expectedClientSkew").GetDouble(), skew.Current.TotalSeconds, 1.0);
            Assert.Equal(
                attempts.Select(a => Moment(a, "expectedSigningTime").ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)),
                handler.Sent.Select(s => s.Header("x-amz-date")));
        }
    }

    private static HttpResponseMessage Answer(JsonElement response)
    {
        int status = response.GetProperty("statusCode").GetInt32();
        (string, string)[] headers = [.. response.GetProperty("headers").EnumerateObject().Select(h => (h.Name, h.Value.GetString()!))];
        return status == 200 ? Answers.Json("{}", headers) : Answers.Error(status, response.GetProperty("errorCode").GetString(), "x", headers);
    }

    private static DateTimeOffset Moment(JsonElement attempt, string name) =>
        DateTimeOffset.Parse(attempt.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static IEnumerable<JsonElement> Read() =>
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "retry", "clock-skew.json"))).GetProperty("tests").EnumerateArray();
}
