using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>What models and tools give that nobody expects, and what becomes of it in the next request.</summary>
public sealed class OddAnswerTests
{
    private const string Nova = "us.amazon.nova-lite-v1:0";
    private const string Claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private static readonly string Done = Answer("""[{"text":"Done."}]""", "end_turn");

    public static TheoryData<string, string> EmptyPieces => new()
    {
        { "contentBlockStart", """{"contentBlockIndex":0,"start":{"text":""}}""" },
        { "contentBlockStart", """{"contentBlockIndex":0,"start":{"reasoningContent":{}}}""" },
        { "contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":null}}""" },
        { "contentBlockDelta", """{"contentBlockIndex":0,"delta":{"toolUse":null}}""" },
        { "contentBlockDelta", """{"contentBlockIndex":0,"delta":{"toolUse":{"input":null}}}""" },
        { "contentBlockDelta", """{"contentBlockIndex":0,"delta":{"toolUse":{"input":""}}}""" },
        { "contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{}}}""" },
    };

    [Theory]
    [MemberData(nameof(EmptyPieces))]
    public void Fold_PieceThatHoldsNothing_MakesNoBlock(string type, string payload)
    {
        ConverseResponse folded = ConverseTestData.Fold([ConverseTestData.Event(type, payload), Text("h"), End]);

        Assert.Equal("h", Assert.IsType<TextBlock>(Assert.Single(folded.Message.Content)).Text);
    }

    [Fact]
    public void Fold_OtherKindsAtOneIndexWithoutAStop_KeepTheirOrder()
    {
        ConverseResponse folded = ConverseTestData.Fold(
        [
            Text("x"),
            ConverseTestData.Event("contentBlockStart", """{"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"1","name":"a"}}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"toolUse":{"input":"{}"}}}"""),
            Text("y"),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"z"}}}"""),
            End,
        ]);

        Assert.Equal(["TextBlock", "ToolUseContent", "TextBlock", "ReasoningContent"], folded.Message.Content.Select(block => block.GetType().Name));
    }

    [Theory]
    [InlineData("x", "x")]
    [InlineData("", "")]
    [InlineData("a|b", "a|b")]
    public async Task Loop_CallsOfOneTurnWithTheSameId_GoBackWithIdsOfTheirOwn(string first, string second)
    {
        JsonElement sent = await SecondAsync([Call(first, "echo", """{"q":"one"}"""), Call(second, "echo", """{"q":"two"}""")],
            RunnableTool.Create("echo", "d", (string q) => q));

        string[] calls = [.. Blocks(sent, 1).Select(block => block.GetProperty("toolUse").GetProperty("toolUseId").GetString()!)];
        JsonElement[] results = [.. Blocks(sent, 2).Select(block => block.GetProperty("toolResult"))];
        Assert.Equal(2, calls.Distinct().Count());
        Assert.Equal(calls, results.Select(result => result.GetProperty("toolUseId").GetString()!));
        Assert.Equal(["one", "two"], results.Select(result => result.GetProperty("content")[0].GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task Loop_ResultWithAnotherId_IsThatOfItsCall()
    {
        JsonElement sent = await SecondAsync([Call("t1", "echo", "{}")],
            RunnableTool.Create("echo", "d", () => new ToolResultBlock { ToolUseId = "mine", Content = ["r"] }));

        Assert.Equal("t1", Blocks(sent, 2)[0].GetProperty("toolResult").GetProperty("toolUseId").GetString());
    }

    [Fact]
    public async Task Loop_BlankResult_GoesAsAnObject()
    {
        JsonElement sent = await SecondAsync([Call("t1", "echo", "{}")], RunnableTool.Create("echo", "d", () => " "));

        Assert.Equal("""[{"json":{"result":" "}}]""", Blocks(sent, 2)[0].GetProperty("toolResult").GetProperty("content").GetRawText());
    }

    [Theory]
    [InlineData("""[{"a":"x\ud83d"}]""", """{"result":[{"a":"x�"}]}""")]
    [InlineData("""{"a":"x\ud83d"}""", """{"a":"x�"}""")]
    public async Task Loop_ResultWithHalfAPair_GoesWithAReplacement(string result, string expected)
    {
        JsonElement sent = await SecondAsync([Call("t1", "echo", "{}")], RunnableTool.Create("echo", "d", () => JsonElement.Parse(result)));

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), Json(sent)), Json(sent).GetRawText());
    }

    [Fact]
    public async Task Loop_DeepResult_GoesWhole()
    {
        JsonElement deep = Parse(new string('[', 100) + new string(']', 100));

        JsonElement sent = await SecondAsync([Call("t1", "echo", "{}")], RunnableTool.Create("echo", "d", () => deep));

        Assert.Equal(deep.GetRawText(), Json(sent).GetProperty("result").GetRawText());
    }

    [Fact]
    public async Task Loop_BlankReasoningWithoutSignature_IsLeftOut()
    {
        JsonElement sent = await SecondAsync(
            ["""{"reasoningContent":{"reasoningText":{"text":"\n"}}}""", Call("t1", "echo", "{}")],
            RunnableTool.Create("echo", "d", () => "r"),
            "openai.gpt-oss-20b-1:0");

        Assert.True(Assert.Single(Blocks(sent, 1)).TryGetProperty("toolUse", out _));
    }

    [Fact]
    public async Task Converse_DeepSchemaWithoutType_IsSentWithIt()
    {
        string inner = string.Concat(Enumerable.Repeat("""{"items":""", 100)) + "{}" + new string('}', 100);
        var handler = new ScriptedHandler(_ => Answers.Json(Done));
        using BedrockClient client = TestClient.Over(handler);

        await client.ConverseAsync(Nova, WithTool(Parse($$"""{"properties":{"a":{{inner}}},"description":"x\ud83d"}""")));

        JsonElement schema = Parse(handler.Sent[0].Text).GetProperty("toolConfig").GetProperty("tools")[0].GetProperty("toolSpec").GetProperty("inputSchema")
            .GetProperty("json");
        Assert.Equal("object", schema.GetProperty("type").GetString());
        Assert.Equal("x\uFFFD", schema.GetProperty("description").GetString());
    }

    [Fact]
    public async Task CountTokens_SchemaWithoutType_IsSentWithIt()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("""{"inputTokens":5}"""));
        using BedrockClient client = TestClient.Over(handler);

        await client.CountTokensAsync(Claude, WithTool(JsonElement.Parse("{}")));

        Assert.Contains("""{"json":{"type":"object"}}""", handler.Sent[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_NativeAnswerWithHalfAPair_IsRead()
    {
        var handler = new ScriptedHandler(_ => Answers.Json(Answer("""[{"text":"{\"city\":\"x\\ud83d\"}"}]""", "end_turn")));
        using BedrockClient client = TestClient.Over(handler);

        ConverseResponse<Weather> answer = await client.ConverseAsync(Claude, ConverseRequest.For("Where?"), ConverseTestContext.Default.Weather);

        Assert.Equal("x\uFFFD", answer.Value.City);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":["object","null"],"additionalProperties":true}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","patternProperties":{"x":{"type":"string"}}}}}""")]
    [InlineData("""{"type":"object","additionalProperties":true}""")]
    public async Task Converse_StrictToolWithAnOpenObject_IsRefused(string schema)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(Done)));
        ConverseRequest request = WithTool(JsonElement.Parse(schema));
        ((SpecifiedTool)request.ToolConfig!.Tools[0]).ToolSpec!.Strict = true;

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(Claude, request));

        Assert.Contains("ToolConfig.Tools[0].ToolSpec.InputSchema", e.Message, StringComparison.Ordinal);
        Assert.False(ModelRules.For(Claude).TakesSchema(JsonElement.Parse(schema)));
    }

    [Theory]
    [InlineData("""{"top_p":0.9}""", 0.5, "top_p")]
    [InlineData("""{"top_p":0.9,"temperature":0.5}""", null, "top_p")]
    [InlineData("""{"temperature":0.5,"thinking":{"type":"enabled","budget_tokens":2000}}""", null, "temperature")]
    [InlineData("""{"tool_choice":{"type":"any"},"thinking":{"type":"enabled","budget_tokens":2000}}""", null, "tool_choice")]
    public async Task Converse_FieldThatAnotherMemberExcludes_IsRefused(string fields, double? temperature, string named)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(Done)));
        ConverseRequest request = WithTool(JsonElement.Parse("""{"type":"object"}"""));
        request.AdditionalModelRequestFields = JsonElement.Parse(fields);
        request.InferenceConfig = temperature is null ? null : new InferenceConfiguration { Temperature = temperature };

        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(Claude, request));

        Assert.Contains($"'{named}'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsOn_ThinkingThatIsNull_SaysNothing() => Assert.False(ConverseThinking.IsOn(
        new ConverseRequest { AdditionalModelRequestFields = JsonElement.Parse("""{"thinking":null}""") }, ModelRules.For(Claude)));

    [Fact]
    public async Task Converse_CachePointThatHasNothingToItself_IsRefused()
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(Done)));
        ConverseRequest tools = WithTool(JsonElement.Parse("""{"type":"object"}"""));
        tools.ToolConfig!.Tools = [.. tools.ToolConfig.Tools, new CachePointBlock(), new CachePointBlock()];
        ConverseRequest system = ConverseRequest.For("Hi");
        system.System = ["Be brief.", new CachePointBlock(), new CachePointBlock()];
        var alone = new ConverseRequest { Messages = [Message.User(" ", new CachePointBlock())] };
        var blank = new ConverseRequest { Messages = [Message.User(" ", "\n")] };

        foreach ((ConverseRequest request, string place) in new[]
        {
            (tools, "ToolConfig.Tools[2].CachePoint"), (system, "System[2].CachePoint"), (alone, "Messages[0].Content"), (blank, "Messages[0].Content"),
        })
        {
            ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.ConverseAsync(Claude, request));
            Assert.Contains(place, e.Message, StringComparison.Ordinal);
        }
    }

    private static ContentBlockDeltaEvent Text(string text) => new() { ContentBlockIndex = 0, Delta = new TextDelta(text) };

    private static MessageStopEvent End => new() { StopReason = StopReason.EndTurn };

    private static JsonElement Parse(string json) => JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = 1_000 });

    private static string Answer(string content, string reason) =>
        $$"""{"stopReason":"{{reason}}","output":{"message":{"role":"assistant","content":{{content}} } } }""";

    private static string Call(string id, string name, string input) =>
        $$"""{"toolUse":{"toolUseId":"{{id}}","name":"{{name}}","input":{{input}} } }""";

    private static JsonElement[] Blocks(JsonElement sent, int message) => [.. sent.GetProperty("messages")[message].GetProperty("content").EnumerateArray()];

    private static JsonElement Json(JsonElement sent) => Blocks(sent, 2)[0].GetProperty("toolResult").GetProperty("content")[0].GetProperty("json");

    private static ConverseRequest WithTool(JsonElement schema)
    {
        ConverseRequest request = ConverseRequest.For("Hi");
        request.ToolConfig = new ToolConfiguration { Tools = [Tool.Create("echo", null, schema)] };
        return request;
    }

    // What the loop sends after the first answer.
    private static async Task<JsonElement> SecondAsync(string[] blocks, RunnableTool tool, string model = Nova)
    {
        var handler = new ScriptedHandler(_ => Answers.Json(Answer($"[{string.Join(',', blocks)}]", "tool_use")), _ => Answers.Json(Done));
        using BedrockClient client = TestClient.Over(handler);

        await client.ConverseWithToolsAsync(model, ConverseRequest.For("Go."), [tool]);

        return Parse(handler.Sent[1].Text);
    }
}
