using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Converse;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Values that JSON or the service does not take, where other layers give them to the chat client.</summary>
public sealed class ChatOddValueTests
{
    private const string Claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private static readonly AIFunction Echo = AIFunctionFactory.Create((string q) => q, "echo");
    private static readonly JsonElement Half = JsonElement.Parse("\"x\\ud83d\"");
    private static readonly JsonElement Deep =
        JsonElement.Parse(new string('[', 100) + new string(']', 100), new JsonDocumentOptions { MaxDepth = 1_000 });

    public static TheoryData<string, object> Results => new()
    {
        { """[{"text":"x�"}]""", Half },
        { """[{"json":{"a":"x�"}}]""", JsonElement.Parse("""{"a":"x\ud83d"}""") },
        { """[{"json":{"result":["x�"]}}]""", JsonElement.Parse("""["x\ud83d"]""") },
        { """[{"json":{"result":""}}]""", new TextContent(string.Empty) },
        { """[{"text":"y"}]""", new List<AIContent> { new TextContent(" "), new TextContent("y") } },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task Result_ThatTheServiceWouldRefuse_IsSentInAFormThatItTakes(string expected, object result)
    {
        (JsonElement sent, _) = await SendAsync(History(new FunctionCallContent("c1", "echo"), new FunctionResultContent("c1", result)));

        JsonElement content = sent.GetProperty("messages")[2].GetProperty("content")[0].GetProperty("toolResult").GetProperty("content");
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), content), content.GetRawText());
    }

    [Fact]
    public async Task Arguments_WithHalfAPairOrDeep_AreSent()
    {
        var call = new FunctionCallContent("c1", "echo", new Dictionary<string, object?>
        {
            ["half"] = Half,
            ["deep"] = Deep,
            ["node"] = JsonNode.Parse(Deep.GetRawText(), null, new JsonDocumentOptions { MaxDepth = 1_000 }),
        });

        (JsonElement sent, _) = await SendAsync(History(call, new FunctionResultContent("c1", "r")));

        JsonElement input = sent.GetProperty("messages")[1].GetProperty("content")[0].GetProperty("toolUse").GetProperty("input");
        Assert.Equal("x\uFFFD", input.GetProperty("half").GetString());
        Assert.Equal(Deep.GetRawText(), input.GetProperty("deep").GetRawText());
        Assert.Equal(Deep.GetRawText(), input.GetProperty("node").GetRawText());
    }

    [Fact]
    public async Task AdditionalProperties_WithHalfAPairOrDeep_AreSent()
    {
        (JsonElement sent, _) = await SendAsync(Hi(), new ChatOptions { AdditionalProperties = new() { ["half"] = Half, ["deep"] = Deep } });

        JsonElement fields = sent.GetProperty("additionalModelRequestFields");
        Assert.Equal("x\uFFFD", fields.GetProperty("half").GetString());
        Assert.Equal(Deep.GetRawText(), fields.GetProperty("deep").GetRawText());
    }

    [Fact]
    public async Task Numbers_ThatJsonLacks_AreRefusedByName()
    {
        foreach ((ChatOptions options, string place) in new[]
        {
            (new ChatOptions { FrequencyPenalty = float.NaN }, "ChatOptions.FrequencyPenalty"),
            (new ChatOptions { PresencePenalty = float.PositiveInfinity }, "ChatOptions.PresencePenalty"),
            (new ChatOptions { AdditionalProperties = new() { ["bias"] = JsonValue.Create(double.NaN) } }, "AdditionalProperties[\"bias\"]"),
        })
        {
            ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(Hi(), options, "openai.gpt-oss-20b-1:0"));
            Assert.Contains(place, e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Calls_OfOneTurnWithTheSameId_GoWithIdsOfTheirOwn()
    {
        (JsonElement sent, ChatResponse response) = await SendAsync(
        [
            new(ChatRole.User, "Hi"),
            new(ChatRole.Assistant, [new FunctionCallContent("c", "echo"), new FunctionCallContent("c", "echo")]),
            new(ChatRole.Tool, [new FunctionResultContent("c", "one"), new FunctionResultContent("c", "two")]),
        ]);

        string[] calls = Ids(sent, 1, "toolUse");
        Assert.Equal(2, calls.Distinct().Count());
        Assert.Equal(calls, Ids(sent, 2, "toolResult"));
        Assert.Equal("c", calls[0]);
        Assert.Single(response.GetWarnings());
    }

    [Theory]
    [InlineData("""{"top_p":0.9}""", 0.5f, "top_p")]
    [InlineData("""{"top_p":0.9,"temperature":0.5}""", null, "top_p")]
    [InlineData("""{"temperature":0.5,"thinking":{"type":"enabled","budget_tokens":2000}}""", null, "temperature")]
    [InlineData("""{"tool_choice":{"type":"any"},"thinking":{"type":"enabled","budget_tokens":2000}}""", null, "tool_choice")]
    public async Task Fields_ThatAnotherMemberExcludes_AreLeftOutAndReported(string fields, float? temperature, string left)
    {
        var options = new ChatOptions { Temperature = temperature, Tools = [Echo], AdditionalProperties = [] };
        foreach (JsonProperty field in JsonElement.Parse(fields).EnumerateObject())
        {
            options.AdditionalProperties[field.Name] = field.Value;
        }

        (JsonElement sent, ChatResponse response) = await SendAsync(Hi(), options);

        Assert.False(sent.TryGetProperty("additionalModelRequestFields", out JsonElement rest) && rest.TryGetProperty(left, out _), sent.GetRawText());
        Assert.Contains(left, Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object"}}}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","additionalProperties":true}}}""")]
    [InlineData("""{"type":"object"}""")]
    public async Task Format_WithAnOpenObject_IsAskedForByATool(string schema)
    {
        (JsonElement sent, _) = await SendAsync(Hi(), new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse(schema)) });

        Assert.False(sent.TryGetProperty("outputConfig", out _));
        Assert.True(sent.TryGetProperty("toolConfig", out _));
    }

    [Fact]
    public async Task CachePoints_SideBySideOrOfNothing_AreOneOrNone()
    {
        (JsonElement sent, _) = await SendAsync(
            [.. Hi(), new(ChatRole.Assistant, "Hello"), new ChatMessage(ChatRole.Tool, [new FunctionResultContent("c1", "r")]).UsePromptCaching(),
                new(ChatRole.User, "Well?")],
            new ChatOptions
            {
                RawRepresentationFactory = _ => new ConverseRequest
                {
                    System = ["Be brief.", new CachePointBlock(), new CachePointBlock()],
                    ToolConfig = new()
                    {
                        Tools = [Tool.Create("a", null, JsonElement.Parse("""{"type":"object"}""")), new CachePointBlock(), new CachePointBlock()],
                    },
                },
            });

        Assert.Equal(2, sent.GetProperty("system").GetArrayLength());
        Assert.Equal(2, sent.GetProperty("toolConfig").GetProperty("tools").GetArrayLength());
        Assert.Equal("""[{"text":"Well?"}]""", sent.GetProperty("messages")[2].GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task Stream_ReasoningThatEndsInHalfAPair_StaysReasoning()
    {
        AIContent[] contents = await StreamAsync(
            ("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"a\ud83d"}}}"""),
            ("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"reasoningContent":{"signature":"s"}}}"""),
            ("contentBlockStop", """{"contentBlockIndex":0}"""),
            ("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"text":"t"}}"""));

        var thought = Assert.IsType<TextReasoningContent>(contents[0]);
        Assert.Equal(("a\uFFFD", "s"), (thought.Text, thought.ProtectedData));
        Assert.Equal("t", Assert.IsType<TextContent>(contents[1]).Text);
    }

    [Fact]
    public async Task Stream_OtherKindsAtOneIndexWithoutAStop_KeepTheirOrder()
    {
        AIContent[] contents = await StreamAsync(
            ("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"x"}}"""),
            ("contentBlockStart", """{"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"1","name":"a"}}}"""),
            ("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"toolUse":{"input":"{}"}}}"""),
            ("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"y"}}"""));

        Assert.Equal(["TextContent", "FunctionCallContent", "TextContent"], contents.Select(content => content.GetType().Name));
    }

    private static List<ChatMessage> Hi() => [new(ChatRole.User, "Hi")];

    private static List<ChatMessage> History(FunctionCallContent call, FunctionResultContent result) =>
        [.. Hi(), new(ChatRole.Assistant, [call]), new(ChatRole.Tool, [result])];

    private static string[] Ids(JsonElement sent, int message, string kind) =>
        [.. sent.GetProperty("messages")[message].GetProperty("content").EnumerateArray()
            .Select(block => block.GetProperty(kind).GetProperty("toolUseId").GetString()!)];

    private static async Task<(JsonElement Sent, ChatResponse Response)> SendAsync(
        List<ChatMessage> messages, ChatOptions? options = null, string model = Claude)
    {
        var handler = new ScriptedHandler(
            _ => Answers.Json("""{"output":{"message":{"role":"assistant","content":[{"text":"ok"}]}},"stopReason":"end_turn"}"""));
        using BedrockClient client = TestClient.Over(handler);

        ChatResponse response = await client.AsIChatClient(model).GetResponseAsync(messages, options ?? new ChatOptions { Tools = [Echo] });

        return (JsonElement.Parse(handler.Sent[0].Text, new JsonDocumentOptions { MaxDepth = 1_000 }), response);
    }

    private static async Task<AIContent[]> StreamAsync(params (string Type, string Payload)[] events)
    {
        byte[][] frames =
            [.. events.Select(e => ConverseTestData.Frame(e.Type, e.Payload)), ConverseTestData.Frame("messageStop", """{"stopReason":"end_turn"}""")];
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(frames)));

        ChatResponse response = await client.AsIChatClient(Claude).GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        return [.. response.Messages.SelectMany(message => message.Contents)];
    }
}
