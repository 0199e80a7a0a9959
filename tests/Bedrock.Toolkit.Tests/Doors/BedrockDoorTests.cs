using Bedrock.Toolkit.Doors;

namespace Bedrock.Toolkit.Tests.Doors;

public sealed class BedrockDoorTests
{
    [Theory]
    [InlineData("us.openai.gpt-6-sol", BedrockHost.Runtime, "/openai/v1/responses", "us.openai.gpt-6-sol", "bedrock")]
    [InlineData("openai.gpt-5.4", BedrockHost.Mantle, "/openai/v1/responses", "openai.gpt-5.4", "bedrock-mantle")]
    [InlineData("openai.gpt-5.6-sol", BedrockHost.Runtime, "/openai/v1/responses", "openai.gpt-5.6-sol", "bedrock")]
    [InlineData("google.gemma-4-31b", BedrockHost.Mantle, "/openai/v1/responses", "google.gemma-4-31b", "bedrock-mantle")]
    [InlineData("deepseek.v3.1", BedrockHost.Mantle, "/v1/chat/completions", "deepseek.v3.1", "bedrock-mantle")]
    [InlineData("zai.glm-4.6", BedrockHost.Mantle, "/v1/chat/completions", "zai.glm-4.6", "bedrock-mantle")]
    [InlineData("xai.grok-4.6", BedrockHost.Runtime, "/openai/v1/responses", "xai.grok-4.6", "bedrock")]
    [InlineData("anthropic.claude-mythos-5", BedrockHost.Mantle, "/anthropic/v1/messages", "anthropic.claude-mythos-5", "bedrock-mantle")]
    [InlineData("us.anthropic.claude-opus-5-5", BedrockHost.Runtime, "/model/us.anthropic.claude-opus-5-5/converse", "us.anthropic.claude-opus-5-5", "bedrock")]
    [InlineData("amazon.nova-lite-v1:0", BedrockHost.Runtime, "/model/amazon.nova-lite-v1%3A0/converse", "amazon.nova-lite-v1:0", "bedrock")]
    public void For_Model_GivesItsBestDoor(string model, BedrockHost host, string path, string id, string signingName)
    {
        BedrockDoor door = BedrockDoor.For(model);

        Assert.Equal((host, path, id, signingName), (door.Host, door.Path, door.Id, door.SigningName));
        Assert.True(door.IsKnown);
    }

    [Theory]
    [InlineData("openai.gpt-oss-20b-1:0", "openai.gpt-oss-20b", "/v1/chat/completions")]
    [InlineData("us.openai.gpt-5.6-luna", "openai.gpt-5.6-luna", "/openai/v1/chat/completions")]
    [InlineData("deepseek.v3-v1:0", "deepseek.v3", "/v1/chat/completions")]
    [InlineData("moonshot.kimi-k2-thinking", "moonshotai.kimi-k2-thinking", "/v1/chat/completions")]
    public void On_Mantle_SpellsTheIdItsWay(string model, string id, string path)
    {
        BedrockDoor door = BedrockDoor.For(model, BedrockShape.ChatCompletions).On(BedrockHost.Mantle);

        Assert.Equal((id, path), (door.Id, door.Path));
    }

    [Fact]
    public void For_MantleSpellingOnRuntime_GetsItsVersion() =>
        Assert.Equal("openai.gpt-oss-120b-1:0", BedrockDoor.For("openai.gpt-oss-120b", BedrockShape.ChatCompletions).Id);

    [Fact]
    public void For_ClaudeOnMantle_HasNoDate() =>
        Assert.Equal("anthropic.claude-haiku-4-5", BedrockDoor.For("us.anthropic.claude-haiku-4-5-20251001-v1:0", BedrockShape.Messages).Id);

    [Theory]
    [InlineData("openai.gpt-9-nova", BedrockShape.Responses)]
    [InlineData("xai.grok-7", BedrockShape.Responses)]
    [InlineData("anthropic.claude-opus-9", BedrockShape.Converse)]
    public void For_UnknownOfALine_TakesTheNewestRule(string model, BedrockShape shape) => Assert.Equal(shape, BedrockDoor.For(model).Shape);

    [Fact]
    public void For_ArnThatHidesItsModel_IsConverse() => Assert.Equal(BedrockShape.Converse,
        BedrockDoor.For("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc").Shape);

    [Fact]
    public void Reason_OfADoor_SaysHostIdAndWhy()
    {
        string reason = BedrockDoor.For("openai.gpt-5.4").Reason;

        Assert.Contains("only on mantle", reason, StringComparison.Ordinal);
        Assert.Contains("bedrock-mantle/openai/v1", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AddressIn_Region_IsTheBaseOfAClient()
    {
        Assert.Equal("https://bedrock-mantle.us-east-1.api.aws/openai/v1", BedrockDoor.For("openai.gpt-5.4").AddressIn("us-east-1").ToString());
        Assert.Equal("https://bedrock-runtime.eu-west-1.amazonaws.com/openai/v1", BedrockDoor.For("xai.grok-4.6").AddressIn("eu-west-1").ToString());
    }

    [Fact]
    public void On_MantleForConverse_IsRefused() => Assert.Throws<ArgumentException>(() => BedrockDoor.For("amazon.nova-lite-v1:0").On(BedrockHost.Mantle));
}
