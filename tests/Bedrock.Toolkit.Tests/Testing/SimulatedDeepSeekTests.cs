using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedDeepSeekTests
{
    private const string Id = "us.deepseek.r1-v1:0";

    [Fact]
    public void Invoke_Prompt_ReasonsAndRestatesTheLastTurn()
    {
        DeepSeekRequest request = new DeepSeekRequestBuilder().System("Be brief.").User("One?").Assistant("1").User("Why is the sky blue?").Build();

        var answer = BedrockJson.Deserialize<DeepSeekResponse>(SimulatedCalls.Invoke(Id, BedrockJson.Serialize(request)).GetRawText());

        Assert.Equal("The user wants an answer to: Why is the sky blue?", answer.ReasoningText);
        Assert.StartsWith("Keeping to the instruction \"Be brief.\": You wrote \"Why is the sky blue?\".", answer.AnswerText, StringComparison.Ordinal);
        Assert.Equal(DeepSeekStopReason.Stop, answer.StopReason);
    }

    [Fact]
    public void Invoke_PromptWithoutThink_DoesNotReason()
    {
        JsonElement choice = SimulatedCalls.Invoke(Id, """{"prompt":"Why is the sky blue?","max_tokens":4}""").GetProperty("choices")[0];

        Assert.Equal("You wrote \"Why", choice.GetProperty("text").GetString());
        Assert.Equal("length", choice.GetProperty("stop_reason").GetString());
    }

    [Fact]
    public void Stream_Prompt_JoinsToTheWholeAnswer_Streaming()
    {
        string body = BedrockJson.Serialize(DeepSeekRequest.For("Why is the sky blue?"));
        List<JsonElement> choices = [.. SimulatedCalls.Stream(Id, body).Select(chunk => chunk.GetProperty("choices")[0])];

        Assert.True(choices.Count > 3);
        Assert.Equal(SimulatedCalls.Invoke(Id, body).GetProperty("choices")[0].GetProperty("text").GetString(),
            string.Concat(choices.Select(o => o.GetProperty("text").GetString())));
        Assert.All(choices.SkipLast(1), o => Assert.Equal(JsonValueKind.Null, o.GetProperty("stop_reason").ValueKind));
        Assert.Equal("stop", choices[^1].GetProperty("stop_reason").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"prompt\":\"\"}")]
    [InlineData("{\"prompt\":1}")]
    [InlineData("{\"prompt\":\"a\",\"messages\":[]}")]
    [InlineData("{\"prompt\":\"a\",\"max_tokens\":0}")]
    [InlineData("{\"prompt\":\"a\",\"max_tokens\":32769}")]
    [InlineData("{\"prompt\":\"a\",\"top_p\":1.5}")]
    [InlineData("{\"prompt\":\"a\",\"stop\":[1]}")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused(Id, body);
}
