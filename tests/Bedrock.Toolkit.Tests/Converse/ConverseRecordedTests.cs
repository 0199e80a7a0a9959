using System.Net;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Real exchanges that others recorded.</summary>
public sealed class ConverseRecordedTests
{
    public static TheoryData<string> Calls => Find("/converse", 200);

    public static TheoryData<string> Streams => Find("/converse-stream", 200);

    public static TheoryData<string> Failures => Find("/converse", 400, "/converse-stream");

    [SharedFact]
    public void Recorded_Exchanges_AreFound()
    {
        Assert.Equal(131, Calls.Count);
        Assert.Equal(20, Streams.Count);
        Assert.Equal(11, Failures.Count);
    }

    [SharedTheory]
    [MemberData(nameof(Calls))]
    public async Task Call_Recorded_Replays(string name)
    {
        using JsonDocument exchange = Open(name);
        ConverseRequest request = Request(exchange);
        string body = exchange.RootElement.GetProperty("response").GetProperty("body").GetRawText();
        ConverseResponse parsed = ConverseTestData.RoundTrip<ConverseResponse>(body);
        AssertKnown(parsed);
        var handler = new ScriptedHandler(_ => Answers.Json(body));
        using BedrockClient client = TestClient.Over(handler);

        ConverseResponse response = await client.ConverseAsync(ModelOf(exchange), request);

        EqualJson.Check(RequestBody(exchange), handler.Sent[0].Text, ConverseTestData.FreeMembers);
        Assert.Equal(exchange.RootElement.GetProperty("request").GetProperty("path").GetString(), handler.Sent[0].Uri.AbsolutePath);
        Assert.NotNull(response.StopReason);
        Assert.True(response.TokenUsage!.TotalTokens > 0);
        Assert.True(response.Metrics!.LatencyMs > 0);
        Assert.Equal(response.StopReason == StopReason.ToolUse, response.ToolCalls.Count > 0);
    }

    [SharedTheory]
    [MemberData(nameof(Streams))]
    public async Task Stream_Recorded_Replays(string name)
    {
        using JsonDocument exchange = Open(name);
        ConverseRequest request = Request(exchange);
        JsonElement recorded = exchange.RootElement.GetProperty("response");
        List<JsonElement> payloads = [.. recorded.GetProperty("frames").EnumerateArray().Select(frame => frame.GetProperty("payload"))];
        byte[] bytes = File.ReadAllBytes(SharedFolder.PathTo("vectors", "recorded", recorded.GetProperty("body_file").GetString()!));
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(bytes), _ => Answers.Stream(bytes)));

        List<ConverseStreamEvent> events = await TestClient.ToListAsync(client.ConverseStreamAsync(ModelOf(exchange), request));

        Assert.Equal(payloads.Count, events.Count);
        for (int i = 0; i < events.Count; i++)
        {
            Assert.IsNotType<UnknownConverseStreamEvent>(events[i]);
            string type = recorded.GetProperty("frames")[i].GetProperty("headers").GetProperty(":event-type").GetString()!;
            CheckHeld(JsonElement.Parse($"{{\"{type}\":{WithoutPadding(payloads[i])}}}"), JsonElement.Parse(BedrockJson.Serialize(events[i])));
        }

        ConverseResponse response = await client.ConverseStreamAsync(ModelOf(exchange), request).ToResponseAsync();
        AssertKnown(response);
        Assert.Equal(string.Concat(events.Select(e => e.Text)), response.Text);
        Assert.NotNull(response.StopReason);
        Assert.True(response.Usage!.TotalTokens > 0);
        Assert.Equal(response.Usage.InputTokens, response.Metadata!.InputTokens);
        Assert.Equal(response.StopReason == StopReason.ToolUse, response.ToolCalls.Count > 0);
        Assert.All(response.ToolCalls, call => Assert.Equal(JsonValueKind.Object, call.Input.ValueKind));
    }

    [SharedTheory]
    [MemberData(nameof(Failures))]
    public async Task Failure_Recorded_BecomesAValidationException(string name)
    {
        using JsonDocument exchange = Open(name);
        ConverseRequest request = Request(exchange);
        JsonElement recorded = exchange.RootElement.GetProperty("response");
        var handler = new ScriptedHandler(_ => Answers.Of(
            HttpStatusCode.BadRequest,
            Encoding.UTF8.GetBytes(recorded.GetProperty("body").GetRawText()),
            "application/json",
            recorded.GetProperty("headers").TryGetProperty("x-amzn-errortype", out JsonElement type) ? [("x-amzn-ErrorType", type.GetString()!)] : []));
        using BedrockClient client = TestClient.Over(handler);
        if (ConverseRuleCheck.FaultOf(request, ModelRules.For(ModelOf(exchange))) is not null)
        {
            // What the service refuses by a rule is not sent.
            await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(ModelOf(exchange), request));
            return;
        }

        BedrockServiceException e = exchange.RootElement.GetProperty("request").GetProperty("path").GetString()!.EndsWith("-stream", StringComparison.Ordinal)
            ? await Assert.ThrowsAnyAsync<BedrockServiceException>(() => client.ConverseStreamAsync(ModelOf(exchange), request).ToResponseAsync())
            : await Assert.ThrowsAnyAsync<BedrockServiceException>(() => client.ConverseAsync(ModelOf(exchange), request));

        Assert.Equal(400, e.StatusCode);
        Assert.Contains(recorded.GetProperty("body").GetProperty("message").GetString()!, e.Message, StringComparison.Ordinal);
        Assert.Equal(ModelOf(exchange).Value, e.ModelId);
        Assert.False(e.IsTransient);
    }

    // Equal, but for a required list that the service left out and that is written as an empty one.
    private static void CheckHeld(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in expected.EnumerateObject())
            {
                CheckHeld(property.Value, actual.GetProperty(property.Name));
            }

            Assert.All(actual.EnumerateObject(), property =>
                Assert.True(expected.TryGetProperty(property.Name, out _)
                    || (property.Value.ValueKind == JsonValueKind.Array && property.Value.GetArrayLength() == 0), property.Name));
        }
        else if (expected.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
            for (int i = 0; i < expected.GetArrayLength(); i++)
            {
                CheckHeld(expected[i], actual[i]);
            }
        }
        else
        {
            Assert.True(JsonElement.DeepEquals(expected, actual), $"{expected} is not {actual}");
        }
    }

    private static void AssertKnown(ConverseResponse response)
    {
        Assert.IsType<MessageOutput>(response.Output);
        foreach (ContentBlock block in response.Message.Content)
        {
            Assert.IsNotType<UnknownContentBlock>(block);
            Assert.IsNotType<UnknownReasoningContentBlock>((block as ReasoningContent)?.Reasoning);
            foreach (ToolResultContentBlock content in (block as ToolResultBlockContent)?.ToolResult?.Content ?? [])
            {
                Assert.IsNotType<UnknownToolResultContentBlock>(content);
            }
        }
    }

    private static ConverseRequest Request(JsonDocument exchange) =>
        ConverseTestData.RoundTrip<ConverseRequest>(RequestBody(exchange));

    // One body was kept as a text whose last brace is missing.
    private static string RequestBody(JsonDocument exchange) =>
        exchange.RootElement.GetProperty("request").GetProperty("body") is { ValueKind: JsonValueKind.String } text ? text.GetString() + "}"
            : exchange.RootElement.GetProperty("request").GetProperty("body").GetRawText();

    private static ModelId ModelOf(JsonDocument exchange) =>
        Uri.UnescapeDataString(exchange.RootElement.GetProperty("request").GetProperty("path").GetString()!.Split('/')[2]);

    private static string WithoutPadding(JsonElement payload)
    {
        var node = System.Text.Json.Nodes.JsonObject.Create(payload)!;
        node.Remove("p");
        return node.ToJsonString();
    }

    private static TheoryData<string> Find(string pathEnd, int status, string? otherEnd = null)
    {
        var found = new TheoryData<string>();
        if (SharedFolder.Vectors is null)
        {
            // A theory without data is an error; the attribute skips it.
            found.Add(string.Empty);
            return found;
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(SharedFolder.Vectors, "recorded"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument exchange = JsonDocument.Parse(File.ReadAllBytes(file));
            if (exchange.RootElement.ValueKind == JsonValueKind.Object
                && exchange.RootElement.GetProperty("request").GetProperty("path").GetString() is { } path
                && (path.EndsWith(pathEnd, StringComparison.Ordinal) || (otherEnd is not null && path.EndsWith(otherEnd, StringComparison.Ordinal)))
                && exchange.RootElement.GetProperty("response").GetProperty("status").GetInt32() == status)
            {
                found.Add(Path.GetFileNameWithoutExtension(file));
            }
        }

        return found;
    }

    private static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedFolder.Vectors!, "recorded", $"{name}.json")));
}
