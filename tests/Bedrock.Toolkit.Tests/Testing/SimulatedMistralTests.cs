using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedMistralTests
{
    private const string Id = "mistral.mistral-7b-instruct-v0:2";

    [Theory]
    [InlineData(Id)]
    [InlineData("mistral.mixtral-8x7b-instruct-v0:1")]
    [InlineData("mistral.mistral-small-2402-v1:0")]
    public void Invoke_Prompt_RestatesTheLastTurn(string id)
    {
        MistralRequest request = new MistralRequestBuilder().User("One?").Assistant("1").User("Why is the sky blue?").Build();

        var answer = BedrockJson.Deserialize<MistralResponse>(SimulatedCalls.Invoke(id, BedrockJson.Serialize(request)).GetRawText());

        Assert.StartsWith(" You wrote \"Why is the sky blue?\".", answer.Text, StringComparison.Ordinal);
        Assert.Equal(MistralStopReason.Stop, answer.StopReason);
    }

    [Theory]
    [InlineData("\"max_tokens\":4", "length", " You wrote \"Why")]
    [InlineData("\"stop\":[\" sky\",\" is\"]", "stop", " You wrote \"Why")]
    public void Invoke_Limits_AreHonoured(string setting, string reason, string text)
    {
        JsonElement output = SimulatedCalls.Invoke(Id, $$"""{"prompt":"Why is the sky blue?",{{setting}}}""").GetProperty("outputs")[0];

        Assert.Equal(text, output.GetProperty("text").GetString());
        Assert.Equal(reason, output.GetProperty("stop_reason").GetString());
    }

    [Fact]
    public void Stream_Prompt_JoinsToTheWholeAnswer_Streaming()
    {
        const string Body = """{"prompt":"Why is the sky blue?"}""";
        List<JsonElement> outputs = [.. SimulatedCalls.Stream(Id, Body).Select(chunk => chunk.GetProperty("outputs")[0])];

        Assert.True(outputs.Count > 3);
        Assert.Equal(SimulatedCalls.Invoke(Id, Body).GetProperty("outputs")[0].GetProperty("text").GetString(),
            string.Concat(outputs.Select(o => o.GetProperty("text").GetString())));
        Assert.All(outputs.SkipLast(1), o => Assert.Equal(JsonValueKind.Null, o.GetProperty("stop_reason").ValueKind));
        Assert.Equal("stop", outputs[^1].GetProperty("stop_reason").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"prompt\":\"\"}")]
    [InlineData("{\"prompt\":1}")]
    [InlineData("{\"prompt\":\"a\",\"messages\":[]}")]
    [InlineData("{\"prompt\":\"a\",\"max_tokens\":0}")]
    [InlineData("{\"prompt\":\"a\",\"top_p\":1.5}")]
    [InlineData("{\"prompt\":\"a\",\"top_k\":0}")]
    [InlineData("{\"prompt\":\"a\",\"stop\":[1]}")]
    [InlineData("{\"prompt\":\"a\",\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]}")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused(Id, body);
}
