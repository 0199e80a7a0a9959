using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionResponseTests
{
    private const string Fixture = """
        {
          "id": "chatcmpl-1", "object": "chat.completion", "created": 1764000000.0, "model": "openai.gpt-oss-20b-1:0", "service_tier": "default",
          "system_fingerprint": "fp_1",
          "choices": [
            {"index": 0.0, "finish_reason": "stop", "stop_reason": 200012, "message": {"role": "assistant", "content": "<reasoning>Easy.</reasoning>\n\nBlue."},
             "logprobs": {"content": [{"token": "Blue", "logprob": -0.5, "bytes": [66, 108], "top_logprobs": [{"token": "Blue", "logprob": -0.5, "bytes": null}]}], "refusal": null}},
            {"index": 1, "finish_reason": "length", "message": {"role": "assistant", "content": "Second."}}
          ],
          "usage": {"prompt_tokens": 30, "completion_tokens": 9, "total_tokens": 39, "prompt_tokens_details": {"cached_tokens": 10}, "completion_tokens_details": {"reasoning_tokens": 4}},
          "prompt_logprobs": null,
          "amazon-bedrock-guardrailAction": "NONE"
        }
        """;

    [Fact]
    public void Read_Fixture_GivesEveryMember()
    {
        ChatCompletionResponse response = BedrockJson.Deserialize<ChatCompletionResponse>(Fixture);

        Assert.Equal("Blue.", response.Text);
        Assert.Equal("Easy.", response.ReasoningText);
        Assert.Equal("<reasoning>Easy.</reasoning>\n\nBlue.", response.Choices[0].Message!.Content!.Text);
        Assert.Equal(ChatCompletionFinishReason.Stop, response.FinishReason);
        Assert.Equal(1_764_000_000, response.Created);
        Assert.Equal(0, response.Choices[0].Index);
        Assert.Equal(-0.5, response.Choices[0].Logprobs!.Content![0].Logprob);
        Assert.Equal([66, 108], response.Choices[0].Logprobs!.Content![0].Bytes!);
        Assert.Equal("Second.", response.Choices[1].Message!.Text);
        Assert.Empty(response.ToolCalls);
        Assert.Equal(BedrockGuardrailAction.None, response.GuardrailAction);
        Assert.Null(response.AdditionalProperties);
    }

    [Fact]
    public void TokenUsage_CachedTokens_AreNotCountedTwice()
    {
        TokenUsage usage = BedrockJson.Deserialize<ChatCompletionResponse>(Fixture).TokenUsage!;

        Assert.Equal((20, 9, 39, 10, null),
            (usage.InputTokens, usage.OutputTokens, usage.TotalTokens, usage.CacheReadInputTokens, usage.CacheWriteInputTokens));
        Assert.Null(new ChatCompletionResponse().TokenUsage);
    }

    [Theory]
    [InlineData("plain", null, "plain")]
    [InlineData("<think>a</think>b", "a", "b")]
    [InlineData(" \n<think>\na\n</think>\n\nb\n", "a", "b\n")]
    [InlineData("<reasoning>a</reasoning><reasoning>b</reasoning>c", "a\nb", "c")]
    [InlineData("<reasoning>a</reasoning>", "a", "")]
    [InlineData("<think>never closed", null, "<think>never closed")]
    [InlineData("The tag <think>x</think> is", null, "The tag <think>x</think> is")]
    [InlineData("<other>a</other>b", null, "<other>a</other>b")]
    [InlineData("", null, "")]
    public void Text_ReasoningInFront_IsToldApart(string content, string? reasoning, string text)
    {
        var response = new ChatCompletionResponse { Choices = [new() { Message = new() { Content = content } }] };

        Assert.Equal((reasoning, text), (response.ReasoningText, response.Text));
        Assert.Equal(content, response.ToMessage().Content!.Text);
    }

    [Fact]
    public void ReasoningText_OwnMember_WinsOverTheTags()
    {
        var message = new ChatCompletionResponseMessage { Content = "<think>tag</think>x", Reasoning = "second" };
        Assert.Equal("second", message.ReasoningText);
        message.ReasoningContent = "first";
        Assert.Equal(("first", "x"), (message.ReasoningText, message.Text));
    }

    [Fact]
    public void ToolCalls_ParallelCalls_AreTypedAndGoBack()
    {
        ChatCompletionResponse response = BedrockJson.Deserialize<ChatCompletionResponse>(
            """
            {"choices":[{"message":{"role":"assistant","tool_calls":[
              {"id":"1","type":"function","function":{"name":"weather","arguments":"\"Paris\""}},
              {"id":"2","type":"function","function":{"name":"clock","arguments":""}}]},"finish_reason":"tool_calls"}]}
            """);

        Assert.Equal(["weather", "clock"], response.ToolCalls.Select(call => call.Name));
        Assert.Equal("Paris", response.ToolCalls[0].ArgumentsAs(BedrockJson.TypeInfo<string>()));
        Assert.Null(response.ToolCalls[1].ArgumentsAs(BedrockJson.TypeInfo<ChatCompletionUsage>())!.PromptTokens);
        Assert.ThrowsAny<JsonException>(() => ChatCompletionToolCall.ForFunction("1", "f", "{cut").ArgumentsAs(BedrockJson.TypeInfo<ChatCompletionUsage>()));
        ChatCompletionMessage turn = response.ToMessage();
        Assert.Null(turn.Content);
        Assert.NotSame(response.ToolCalls[0], turn.ToolCalls![0]);
        ChatCompletionRequest next = ChatCompletionRequest.For("a");
        next.Messages.Add(turn);
        OpenAIModels.GptOss20B.CheckRequest!(next);
    }

    [Fact]
    public void ToMessage_NothingSaid_IsAnEmptyTurn()
    {
        Assert.Equal("""{"role":"assistant","content":""}""", BedrockJson.Serialize(new ChatCompletionResponseMessage().ToMessage()));
        Assert.Throws<InvalidOperationException>(() => new ChatCompletionResponse { Choices = [new()] }.ToMessage());
    }

    [Fact]
    public async Task InvokeAsync_ErrorInsideA200_IsTyped()
    {
        using var handler = new ScriptedHandler(
            _ => Answers.Json("""{"error":{"message":"too long","type":"invalid_request_error","param":null,"code":400,"new":1}}"""));
        using BedrockClient client = TestClient.Over(handler);

        ChatCompletionResponse response = await client.InvokeAsync(QwenModels.Qwen3Dense32B, ChatCompletionRequest.For("a"));

        Assert.Equal(("too long", "invalid_request_error", 400), (response.Error!.Message, response.Error.Type, response.Error.Code!.Value.GetInt32()));
        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.FinishReason);
        Assert.Equal("/model/qwen.qwen3-32b-v1%3A0/invoke", handler.Sent[0].Uri.AbsolutePath);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => ChatCompletionTestSet.RoundTrip<ChatCompletionResponse>("""
        {
          "new": {"a": null}, "object": "chat.completion.v2", "service_tier": "slow", "created": 99999999999,
          "choices": [{"new": 1, "finish_reason": "bored", "stop_reason": "END", "message": {"role": "narrator", "new": {"x": 1}, "annotations": [],
            "content": [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}, {"type": "text", "text": "a"}],
            "tool_calls": [{"id": "1", "type": "custom", "custom": {"input": "x"}}]},
            "logprobs": {"new": 1, "content": [{"token": "a", "new": 1, "top_logprobs": [{"token": "b", "new": 1}]}]}}],
          "usage": {"prompt_tokens": 1, "new": 1, "prompt_tokens_details": {"cached_tokens": 1, "new": 1}, "completion_tokens_details": {"new": 1}},
          "error": {"message": "m", "new": 1}
        }
        """);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"choices":null,"usage":null,"created":null}""")]
    [InlineData("""{"choices":[null,{"message":null}]}""")]
    public void Read_NothingThere_IsEmpty(string json)
    {
        ChatCompletionResponse response = BedrockJson.Deserialize<ChatCompletionResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.ReasoningText);
        Assert.Empty(response.ToolCalls);
    }

    [Theory]
    [InlineData("""{"choices":{}}""")]
    [InlineData("""{"choices":[{"message":7}]}""")]
    [InlineData("""{"choices":[{"finish_reason":7}]}""")]
    [InlineData("""{"usage":{"prompt_tokens":"x"}}""")]
    [InlineData("""{"created":"yesterday"}""")]
    [InlineData("""{"choices":[{"message":{"content":{}}}]}""")]
    [InlineData("""{"choices":[""")]
    public async Task InvokeAsync_Malformed_IsAProtocolErrorWithThePlace(string body)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json(body));
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e =
            await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(GlmModels.Glm5, ChatCompletionRequest.For("a")));

        Assert.NotNull(e.JsonPath);
        Assert.DoesNotContain("yesterday", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EqualJson_KeepsTheFixture() => EqualJson.Check(Fixture, BedrockJson.Serialize(BedrockJson.Deserialize<ChatCompletionResponse>(Fixture)));
}
