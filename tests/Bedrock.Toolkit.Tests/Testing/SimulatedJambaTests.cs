using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedJambaTests
{
    private const string Id = "ai21.jamba-1-5-mini-v1:0";

    [Fact]
    public Task Client_Prompt_IsAnsweredBothWays_Streaming() => FamilyWire.AskSimulationAsync(
        JambaModels.Mini15, new JambaRequest { Messages = [ChatCompletionMessage.System("Be brief."), ChatCompletionMessage.User("Why is the sky blue?")] }, r => r.Text,
            "Why is the sky blue?");

    [Fact]
    public async Task Client_ToolLoop_ComesToAnEnd_Streaming()
    {
        using var fake = new FakeBedrock();
        JambaRequest request = JambaRequest.For("Please find berth in Eastmouth");
        request.Tools = [ChatCompletionTool.ForFunction("find_berth", null,
            FamilyWire.Json("""{"type":"object","required":["harbour"],"properties":{"harbour":{"type":"string"}}}"""))];

        ChatCompletionResponse response = await fake.Client.InvokeAsync(JambaModels.Large15, request);
        ChatCompletionResponse streamed = await fake.Client.StreamAsync(JambaModels.Large15, request).ToResponseAsync();
        ChatCompletionMessage turn = response.ToMessage();
        request.Messages.Add(turn);
        request.Messages.Add(ChatCompletionMessage.Tool(turn.ToolCalls![0].Id!, "Berth C4"));
        ChatCompletionResponse last = await fake.Client.InvokeAsync(JambaModels.Large15, request);

        Assert.Equal("""{"harbour":"Eastmouth"}""", turn.ToolCalls[0].Function!.Arguments);
        Assert.Equal(ChatCompletionFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal(BedrockJson.Serialize(turn.ToolCalls[0]), BedrockJson.Serialize(streamed.Choices[0].Message!.ToolCalls![0]));
        Assert.Contains("Berth C4", last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"max_tokens\":4", "length", 1)]
    [InlineData("\"stop\":\" sky\"", "stop", 1)]
    [InlineData("\"stop\":[\" sky\"],\"n\":3", "stop", 3)]
    public void Invoke_Settings_AreHonoured(string setting, string reason, int answers)
    {
        JsonElement choices = SimulatedCalls.Invoke(Id, $$"""{"messages":[{"role":"user","content":"Why is the sky blue?"}],{{setting}}}""")
            .GetProperty("choices");

        Assert.Equal(answers, choices.GetArrayLength());
        Assert.Equal(reason, choices[0].GetProperty("finish_reason").GetString());
        Assert.DoesNotContain("sky", choices[0].GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_Metrics_ComeAsAChunkOfTheirOwn_Streaming()
    {
        List<JsonElement> chunks = SimulatedCalls.Stream(Id, """{"messages":[{"role":"user","content":"a"}]}""");

        Assert.Empty(chunks[^1].EnumerateObject());
        Assert.Equal("stop", chunks[^2].GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        SimulatedCalls.Refused(Id, """{"messages":[{"role":"user","content":"a"}],"n":2}""", streaming: true);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":[{"role":"user","content":""}]}""")]
    [InlineData("""{"messages":[{"role":"narrator","content":"a"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}],"n":17}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}],"n":2,"temperature":0}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}],"max_tokens":5000}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}],"stream":true}""")]
    public void Answer_InvalidBody_IsAValidationException(string body)
    {
        SimulatedCalls.Refused(Id, body);
        SimulatedCalls.Refused(Id, body, streaming: true);
    }
}
