using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedClaudeTextTests
{
    private const string Id = "anthropic.claude-v2:1";

    [Fact]
    public Task Client_Prompt_IsAnsweredBothWays_Streaming() =>
        FamilyWire.AskSimulationAsync(ClaudeTextModels.V21, ClaudeTextRequest.For("Why is the sky blue?"), r => r.Text, "\"Why is the sky blue?\"");

    [Fact]
    public async Task Client_MessagesFormat_IsAnsweredByTheSameModels()
    {
        using var fake = new FakeBedrock();

        ClaudeResponse response = await fake.Client.InvokeAsync(ClaudeModels.Claude21, ClaudeRequest.For("Why is the sky blue?"));
        ClaudeResponse streamed = await fake.Client.StreamAsync(ClaudeModels.ClaudeInstant, ClaudeRequest.For("Why is the sky blue?")).ToResponseAsync();

        Assert.Contains("Why is the sky blue?", response.Text, StringComparison.Ordinal);
        Assert.Equal(response.Text, streamed.Text);
    }

    [Theory]
    [InlineData("", "stop_sequence", "\n\nHuman:")]
    [InlineData(",\"stop_sequences\":[\"sky\"]", "stop_sequence", "sky")]
    public void Invoke_StopSequence_IsNamed(string setting, string reason, string stop)
    {
        JsonElement body = SimulatedCalls.Invoke(Id, $$"""{"prompt":"\n\nHuman: Why is the sky blue?\n\nAssistant:","max_tokens_to_sample":200{{setting}}}""");

        Assert.Equal((reason, stop), (body.GetProperty("stop_reason").GetString(), body.GetProperty("stop").GetString()));
    }

    [Fact]
    public void Invoke_MaxTokens_CutsTheText()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, """{"prompt":"\n\nHuman: Why?\n\nAssistant:","max_tokens_to_sample":4}""");

        Assert.Equal("max_tokens", body.GetProperty("stop_reason").GetString());
        Assert.Equal(JsonValueKind.Null, body.GetProperty("stop").ValueKind);
        Assert.StartsWith(" You wrote", body.GetProperty("completion").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":"\n\nHuman: a\n\nAssistant:"}""")]
    [InlineData("""{"prompt":"a","max_tokens_to_sample":5}""")]
    [InlineData("""{"prompt":"\n\nHuman: a","max_tokens_to_sample":5}""")]
    [InlineData("""{"prompt":"\n\nHuman: a\n\nAssistant:","max_tokens_to_sample":-1}""")]
    [InlineData("""{"prompt":"\n\nHuman: a\n\nAssistant:","max_tokens_to_sample":5,"max_tokens":5}""")]
    [InlineData("""{"prompt":"\n\nHuman: a\n\nAssistant:","max_tokens_to_sample":5,"top_k":501}""")]
    public void Answer_InvalidBody_IsAValidationException(string body)
    {
        SimulatedCalls.Refused(Id, body);
        SimulatedCalls.Refused(Id, body, streaming: true);
    }
}
