using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class ConverseStreamTests
{
    private static readonly byte[][] Frames =
    [
        ConverseTestData.Frame("messageStart", """{"role":"assistant"}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"h"}}}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"m"}}}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"signature":"sig"}}}"""),
        ConverseTestData.Frame("contentBlockStop", """{"contentBlockIndex":0}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"text":"Hel"}}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"delta":{"text":"lo é\n"},"contentBlockIndex":1}"""),
        ConverseTestData.Frame("contentBlockStop", """{"contentBlockIndex":1}"""),
        ConverseTestData.Frame("contentBlockStart", """{"contentBlockIndex":2,"start":{"toolUse":{"toolUseId":"tooluse_1","name":"weather"}}}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"contentBlockIndex":2,"delta":{"toolUse":{"input":""}}}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"contentBlockIndex":2,"delta":{"toolUse":{"input":"{\"city\":"}}}"""),
        ConverseTestData.Frame("contentBlockDelta", """{"contentBlockIndex":2,"delta":{"toolUse":{"input":"null}"}}}"""),
        ConverseTestData.Frame("contentBlockStop", """{"contentBlockIndex":2}"""),
        ConverseTestData.Frame("messageStop", """{"stopReason":"tool_use","additionalModelResponseFields":{"a":null}}"""),
        ConverseTestData.Frame("metadata",
            """{"usage":{"inputTokens":10,"outputTokens":5,"totalTokens":15,"cacheReadInputTokens":3},"metrics":{"latencyMs":120},"serviceTier":{"type":"flex"},"performanceConfig":{"latency":"standard"},"trace":{"promptRouter":{"invokedModelId":"arn"}}}"""),
    ];

    private const string Whole = """
        {"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"hm","signature":"sig"}}},{"text":"Hello é\n"},
        {"toolUse":{"toolUseId":"tooluse_1","name":"weather","input":{"city":null}}}]}},"stopReason":"tool_use","usage":{"inputTokens":10,"outputTokens":5,"totalTokens":15,"cacheReadInputTokens":3},
        "metrics":{"latencyMs":120},"additionalModelResponseFields":{"a":null},"trace":{"promptRouter":{"invokedModelId":"arn"}},"performanceConfig":{"latency":"standard"},"serviceTier":{"type":"flex"}}
        """;

    [Fact]
    public async Task ToResponseAsync_Stream_EqualsTheAnswerWithoutStreaming()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(Frames), _ => Answers.Json(Whole)));

        ConverseResponse streamed = await client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a")).ToResponseAsync();
        ConverseResponse whole = await client.ConverseAsync(ConverseTestData.Model, ConverseRequest.For("a"));

        Assert.Equal(BedrockJson.Serialize(whole), BedrockJson.Serialize(streamed));
        Assert.Equal("hm", streamed.ReasoningText);
        Assert.Equal(10, streamed.Metadata!.InputTokens);
        Assert.Equal(5, streamed.Metadata.OutputTokens);
        Assert.Equal(3, streamed.Metadata.CacheReadInputTokens);
        Assert.Equal(TimeSpan.FromMilliseconds(120), streamed.Metadata.Latency);
    }

    [Fact]
    public async Task ForEachAsync_Stream_ShowsEveryEventAndGivesTheResponse()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(Frames)));
        List<ConverseStreamEvent> seen = [];

        ConverseResponse response = await client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a")).ForEachAsync(seen.Add);

        Assert.Equal(Frames.Length, seen.Count);
        Assert.Equal("Hello é\n", response.Text);
        Assert.Equal(10, response.Metadata!.InputTokens);
    }

    [Fact]
    public async Task Stream_CutAtEveryByte_IsTheSame()
    {
        byte[] bytes = [.. Frames.SelectMany(f => f)];
        string? expected = null;
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(new CutStream(bytes, cut))));
            List<ConverseStreamEvent> events = await TestClient.ToListAsync(client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a")));
            string json = string.Concat(events.Select(BedrockJson.Serialize));
            expected ??= json;
            Assert.Equal(expected, json);
        }
    }

    [Fact]
    public async Task Stream_CutShortAtEveryByteBeforeTheEndMark_IsIncomplete()
    {
        byte[] bytes = [.. Frames[..^2].SelectMany(f => f)];
        for (int length = 0; length <= bytes.Length; length += 7)
        {
            byte[] part = bytes[..length];
            using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(part)), o => o.MaxAttempts = 1);
            BedrockIncompleteStreamException e = await Assert.ThrowsAsync<BedrockIncompleteStreamException>(
                () => client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a")).ToResponseAsync());
            Assert.Equal("ConverseStream", e.Operation);
        }
    }

    [Fact]
    public async Task Stream_WithoutMetadata_IsComplete()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(Frames[..^1])));

        ConverseResponse response = await client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a")).ToResponseAsync();

        Assert.Equal(StopReason.ToolUse, response.StopReason);
        Assert.Null(response.Usage);
    }

    [Fact]
    public async Task Stream_UnknownEvent_IsDeliveredAndTheStreamGoesOn()
    {
        using BedrockClient client =
            TestClient.Over(new ScriptedHandler(_ => Answers.Stream([Frames[0], ConverseTestData.Frame("hologram", """{"x":null}"""), .. Frames[1..]])));

        List<ConverseStreamEvent> events = await TestClient.ToListAsync(client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a")));

        var unknown = Assert.IsType<UnknownConverseStreamEvent>(events[1]);
        Assert.Equal("hologram", unknown.EventType);
        Assert.False(unknown.Payload.TryGetProperty("p", out _));
        Assert.Equal("""{"hologram":{"x":null}}""", BedrockJson.Serialize(events[1]).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(Frames.Length + 1, events.Count);
    }

    [Fact]
    public async Task Stream_ExceptionFrame_IsTheExceptionOfTheError()
    {
        using BedrockClient client =
            TestClient.Over(new ScriptedHandler(
            _ => Answers.Stream([.. Frames[..6], Support.Frames.Exception("throttlingException", """{"message":"slow down"}""")])));
        BedrockStream<ConverseStreamEvent, ConverseResponse> stream = client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a"));

        BedrockThrottlingException e = await Assert.ThrowsAsync<BedrockThrottlingException>(() => TestClient.ToListAsync(stream));

        Assert.Equal(6, e.EventsDelivered);
        Assert.Equal("ConverseStream", e.Operation);
    }

    [Theory]
    [InlineData("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":5}}""", "$.delta.text")]
    [InlineData("contentBlockDelta", """{"contentBlockIndex":"x","delta":{"text":"a"}}""", "$.contentBlockIndex")]
    [InlineData("messageStop", """{"stopReason":[]}""", "$.stopReason")]
    public async Task Stream_MalformedEvent_IsAProtocolErrorWithItsPlace(string type, string payload, string path)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(ConverseTestData.Frame(type, payload))));

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(
            () => client.ConverseStreamAsync(ConverseTestData.Model, ConverseRequest.For("a")).ToResponseAsync());

        Assert.Equal(path, e.JsonPath);
    }

    [Theory]
    [InlineData("""{"p":"pad","contentBlockIndex":3,"delta":{"toolUse":{"input":"x"}}}""")]
    [InlineData("""{"contentBlockIndex":3,"p":"pad","delta":{"toolUse":{"input":"x"}}}""")]
    [InlineData("""{ "contentBlockIndex" : 3 , "delta" : {"toolUse":{"input":"x"}} , "p" : "pad" }""")]
    [InlineData("""{"p":"pad"}""")]
    public void Read_PaddingAnywhere_IsDropped(string payload)
    {
        ConverseStreamEvent streamEvent = ConverseTestData.Event("contentBlockDelta", payload);

        Assert.Null(streamEvent.AdditionalProperties);
        Assert.DoesNotContain("pad", BedrockJson.Serialize(streamEvent), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TextWithMore_KeepsTheRest()
    {
        var streamEvent = (ContentBlockDeltaEvent)ConverseTestData.Event("contentBlockDelta",
            """{"contentBlockIndex":0.0,"delta":{"text":"a","new":1},"other":{"x":null},"p":"q"}""");

        Assert.Equal("a", streamEvent.Text);
        Assert.Equal(0, streamEvent.ContentBlockIndex);
        Assert.Equal(1, streamEvent.Delta!.AdditionalProperties!["new"].GetInt32());
        Assert.Equal(JsonValueKind.Null, streamEvent.AdditionalProperties!["other"].GetProperty("x").ValueKind);
    }

    [Fact]
    public void Read_TextDelta_AllocatesOnlyEventDeltaAndText()
    {
        byte[] payload = Encoding.UTF8.GetBytes("""{"contentBlockIndex":0,"delta":{"text":"abcdefgh"},"p":"abcdefghijklm"}""");
        for (int i = 0; i < 200; i++) ConverseEventReader.Read("contentBlockDelta"u8, payload);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) ConverseEventReader.Read("contentBlockDelta"u8, payload);
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / 10;

        Assert.InRange(each, 1, 160);
    }

    [Fact]
    public void Fold_TextWithCitations_BecomesACitationsBlock()
    {
        ConverseResponse response = ConverseTestData.Fold(
        [
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"It is "}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"so."}}"""),
            ConverseTestData.Event("contentBlockDelta",
                """{"contentBlockIndex":0,"delta":{"citation":{"title":"T","source":"s","sourceContent":[{"text":"passage"}],"location":{"documentPage":{"documentIndex":0,"start":1,"end":2}},"new":1}}}"""),
        ]);

        Assert.Equal(
            """{"citationsContent":{"content":[{"text":"It is so."}],"citations":[{"title":"T","source":"s","sourceContent":[{"text":"passage"}],"location":{"documentPage":{"documentIndex":0,"start":1,"end":2}},"new":1}]}}""",
            BedrockJson.Serialize(Assert.Single(response.Message.Content)));
        Assert.Equal("It is so.", response.Text);
    }

    [Fact]
    public void Fold_BlocksOutOfOrder_AreSortedByIndex()
    {
        ConverseResponse response = ConverseTestData.Fold(
        [
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"text":"b"}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"a"}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"text":"c"}}"""),
        ]);

        Assert.Equal("abc", response.Text);
        Assert.Equal(2, response.Message.Content.Count);
    }

    [Theory]
    [InlineData(new string[0], "{}")]
    [InlineData(new[] { "", "" }, "{}")]
    [InlineData(new[] { "{\"a\":", "{\"b\":1}}" }, "{\"a\":{\"b\":1}}")]
    [InlineData(new[] { "{\"a\":", "\"cut" }, "\"{\\\"a\\\":\\\"cut\"")]
    public void Fold_ToolInput_IsParsedAtTheEndOrKeptAsText(string[] pieces, string expected)
    {
        List<ConverseStreamEvent> events =
            [ConverseTestData.Event("contentBlockStart",
            """{"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"t","name":"n","type":"server_tool_use"}}}""")];
        events.AddRange(pieces.Select(
            piece => new ContentBlockDeltaEvent { ContentBlockIndex = 0, Delta = new ToolUseDelta(new ToolUseBlockDelta { Input = piece }) }));

        var use = ((ToolUseContent)Assert.Single(ConverseTestData.Fold(events).Message.Content)).ToolUse!;

        Assert.Equal(ToolUseType.ServerToolUse, use.Type);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), use.Input), use.Input.GetRawText());
        if (use.Input.ValueKind == JsonValueKind.String)
        {
            Assert.Throws<JsonException>(() => use.InputAs(ConverseTestContext.Default.Weather));
        }
    }

    [Fact]
    public void Fold_RedactedReasoningAndServerToolAndImage_AreKept()
    {
        ConverseResponse response = ConverseTestData.Fold(
        [
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"redactedContent":"AQI="}}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"redactedContent":"Aw=="}}}"""),
            ConverseTestData.Event("contentBlockStart",
                """{"contentBlockIndex":1,"start":{"toolResult":{"toolUseId":"t","type":"code","status":"success"}}}"""),
            ConverseTestData.Event("contentBlockDelta",
                """{"contentBlockIndex":1,"delta":{"toolResult":[{"text":"a"},{"text":"b"},{"json":{"x":null}},{"brandNew":1}]}}"""),
            ConverseTestData.Event("contentBlockStart", """{"contentBlockIndex":2,"start":{"image":{"format":"png"}}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":2,"delta":{"image":{"source":{"bytes":"AQI="}}}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":2,"delta":{"image":{"source":{"bytes":"Aw=="}}}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":3,"delta":{"hologram":{"x":null}}}"""),
            ConverseTestData.Event("contentBlockStart", """{"contentBlockIndex":4,"start":{"hologram":{"x":1}}}"""),
        ]);

        Assert.Equal(
            """
            [{"reasoningContent":{"redactedContent":"AQID"}},{"toolResult":{"toolUseId":"t","content":[{"text":"ab"},{"json":{"x":null}},{"brandNew":1}],"status":"success","type":"code"}},{"image":{"format":"png","source":{"bytes":"AQID"}}},{"hologram":{"x":null}},{"hologram":{"x":1}}]
            """.Trim(),
            "[" + string.Join(',', response.Message.Content.Select(BedrockJson.Serialize)) + "]");
    }

    [Fact]
    public async Task ToConverseStream_Events_KeepTheContract()
    {
        ConverseStreamEvent[] events =
            [new MessageStartEvent { Role = ConversationRole.Assistant }, new ContentBlockDeltaEvent { ContentBlockIndex = 0, Delta = new TextDelta("hi") }];

        Assert.Equal("hi", (await events.Append(new MessageStopEvent { StopReason = StopReason.EndTurn }).ToConverseStream().ToResponseAsync()).Text);
        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => events.ToConverseStream().ToResponseAsync());
    }

    /// <summary>Gives its bytes in two reads.</summary>
    private sealed class CutStream(byte[] bytes, int cut) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(Position < cut ? buffer[..(int)Math.Min(buffer.Length, cut - Position)] : buffer, cancellationToken);
    }
}
