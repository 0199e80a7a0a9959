using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedChatCompletionsTests
{
    private const string Id = "qwen.qwen3-next-80b-a3b";
    private const string Weather = """
        "tools":[{"type":"function","function":{"name":"get_weather","parameters":{"type":"object","required":["city","days"],"properties":{
            "city":{"type":"string"},"days":{"type":"integer"}}}}}]
        """;

    public static TheoryData<string> Ids =>
    [
        .. ((Type[])[
            typeof(OpenAIModels), typeof(QwenModels), typeof(DeepSeekChatModels), typeof(MiniMaxModels), typeof(MoonshotModels), typeof(GemmaModels),
            typeof(NemotronModels), typeof(GlmModels), typeof(MistralChatCompletionModels), typeof(GrokModels), typeof(WriterModels),
        ]).SelectMany(type => type.GetProperties()).Select(property => ((Model)property.GetValue(null)!).Id.Value),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Invoke_EveryModel_AnswersThroughTheClientAndStreamsTheSame(string id)
    {
        using var fake = new FakeBedrock();
        var model = ChatCompletionModels.FromId(id);
        ChatCompletionRequest request = ChatCompletionRequest.For("Why is the sky blue?");

        ChatCompletionResponse whole = await fake.Client.InvokeAsync(model, request);
        ChatCompletionResponse streamed = await fake.Client.StreamAsync(model, request).ToResponseAsync();

        Assert.Contains("Why is the sky blue?", whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", whole.Text, StringComparison.Ordinal);
        Assert.Equal((whole.Text, whole.ReasoningText, whole.FinishReason), (streamed.Text, streamed.ReasoningText, streamed.FinishReason));
        Assert.Equal(whole.TokenUsage!.OutputTokens, streamed.TokenUsage!.OutputTokens);
        Assert.True(whole.TokenUsage.InputTokens > 0);
        Assert.IsType<SimulatedChatCompletions>(SimulatedFamilies.Find(id)!.Value.Family);
    }

    [Fact]
    public void Invoke_Text_AnswersInTheFamilysShape()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, Request("\"Hello\"", system: "Be brief."));

        Assert.Equal("chat.completion", body.GetProperty("object").GetString());
        Assert.StartsWith("chatcmpl-", body.GetProperty("id").GetString(), StringComparison.Ordinal);
        JsonElement choice = body.GetProperty("choices")[0];
        Assert.Equal("stop", choice.GetProperty("finish_reason").GetString());
        Assert.Contains("Be brief.", choice.GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai.gpt-oss-20b-1:0", "<reasoning>The user", null)]
    [InlineData("minimax.minimax-m2", "<think>The user", null)]
    [InlineData("moonshotai.kimi-k2.5", "You wrote", "The user")]
    [InlineData("mistral.devstral-2-123b", "You wrote", null)]
    public void Invoke_Reasoning_StandsWhereTheModelPutsIt(string id, string content, string? reasoning)
    {
        JsonElement message = SimulatedCalls.Invoke(id, Request("\"Hello\"")).GetProperty("choices")[0].GetProperty("message");

        Assert.StartsWith(content, message.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal(reasoning is not null, message.TryGetProperty("reasoning_content", out JsonElement own));
        Assert.True(reasoning is null || own.GetString()!.StartsWith(reasoning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"max_tokens\":4", "length")]
    [InlineData("\"max_completion_tokens\":4", "length")]
    [InlineData("\"stop\":\"sky\"", "stop")]
    [InlineData("\"stop\":[\"none\",\"sky\"]", "stop")]
    public void Invoke_Limits_CutTheText(string member, string reason)
    {
        JsonElement choice = SimulatedCalls.Invoke(Id, Request("\"Why is the sky blue?\"", member)).GetProperty("choices")[0];

        Assert.Equal(reason, choice.GetProperty("finish_reason").GetString());
        Assert.DoesNotContain("sky", choice.GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Invoke_PalmyraWithoutLimit_IsCutAt16Tokens() => Assert.Equal(
        16, SimulatedCalls.Invoke("writer.palmyra-x5-v1:0", Request("\"Why is the sky blue?\"")).GetProperty("usage").GetProperty("completion_tokens")
            .GetInt32());

    [Theory]
    [InlineData("please get weather for 3 days in \\\"Paris\\\"", "\"tool_choice\":\"auto\"", true)]
    [InlineData("hello", "\"tool_choice\":\"required\"", true)]
    [InlineData("hello", "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"get_weather\"}}", true)]
    [InlineData("get weather", "\"tool_choice\":\"none\"", false)]
    [InlineData("hello", "\"tool_choice\":\"auto\"", false)]
    public void Invoke_Tools_AreCalledAsTheChoiceSays(string prompt, string choice, bool called)
    {
        JsonElement first = SimulatedCalls.Invoke(Id, Request($"\"{prompt}\"", $"{Weather},{choice}")).GetProperty("choices")[0];

        Assert.Equal(called ? "tool_calls" : "stop", first.GetProperty("finish_reason").GetString());
        Assert.Equal(called, first.GetProperty("message").TryGetProperty("tool_calls", out _));
    }

    [Fact]
    public void Stream_ToolCall_HasItsArgumentsInPieces_Streaming()
    {
        string request = Request("\"get weather for 3 days in \\\"Paris, the capital\\\"\"", Weather);

        List<JsonElement> chunks = SimulatedCalls.Stream(Id, request);
        string arguments = string.Concat(chunks
            .Select(chunk => chunk.GetProperty("choices")[0].GetProperty("delta"))
            .Where(delta => delta.TryGetProperty("tool_calls", out _))
            .Select(delta => delta.GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString()));

        Assert.Equal("""{"city":"Paris, the capital","days":3}""", arguments);
        Assert.Equal("tool_calls", chunks[^1].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.True(chunks.Count > 4);
    }

    [Fact]
    public async Task InvokeAsync_ToolRoundTrip_AnswersWithTheResult()
    {
        using var fake = new FakeBedrock();
        ChatCompletionRequestBuilder conversation = new ChatCompletionRequestBuilder()
            .Tool("get_weather", null, JsonElement.Parse("""{"type":"object","required":["city"],"properties":{"city":{"type":"string"}}}"""))
            .User("get weather in Paris");

        ChatCompletionResponse asked = await fake.Client.InvokeAsync(GlmModels.Glm5, conversation.Build());
        ChatCompletionToolCall call = Assert.Single(asked.ToolCalls);
        ChatCompletionResponse answer = await fake.Client.InvokeAsync(GlmModels.Glm5, conversation.Assistant(asked).ToolResult(call.Id!, "18 degrees").Build());

        Assert.Equal("""{"city":"Paris"}""", call.Function!.Arguments);
        Assert.Contains("18 degrees", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ChatCompletionFinishReason.Stop, answer.FinishReason);
    }

    [Fact]
    public void Invoke_SchemaAsked_AnswersWithItsMembers()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, Request(
            "\"Two nights in Rome\"",
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"trip\",\"schema\":{\"type\":\"object\",\"required\":[\"place\"],\"properties\":{\"place\":{\"type\":\"string\"}}}}}"));

        Assert.Equal("""{"place":"Rome"}""", body.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
    }

    [Fact]
    public async Task StreamAsync_SeveralAnswersAndLogprobs_AreFolded_Streaming()
    {
        using var fake = new FakeBedrock();
        ChatCompletionRequest request = ChatCompletionRequest.For("hello");
        (request.N, request.Logprobs) = (2, true);

        ChatCompletionResponse response = await fake.Client.StreamAsync(DeepSeekChatModels.V32, request).ToResponseAsync();

        Assert.Equal([0, 1], response.Choices.Select(choice => choice.Index!.Value));
        Assert.Equal(response.Choices[0].Message!.Text, response.Choices[1].Message!.Text);
        Assert.NotEmpty(response.Choices[1].Logprobs!.Content!);
    }

    [Fact]
    public async Task Completion_Prompt_IsContinuedAndStreamsTheSame()
    {
        using var fake = new FakeBedrock();
        var model = WriterModels.CompletionFromId("us.writer.palmyra-x4-v1:0");
        WriterCompletionRequest request = WriterCompletionRequest.For("A berth is");

        WriterCompletionResponse whole = await fake.Client.InvokeAsync(model, request);
        List<WriterCompletionStreamEvent> events = await Support.TestClient.ToListAsync(fake.Client.StreamAsync(model, request));

        Assert.Contains("A berth is", whole.Text, StringComparison.Ordinal);
        Assert.Equal(whole.Text, string.Concat(events.Select(e => e.Text)));
        Assert.IsType<WriterCompletionDoneEvent>(events[^1]);
        Assert.NotNull(events[^2].InvocationMetrics);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"messages\":{}}")]
    [InlineData("{\"messages\":[]}")]
    [InlineData("{\"messages\":[{\"role\":\"narrator\",\"content\":\"a\"}]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\"}]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":7}]}")]
    [InlineData("{\"messages\":[{\"role\":\"tool\",\"content\":\"a\"}]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"max_tokens\":0}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"temperature\":3}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"stream\":true}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"model\":\"other\"}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"n\":200}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"reasoning_effort\":\"minimal\"}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tools\":[],\"tool_choice\":\"sometimes\"}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tools\":[],\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"f\"}}}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"response_format\":{\"type\":\"xml\"}}")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused("openai.gpt-oss-20b-1:0", body);

    private static string Request(string content, string? more = null, string? system = null) =>
        $$"""{"messages":[{{(system is null ? string.Empty : $$"""{"role":"system","content":"{{system}}"},""")}}{"role":"user","content":{{content}}}]{{(more is null ? string.Empty : "," + more)}}}""";
}
