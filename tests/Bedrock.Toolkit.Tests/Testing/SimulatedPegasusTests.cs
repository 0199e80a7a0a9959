using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedPegasusTests
{
    private const string Id = "us.twelvelabs.pegasus-1-2-v1:0";

    [Fact]
    public Task Client_Prompt_IsAnsweredBothWays_Streaming() => FamilyWire.AskSimulationAsync(
        PegasusModels.Pegasus12.InProfile("us"), PegasusRequest.For("Which boats are there?", "s3://clips/a.mp4"), r => r.Text, "Which boats are there?");

    [Fact]
    public async Task Client_JsonSchema_IsFollowed()
    {
        using var fake = new FakeBedrock();
        PegasusRequest request = PegasusRequest.For("Boats in \"Eastmouth\"", new byte[] { 1, 2, 3 });
        request.ResponseFormat =
            PegasusResponseFormat.Json("place", FamilyWire.Json("""{"type":"object","required":["place"],"properties":{"place":{"type":"string"}}}"""));

        PegasusResponse response = await fake.Client.InvokeAsync(PegasusModels.Pegasus12, request);

        Assert.Equal("""{"place":"Eastmouth"}""", response.Text);
    }

    [Fact]
    public void Invoke_MaxTokens_CutsTheText()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, """{"inputPrompt":"Why is it so?","mediaSource":{"base64String":"AAAA"},"maxOutputTokens":4}""");

        Assert.Equal("length", body.GetProperty("finishReason").GetString());
        Assert.Equal("You wrote \"Why", body.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputPrompt":"a"}""")]
    [InlineData("""{"inputPrompt":"","mediaSource":{"base64String":"AAAA"}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{"base64String":"%"}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{"s3Location":{"uri":"https://example.com"}}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{"base64String":"AAAA","s3Location":{"uri":"s3://a/b"}}}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{"base64String":"AAAA"},"maxOutputTokens":5000}""")]
    [InlineData("""{"inputPrompt":"a","mediaSource":{"base64String":"AAAA"},"max_tokens":5}""")]
    public void Answer_InvalidBody_IsAValidationException(string body)
    {
        SimulatedCalls.Refused(Id, body);
        SimulatedCalls.Refused(Id, body, streaming: true);
    }
}
