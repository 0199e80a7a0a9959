using System.Text.Json;
using Bedrock.Toolkit.Models;
using ChatFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.ChatCompletionRequest, Bedrock.Toolkit.Models.ChatCompletionResponse, Bedrock.Toolkit.Models.ChatCompletionStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

public sealed class MistralChatResponseTests
{
    private static readonly ChatFamily Family = new(MistralChatModels.FromId("any"), "parameters");

    private const string Answer =
        """
        {"id":"b1","object":"chat.completion","created":1764000000.0,"model":"mistral-large-2407","choices":[{"index":0.0,"message":{"role":"assistant","content":"Checking",
         "tool_calls":[{"id":"Xy7Zw1Qr5","function":{"name":"get_wind","arguments":"{\"harbour\": \"Westmouth\"}"}}]},"stop_reason":"tool_calls"}],
         "usage":{"prompt_tokens":102,"completion_tokens":21,"total_tokens":123}}
        """;

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<ChatCompletionResponse>(Answer);

        Assert.Equal("b1", response.Id);
        Assert.Equal("chat.completion", response.Object);
        Assert.Equal(1_764_000_000, response.Created);
        Assert.Equal("mistral-large-2407", response.Model);
        Assert.Equal("Checking", response.Text);
        Assert.Equal(ChatCompletionFinishReason.ToolCalls, response.FinishReason);
        ChatCompletionToolCall call = Assert.Single(response.ToolCalls);
        Assert.Equal("Xy7Zw1Qr5", call.Id);
        Assert.Equal("Westmouth", call.Function!.ReadArguments().GetProperty("harbour").GetString());
        Assert.Equal(102, response.TokenUsage!.InputTokens);
        Assert.Equal(21, response.TokenUsage.OutputTokens);
        Assert.Equal(123, response.TokenUsage.TotalTokens);
    }

    [Theory]
    [InlineData("""{"choices":[{"stop_reason":"length"}]}""", "length")]
    [InlineData("""{"choices":[{"finish_reason":"length"}]}""", "length")]
    [InlineData("""{"choices":[{"stop_reason":null,"finish_reason":"length"}]}""", "length")]
    [InlineData("""{"choices":[{"stop_reason":"length","finish_reason":null}]}""", "length")]
    [InlineData("""{"choices":[{"stop_reason":"END","finish_reason":"stop"}]}""", "stop")]
    [InlineData("""{"choices":[{"stop_reason":7}]}""", null)]
    public void FinishReason_UnderEitherName_IsRead(string json, string? expected)
    {
        Assert.Equal(expected, BedrockJson.Deserialize<ChatCompletionResponse>(json).FinishReason?.Value);
        Assert.Equal(expected, BedrockJson.Deserialize<ChatCompletionStreamEvent>(json).FinishReason?.Value);
    }

    [Fact]
    public void ToMessage_Answer_GoesOnTheConversation()
    {
        var response = BedrockJson.Deserialize<ChatCompletionResponse>(Answer);
        ChatCompletionMessage message = response.ToMessage();
        message.ToolCalls!.Clear();

        Assert.Equal(ChatCompletionRole.Assistant, message.Role);
        Assert.Equal("Checking", message.Content!.Text);
        Assert.Single(response.ToolCalls);
        Assert.Throws<InvalidOperationException>(() => new ChatCompletionResponse().ToMessage());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null,"created":null,"choices":null,"usage":null}""")]
    [InlineData("""{"choices":[null,{"index":null,"message":null,"stop_reason":null}]}""")]
    [InlineData("""{"choices":[{"message":{"role":null,"content":null,"tool_calls":null}}],"usage":{"prompt_tokens":null}}""")]
    public void Read_NothingOrNulls_IsEmpty(string json)
    {
        var response = BedrockJson.Deserialize<ChatCompletionResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Empty(response.ToolCalls);
        Assert.Null(response.FinishReason);
        Assert.Null(response.TokenUsage);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives()
    {
        ChatCompletionResponse response = Family.RoundTrip<ChatCompletionResponse>(
            """
            {"choices":[{"index":0,"message":{"role":"oracle","content":[{"type":"thinking","thinking":[1]},{"type":"text","text":"a"}],"prefix":false,
             "tool_calls":[{"id":"1","index":0,"function":{"name":"a","arguments":"","x":1}}]},"finish_reason":"tired","logprobs":{"a":1}}],"usage":{"cached":3},"later":[1]}
            """);

        Assert.Equal("a", response.Text);
        Assert.Equal("tired", response.FinishReason!.Value.ToString());
        Assert.Equal(JsonValueKind.Object, response.ToolCalls[0].Function!.ReadArguments().ValueKind);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", "$")]
    [InlineData("", null)]
    [InlineData("""{"choices":{}}""", "$.choices")]
    [InlineData("""{"choices":[{"message":{"content":5}}]}""", "$.choices[0].message.content")]
    [InlineData("""{"choices":[{"finish_reason":5}]}""", "$.choices[0].finish_reason")]
    [InlineData("""{"created":"now"}""", "$.created")]
    [InlineData("""{"created":1.5}""", "$.created")]
    [InlineData("""{"usage":{"prompt_tokens":2.5}}""", "$.usage.prompt_tokens")]
    [InlineData("""{"choices":[{"message":{"content":"secret """, null)]
    public void Read_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Equal(path, e.Path);
        }
    }
}
