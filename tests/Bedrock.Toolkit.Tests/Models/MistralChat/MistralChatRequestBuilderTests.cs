using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

public sealed class MistralChatRequestBuilderTests
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"harbour":{"type":"string"}}}""");

    [Fact]
    public void Build_MultiTurn_MatchesSnapshot()
    {
        var answer = BedrockJson.Deserialize<ChatCompletionResponse>(
            """{"choices":[{"index":0,"message":{"role":"assistant","content":"","tool_calls":[{"id":"Xy7Zw1Qr5","function":{"name":"get_wind","arguments":"{\"harbour\": \"Eastmouth\"}"}}]},"stop_reason":"tool_calls"}]}""");

        ChatCompletionRequest request = MistralChatModels.Conversation()
            .User("How is the wind?")
            .User("At Eastmouth.")
            .System("You are a pilot.")
            .Tool("get_wind", "Wind at a harbour", Schema)
            .ToolChoice(ChatCompletionToolChoice.Auto())
            .Assistant(answer)
            .ToolResult("Xy7Zw1Qr5", """{"knots": 14}""")
            .Assistant("14 knots.")
            .User("Thanks.")
            .MaxTokens(200)
            .Temperature(0.2)
            .TopP(0.8)
            .Build();

        Snapshot.Match(MistralChatWire.HttpText(MistralChatModels.Large2402, request));
    }

    [Fact]
    public void User_AfterAnother_JoinsPartsWhereOneHasThem()
    {
        ChatCompletionRequest request = MistralChatModels.Conversation().User("Look.")
            .User([new ChatCompletionImagePart("data:x"), new ChatCompletionTextPart("What is it?")]).Build();

        ChatCompletionMessage only = Assert.Single(request.Messages);
        Assert.Equal(3, only.Content!.Count);
        Assert.Equal("Look.What is it?", only.Content.Text);
    }

    [Fact]
    public void System_SetAgain_IsReplaced()
    {
        ChatCompletionRequestBuilder builder = MistralChatModels.Conversation().System("one").User("a").System("two");

        Assert.Equal(["two", "a"], builder.Build().Messages.Select(message => message.Content!.Text));
    }

    [Fact]
    public void Build_ThenGoOn_LeavesTheFirstRequest()
    {
        ChatCompletionContent content = "a";
        ChatCompletionRequestBuilder builder = MistralChatModels.Conversation().User(content);
        ChatCompletionRequest first = builder.Build();
        ChatCompletionRequest second = builder.User("b").Build();

        Assert.Equal("a", first.Messages[0].Content!.Text);
        Assert.Equal("a\n\nb", second.Messages[0].Content!.Text);
        Assert.Equal("a", content.Text);
        Assert.Equal(3, MistralChatModels.Conversation(second).Assistant("c").User("d").Build().Messages.Count);
        Assert.Single(second.Messages);
    }

    [Fact]
    public void Build_NewConversation_LeavesTheLimitToTheService() => Assert.Null(MistralChatModels.Conversation().User("a").Build().MaxTokens);

    [Fact]
    public void Assistant_CallsOfToolsWithoutContent_GoOnWithAnEmptyText()
    {
        var answer = BedrockJson.Deserialize<ChatCompletionResponse>(
            """{"choices":[{"message":{"tool_calls":[{"id":"1","function":{"name":"a","arguments":"{}"}}]}}]}""");

        Assert.Equal(string.Empty, MistralChatModels.Conversation().User("a").Assistant(answer).Build().Messages[1].Content!.StringForm);
        Assert.Null(new ChatCompletionRequestBuilder().User("a").Assistant(answer).Build().Messages[1].Content);
    }

    [Fact]
    public void User_AfterAnotherWithoutAlternation_StaysATurnOfItsOwn() =>
        Assert.Equal(2, new ChatCompletionRequestBuilder().User("a").User("b").Build().Messages.Count);

    [Fact]
    public void Members_Null_AreRefused()
    {
        var builder = MistralChatModels.Conversation();

        Assert.Throws<ArgumentNullException>(() => builder.User(null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((ChatCompletionContent)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((ChatCompletionResponse)null!));
        Assert.Throws<InvalidOperationException>(() => builder.Assistant(new ChatCompletionResponse()));
        Assert.Throws<ArgumentException>(() => builder.ToolResult(" ", "a"));
        Assert.Throws<ArgumentException>(() => builder.Tool(" ", null, Schema));
    }
}
