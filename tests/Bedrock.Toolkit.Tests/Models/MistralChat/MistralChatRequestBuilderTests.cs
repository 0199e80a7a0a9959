using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using ChatFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.MistralChatRequest, Bedrock.Toolkit.Models.MistralChatResponse, Bedrock.Toolkit.Models.MistralChatStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

public sealed class MistralChatRequestBuilderTests
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"harbour":{"type":"string"}}}""");

    [Fact]
    public void Build_MultiTurn_MatchesSnapshot()
    {
        var answer = BedrockJson.Deserialize<MistralChatResponse>(
            """{"choices":[{"index":0,"message":{"role":"assistant","content":"","tool_calls":[{"id":"Xy7Zw1Qr5","function":{"name":"get_wind","arguments":"{\"harbour\": \"Eastmouth\"}"}}]},"stop_reason":"tool_calls"}]}""");

        MistralChatRequest request = new MistralChatRequestBuilder()
            .User("How is the wind?")
            .User("At Eastmouth.")
            .System("You are a pilot.")
            .Tool("get_wind", "Wind at a harbour", Schema)
            .ToolChoice(MistralChatToolChoice.Auto)
            .Assistant(answer)
            .ToolResult("Xy7Zw1Qr5", """{"knots": 14}""")
            .Assistant("14 knots.")
            .User("Thanks.")
            .MaxTokens(200)
            .Temperature(0.2)
            .TopP(0.8)
            .Build();

        Snapshot.Match(ChatFamily.HttpText(MistralChatModels.Large2402, request));
    }

    [Fact]
    public void User_AfterAnother_JoinsPartsWhereOneHasThem()
    {
        MistralChatRequest request = new MistralChatRequestBuilder().User("Look.").User([new MistralChatImagePart("data:x"), new MistralChatTextPart("What is it?")]).Build();

        MistralChatMessage only = Assert.Single(request.Messages);
        Assert.Equal(3, only.Content!.Count);
        Assert.Equal("Look.What is it?", only.Content.Text);
    }

    [Fact]
    public void System_SetAgain_IsReplacedOrRemoved()
    {
        MistralChatRequestBuilder builder = new MistralChatRequestBuilder().System("one").User("a").System("two");

        Assert.Equal(["two", "a"], builder.Build().Messages.Select(message => message.Content!.Text));
        Assert.Equal(["a"], builder.System(null).Build().Messages.Select(message => message.Content!.Text));
    }

    [Fact]
    public void Build_ThenGoOn_LeavesTheFirstRequest()
    {
        MistralChatContent content = "a";
        MistralChatRequestBuilder builder = new MistralChatRequestBuilder().User(content);
        MistralChatRequest first = builder.Build();
        MistralChatRequest second = builder.User("b").Build();

        Assert.Equal("a", first.Messages[0].Content!.Text);
        Assert.Equal("a\n\nb", second.Messages[0].Content!.Text);
        Assert.Equal("a", content.Text);
        Assert.Equal(3, new MistralChatRequestBuilder(second).Assistant("c").User("d").Build().Messages.Count);
        Assert.Single(second.Messages);
    }

    [Fact]
    public void Members_Null_AreRefused()
    {
        var builder = new MistralChatRequestBuilder();

        Assert.Throws<ArgumentNullException>(() => builder.User(null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((string)null!));
        Assert.Throws<ArgumentNullException>(() => builder.Assistant((MistralChatResponse)null!));
        Assert.Throws<InvalidOperationException>(() => builder.Assistant(new MistralChatResponse()));
        Assert.Throws<ArgumentException>(() => builder.ToolResult(" ", "a"));
        Assert.Throws<ArgumentException>(() => builder.Tool(" ", null, Schema));
        Assert.Throws<ArgumentNullException>(() => new MistralChatRequestBuilder(null!));
    }
}
