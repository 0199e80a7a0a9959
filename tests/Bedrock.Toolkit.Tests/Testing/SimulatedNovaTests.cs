using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedNovaTests
{
    private const string Id = "us.amazon.nova-lite-v1:0";
    private static readonly JsonElement Schema = FamilyWire.Json("""{"type":"object","required":["city"],"properties":{"city":{"type":"string"}}}""");

    [Fact]
    public Task Client_Prompt_IsAnsweredBothWays_Streaming() => FamilyWire.AskSimulationAsync(
        NovaModels.Lite.InProfile("us"), new NovaRequestBuilder().System("Be brief.").User("Why is the sky blue?").Build(), r => r.Text,
            "Why is the sky blue?");

    [Fact]
    public async Task Client_ToolLoop_ComesToAnEnd()
    {
        using var fake = new FakeBedrock();
        NovaRequestBuilder conversation = new NovaRequestBuilder().Tool("get_weather", null, Schema).User("Please get weather in Paris");

        NovaResponse call = await fake.Client.InvokeAsync(NovaModels.Micro, conversation.Build());
        NovaToolUse use = Assert.Single(call.ToolCalls);
        NovaResponse streamed = await fake.Client.StreamAsync(NovaModels.Micro, conversation.Build()).ToResponseAsync();
        NovaResponse last = await fake.Client.InvokeAsync(NovaModels.Micro, conversation.Assistant(call).ToolResult(use.ToolUseId, "18 degrees").Build());

        Assert.Equal(NovaStopReason.ToolUse, call.StopReason);
        Assert.Equal("Paris", use.Input.GetProperty("city").GetString());
        Assert.Equal(BedrockJson.Serialize<NovaContentBlock>(call.Content[0]), BedrockJson.Serialize<NovaContentBlock>(streamed.Content[0]));
        Assert.Contains("18 degrees", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_Reasoning_ComesFirst()
    {
        using var fake = new FakeBedrock();
        NovaRequest request = new NovaRequestBuilder().User("hello").Reasoning(NovaReasoningConfig.Enabled(NovaReasoningEffort.High)).Build();

        NovaResponse whole = await fake.Client.InvokeAsync(NovaModels.Nova2Lite, request);
        NovaResponse streamed = await fake.Client.StreamAsync(NovaModels.Nova2Lite, request).ToResponseAsync();

        Assert.IsType<NovaReasoningBlock>(whole.Content[0]);
        Assert.Equal(BedrockJson.Serialize<NovaContentBlock>(whole.Content[0]), BedrockJson.Serialize<NovaContentBlock>(streamed.Content[0]));
    }

    [Theory]
    [InlineData("\"maxTokens\":4", "max_tokens", "You wrote \"Why")]
    [InlineData("\"max_new_tokens\":4", "max_tokens", "You wrote \"Why")]
    [InlineData("\"stopSequences\":[\" sky\"]", "stop_sequence", "You wrote \"Why is the")]
    [InlineData("\"topK\":128", "end_turn", null)]
    public void Invoke_Limits_AreHonoured(string config, string reason, string? text)
    {
        JsonElement body = SimulatedCalls.Invoke(Id,
            $$$"""{"messages":[{"role":"user","content":[{"text":"Why is the sky blue?"}]}],"inferenceConfig":{{{{config}}}}}""");

        Assert.Equal(reason, body.GetProperty("stopReason").GetString());
        if (text is not null)
        {
            Assert.Equal(text, body.GetProperty("output").GetProperty("message").GetProperty("content")[0].GetProperty("text").GetString());
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":{}}""")]
    [InlineData("""{"messages":[{"role":"system","content":[{"text":"a"}]}]}""")]
    [InlineData("""{"messages":[{"role":"assistant","content":[{"text":"a"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":" "}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"document":{"name":"a"}}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"}]}],"max_tokens":5}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"}]}],"system":"a"}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"topK":129}}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"temperature":0.5,"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}}}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":"a"}]}],"toolConfig":{"tools":[],"toolChoice":{"tool":{"name":"x"}}}}""")]
    public void Answer_InvalidBody_IsAValidationException(string body)
    {
        SimulatedCalls.Refused(Id, body);
        SimulatedCalls.Refused(Id, body, streaming: true);
    }
}
