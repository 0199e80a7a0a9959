using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.CountTokens;

public class CountTokensTests
{
    private const string Model = "anthropic.claude-sonnet-4-20250514-v1:0";

    [Fact]
    public async Task Count_Conversation_MatchesSnapshot()
    {
        ConverseRequest request = ConverseRequest.For("Which berth is free?", maxTokens: 100);
        request.System = ["Be brief."];
        request.ToolConfig = new ToolConfiguration { Tools = [Tool.Create("berths", "Lists berths", JsonElement.Parse("""{"type":"object"}"""))] };
        request.AdditionalModelRequestFields = JsonElement.Parse("""{"top_k":5,"x":null}""");

        Snapshot.Match(await WireText.OfAsync(client => client.CountTokensAsync(Model, CountTokensRequest.For(request))));
    }

    [Fact]
    public async Task Count_TypedModel_SendsItsBodyAsBase64()
    {
        ClaudeRequest request = ClaudeRequest.For("Grüße <1>");

        SentRequest sent = await WireText.SendAsync(client => client.CountTokensAsync(Model, CountTokensRequest.For(ClaudeModels.Sonnet45, request)));

        using JsonDocument body = JsonDocument.Parse(sent.Body);
        byte[] inner = body.RootElement.GetProperty("input").GetProperty("invokeModel").GetProperty("body").GetBytesFromBase64();
        Assert.Equal(BedrockJson.Serialize(request), Encoding.UTF8.GetString(inner));
        Assert.Equal("/model/anthropic.claude-sonnet-4-20250514-v1%3A0/count-tokens", sent.Uri.AbsolutePath);
    }

    [Fact]
    public void For_TypedModel_ChecksItsRequest() =>
        Assert.Throws<ArgumentException>(() => CountTokensRequest.For(ClaudeModels.Sonnet45, new ClaudeRequest { Messages = [], MaxTokens = 1 }));

    [Theory]
    [InlineData("""{"inputTokens":23}""", 23)]
    [InlineData("""{"inputTokens":23.0}""", 23)]
    [InlineData("{}", null)]
    public async Task Count_Answer_IsRead(string answer, int? tokens)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(answer)));

        CountTokensResponse response = await client.CountTokensAsync(Model, CountTokensRequest.For(ConverseRequest.For("a")));

        Assert.Equal(tokens, response.InputTokens);
        Assert.Equal(Answers.RequestId, response.Metadata!.RequestId);
    }

    [Fact]
    public void Unknown_MembersAndVariants_Survive()
    {
        var request = WireText.RoundTrip<CountTokensRequest>("""{"input":{"agent":{"steps":[null]}},"later":{"a":1}}""", "agent");
        Assert.IsType<CountTokensUnknownInput>(request.Input);

        var converse = WireText.RoundTrip<CountTokensRequest>(
            """{"input":{"converse":{"messages":[{"role":"user","content":[{"hologram":{"x":null}}]}],"new":1},"side":2}}""", "hologram");
        Assert.Single(Assert.IsType<CountTokensConverse>(converse.Input).Converse.Messages);

        WireText.RoundTrip<CountTokensRequest>("""{"input":{"invokeModel":{"body":"AQL6","media":"json"}}}""");
        WireText.RoundTrip<CountTokensResponse>("""{"inputTokens":1,"cachedTokens":{"a":1}}""");
    }

    [Theory]
    [InlineData("""{"inputTokens":"many"}""", "$.inputTokens")]
    [InlineData("""{"inputTokens":1.5}""", "$.inputTokens")]
    [InlineData("[]", "$")]
    public async Task Malformed_Answer_TellsThePlace(string body, string path)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(body)));

        BedrockProtocolException e = await Assert.ThrowsAsync<BedrockProtocolException>(
            () => client.CountTokensAsync(Model, CountTokensRequest.For(ConverseRequest.For("a"))));

        Assert.Equal(path, e.JsonPath);
    }

    [Fact]
    public void Malformed_Body_IsRefused() => Assert.Equal(
        "$.input.invokeModel.body",
        Assert.Throws<JsonException>(() => BedrockJson.Deserialize<CountTokensRequest>("""{"input":{"invokeModel":{"body":"no base64!"}}}""")).Path);

    [Fact]
    public async Task Count_BadRequest_NamesTheMember()
    {
        (CountTokensInput? Input, string Named)[] cases =
        [
            (null, "Input "),
            (new CountTokensInvokeModel { InvokeModel = null! }, "Input.InvokeModel.Body"),
            (new CountTokensInvokeModel { InvokeModel = new InvokeModelTokensRequest { Body = default } }, "Input.InvokeModel.Body"),
            (new CountTokensConverse { Converse = null! }, "Input.Converse"),
        ];
        using BedrockClient client = TestClient.Over(new ScriptedHandler());
        foreach ((CountTokensInput? input, string named) in cases)
        {
            ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => client.CountTokensAsync(Model, new CountTokensRequest { Input = input! }));
            Assert.Contains($"CountTokensRequest.{named}", e.Message, StringComparison.Ordinal);
        }
    }
}
