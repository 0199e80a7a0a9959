using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedMistralChatTests
{
    private const string Id = "mistral.mistral-large-2407-v1:0";
    private const string Pixtral = "us.mistral.pixtral-large-2502-v1:0";

    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"harbour":{"type":"string"}},"required":["harbour"]}""");

    [Theory]
    [InlineData(Id)]
    [InlineData(Pixtral)]
    [InlineData("mistral.mistral-large-2402-v1:0")]
    public void Invoke_Messages_RestatesTheLastTurn(string id)
    {
        ChatCompletionResponse answer =
            Invoke(id, MistralChatModels.Conversation().System("Be brief.").User("One?").Assistant("1").User("Why is the sky blue?").Build());

        Assert.StartsWith("Keeping to the instruction \"Be brief.\": You wrote \"Why is the sky blue?\".", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ChatCompletionFinishReason.Stop, answer.FinishReason);
        Assert.Equal(answer.Usage!.PromptTokens + answer.Usage.CompletionTokens, answer.Usage.TotalTokens);
    }

    [Fact]
    public void Invoke_Tools_AreCalledAndTheirResultsRead()
    {
        ChatCompletionRequestBuilder talk = MistralChatModels.Conversation().Tool("get_wind", null, Schema).User("Please get wind at \"Eastmouth\".");
        ChatCompletionResponse call = Invoke(Id, talk.Build());

        Assert.Equal(ChatCompletionFinishReason.ToolCalls, call.FinishReason);
        Assert.Equal("Eastmouth", call.ToolCalls[0].Function!.ReadArguments().GetProperty("harbour").GetString());
        ChatCompletionRequest next = talk.Assistant(call).ToolResult(call.ToolCalls[0].Id!, "14 knots").Build();
        Assert.StartsWith("The tool answered: 14 knots", Invoke(Id, next).Text, StringComparison.Ordinal);
        Assert.Empty(Invoke(Id, MistralChatModels.Conversation().Tool("get_wind", null, Schema).User("get wind").ToolChoice("none").Build()).ToolCalls);
        Assert.Single(Invoke(Id, MistralChatModels.Conversation().Tool("get_wind", null, Schema).User("hi").ToolChoice("any").Build()).ToolCalls);
    }

    [Fact]
    public void Invoke_Image_IsSeenByPixtralOnly()
    {
        ChatCompletionRequest request = MistralChatModels.Conversation()
            .User([new ChatCompletionTextPart("What is it?"), new ChatCompletionImagePart("data:image/png;base64,cG5n")]).Build();

        Assert.Contains("\"What is it?\". One attachment", Invoke(Pixtral, request).Text, StringComparison.Ordinal);
        SimulatedCalls.Refused(Id, BedrockJson.Serialize(request));
    }

    [Fact]
    public void Invoke_PromptOnLarge2402_IsAnsweredInThePromptFormat()
    {
        Assert.True(SimulatedCalls.Invoke("mistral.mistral-large-2402-v1:0", """{"prompt":"a"}""").TryGetProperty("outputs", out _));
        Assert.True(SimulatedCalls.Stream("mistral.mistral-large-2402-v1:0", """{"prompt":"a"}""")[0].TryGetProperty("outputs", out _));
        SimulatedCalls.Refused(Id, """{"prompt":"a"}""");
    }

    [Fact]
    public void Stream_Messages_JoinToTheWholeAnswer_Streaming()
    {
        string body = BedrockJson.Serialize(ChatCompletionRequest.For("Why is the sky blue?"));
        List<ChatCompletionStreamEvent> events =
            [.. SimulatedCalls.Stream(Id, body).Select(chunk => BedrockJson.Deserialize<ChatCompletionStreamEvent>(chunk.GetRawText()))];

        Assert.True(events.Count > 3);
        Assert.Equal(BedrockJson.Deserialize<ChatCompletionResponse>(SimulatedCalls.Invoke(Id, body).GetRawText()).Text,
            string.Concat(events.Select(e => e.Text)));
        Assert.All(events.SkipLast(1), e => Assert.Null(e.FinishReason));
        Assert.Equal(ChatCompletionFinishReason.Stop, events[^1].FinishReason);
        Assert.NotNull(((ChatCompletionChunkEvent)events[^1]).Usage);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"messages\":[]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\"}]}")]
    [InlineData("{\"messages\":[{\"role\":\"critic\",\"content\":\"a\"}]}")]
    [InlineData("{\"messages\":[{\"role\":\"tool\",\"content\":\"a\"}]}")]
    [InlineData("{\"messages\":[3]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"max_tokens\":0}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"temperature\":2}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tool_choice\":\"maybe\"}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tools\":[{}]}")]
    [InlineData("{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"stream\":true}")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused(Id, body);

    private static ChatCompletionResponse Invoke(string id, ChatCompletionRequest request) =>
        BedrockJson.Deserialize<ChatCompletionResponse>(SimulatedCalls.Invoke(id, BedrockJson.Serialize(request)).GetRawText());
}
