using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

public class ChatFormatTests
{
    private const string Native = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Nova = "us.amazon.nova-pro-v1:0";

    private static readonly ChatResponseFormat Format = ChatResponseFormat.ForJsonSchema(
        JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}"""), "my city", "A city.");

    private static readonly Wire.ConverseResponse Called = new()
    {
        Output = Wire.Message.Assistant(new Wire.ToolUseBlock { ToolUseId = "t", Name = "my_city", Input = JsonElement.Parse("""{"city":"Rome"}""") }),
        StopReason = Wire.StopReason.ToolUse,
    };

    [Fact]
    public async Task Schema_NativeModel_IsATextFormat()
    {
        string config = await ChatSent.MemberAsync("outputConfig", new ChatOptions { ResponseFormat = Format }, Native);

        JsonElement sent = JsonElement.Parse(config).GetProperty("textFormat").GetProperty("structure").GetProperty("jsonSchema");
        Assert.Equal(("my_city", "A city."), (sent.GetProperty("name").GetString(), sent.GetProperty("description").GetString()));
        JsonElement schema = JsonElement.Parse(sent.GetProperty("schema").GetString()!);
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal("city", schema.GetProperty("required")[0].GetString());
    }

    [Fact]
    public async Task Schema_OtherModel_IsAForcedToolWhoseInputIsTheText()
    {
        (JsonElement body, ChatResponse response) =
            await ChatSent.SendAsync([new(ChatRole.User, "Hi")], new ChatOptions { ResponseFormat = Format }, Nova, answer: Called);

        Assert.Equal("""{"any":{}}""", body.GetProperty("toolConfig").GetProperty("toolChoice").GetRawText());
        Assert.Equal("""{"city":"Rome"}""", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task Schema_ForcedTool_Streaming_IsTextInPieces()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(Nova).Stream(Called.ToStreamEvents());

        List<ChatResponseUpdate> updates = await fake.Client.AsIChatClient(Nova).GetStreamingResponseAsync("Hi", new ChatOptions { ResponseFormat = Format })
            .ToListAsync();

        Assert.Equal("""{"city":"Rome"}""", string.Concat(updates.Select(u => u.Text)));
        Assert.Equal(ChatFinishReason.Stop, updates.ToChatResponse().FinishReason);
        Assert.DoesNotContain(updates, u => u.Contents.OfType<FunctionCallContent>().Any());
    }

    [Fact]
    public async Task Schema_WithTools_LeavesTheModelFreeToCallThem()
    {
        var options = new ChatOptions { ResponseFormat = Format, Tools = [AIFunctionFactory.Create(() => 1, "f")] };

        JsonElement config = JsonElement.Parse(await ChatSent.MemberAsync("toolConfig", options, Nova));

        Assert.Equal(2, config.GetProperty("tools").GetArrayLength());
        Assert.Equal("""{"any":{}}""", config.GetProperty("toolChoice").GetRawText());
    }

    [Fact]
    public async Task Schema_WithARequiredTool_IsReported()
    {
        var options = new ChatOptions { ResponseFormat = Format, Tools = [AIFunctionFactory.Create(() => 1, "f")], ToolMode = ChatToolMode.RequireAny };

        Assert.Contains("ResponseFormat", Assert.Single(await ChatSent.WarningsAsync(options, Nova)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_WithoutSchema_IsAskedForInTheSystemPromptAndReported()
    {
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Json };

        Assert.Contains("JSON", await ChatSent.MemberAsync("system", options), StringComparison.Ordinal);
        Assert.Single(await ChatSent.WarningsAsync(options));
        Assert.Empty(await ChatSent.WarningsAsync(new ChatOptions { ResponseFormat = ChatResponseFormat.Text }));
    }

    [Theory]
    [InlineData(Native)]
    [InlineData(Nova)]
    [InlineData("meta.llama3-1-8b-instruct-v1:0")]
    public async Task GetResponseOfT_OverTheSimulatedServer_GivesTheType(string model)
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using BedrockClient client = server.CreateClient();

        ChatResponse<City> answer = await client.AsIChatClient(model).GetResponseAsync<City>("Call answer: which city?");

        Assert.True(answer.TryGetResult(out City? city), answer.Text);
        Assert.NotNull(city.Name);
    }

    internal sealed record City(string Name);
}
