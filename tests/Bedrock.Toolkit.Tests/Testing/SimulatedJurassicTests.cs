using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedJurassicTests
{
    private const string Id = "ai21.j2-mid-v1";

    [Fact]
    public async Task Client_Prompt_IsAnswered()
    {
        using var fake = new FakeBedrock();

        JurassicResponse response = await fake.Client.InvokeAsync(JurassicModels.Mid, JurassicRequest.For("Why is the sky blue?"));

        Assert.Contains("Why is the sky blue?", response.Text, StringComparison.Ordinal);
        Assert.Equal(JurassicFinishReasonKind.EndOfText, response.StopReason);
        Assert.Equal("Why is the sky blue?", response.Prompt!.Text);
        Assert.Equal(4, response.Prompt.Tokens![1].TextRange!.Start);
        Assert.True(response.TokenUsage is { InputTokens: > 0, OutputTokens: > 0 });
        Assert.Null(response.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"maxTokens\":4", """{"reason":"length","length":4}""")]
    [InlineData("\"stopSequences\":[\"sky\"]", """{"reason":"stop","sequence":"sky"}""")]
    [InlineData("\"maxTokens\":0", """{"reason":"endoftext"}""")]
    public void Invoke_Limits_AreHonoured(string setting, string reason)
    {
        JsonElement body = SimulatedCalls.Invoke(Id, $$"""{"prompt":"Why is the sky blue?",{{setting}}}""");

        Assert.Equal(reason, body.GetProperty("completions")[0].GetProperty("finishReason").GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":""}""")]
    [InlineData("""{"prompt":1}""")]
    [InlineData("""{"prompt":"a","max_tokens":5}""")]
    [InlineData("""{"prompt":"a","temperature":2}""")]
    [InlineData("""{"prompt":"a","countPenalty":{"scale":2}}""")]
    [InlineData("""{"prompt":"a","countPenalty":{"applyToPunctuation":true}}""")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused(Id, body);

    [Fact]
    public void Answer_Stream_IsRefused_Streaming() => SimulatedCalls.Refused(Id, """{"prompt":"a"}""", streaming: true);
}
