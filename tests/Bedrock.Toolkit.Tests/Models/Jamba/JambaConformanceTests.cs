using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Jamba;

/// <summary>The known ids, and the samples of the wire reference; nobody recorded an exchange of this family.</summary>
public sealed class JambaConformanceTests
{
    [Fact]
    public void Models_AreAsDocumented()
    {
        Assert.Equal(
            ["ai21.jamba-instruct-v1:0", "ai21.jamba-1-5-mini-v1:0", "ai21.jamba-1-5-large-v1:0"],
            typeof(JambaModels).GetProperties().Select(property => ((Model)property.GetValue(null)!).Id.Value));
        FamilyWire.CheckLifecycles(typeof(JambaModels), new DateOnly(2026, 11, 24));
        Assert.True(JambaModels.Large15.Capabilities is { Streaming: true, Tools: true, ContextTokens: 256_000, MaxOutputTokens: 4_096 });
        Assert.Equal(ModelStatus.Legacy, JambaModels.Mini15.Lifecycle.Status);
        Assert.Throws<InvalidOperationException>(() => JambaModels.FromId(default));
    }

    [SharedFact]
    public void Request_Sample_SurvivesWithoutUnknownMembers()
    {
        JambaRequest request = FamilyWire.RoundTrip<JambaRequest>(WireSample.Text("ai21", "jamba.request.json"));

        Assert.Null(request.AdditionalProperties);
        Assert.All(request.Messages, message => Assert.Null(message.AdditionalProperties));
        Assert.All(request.Tools!, tool => Assert.Null(tool.AdditionalProperties ?? tool.Function!.AdditionalProperties));
        Assert.All(request.Documents!, document => Assert.Null(document.AdditionalProperties));
        JambaModels.Mini15.CheckRequest!(request);
        Assert.Equal(FamilyWire.Body(JambaModels.Mini15, request), BedrockJson.Serialize(request.Clone()));
    }

    [SharedTheory]
    [InlineData("jamba", "stop")]
    [InlineData("jamba-tool-call", "tool_calls")]
    public void Response_Sample_SurvivesWithoutUnknownMembers(string name, string reason)
    {
        ChatCompletionResponse response = FamilyWire.RoundTrip<ChatCompletionResponse>(WireSample.Text("ai21", $"{name}.response.json"));

        Assert.Null(response.AdditionalProperties);
        Assert.All(response.Choices, choice => Assert.Null(choice.AdditionalProperties ?? choice.Message!.AdditionalProperties));
        Assert.Equal(reason, response.FinishReason!.Value.Value);
        JambaModels.Mini15.CheckRequest!(new JambaRequest { Messages = [ChatCompletionMessage.User("a"), response.ToMessage()] });
    }

    [SharedFact]
    public void Stream_Sample_IsAllTypedAndFolds_Streaming()
    {
        List<string> chunks = FamilyWire.Lines(WireSample.Text("ai21", "jamba.stream.jsonl"));

        Assert.All(chunks[..^1], chunk => Assert.Null(FamilyWire.RoundTrip<ChatCompletionStreamEvent>(chunk).AdditionalProperties));
        ChatCompletionStreamEvent last = BedrockJson.Deserialize<ChatCompletionStreamEvent>(chunks[^1]);
        Assert.Null(last.AdditionalProperties);
        Assert.NotNull(last.InvocationMetrics);
        ChatCompletionResponse whole = BedrockJson.Deserialize<ChatCompletionResponse>(WireSample.Text("ai21", "jamba.response.json"));
        ChatCompletionResponse folded = FamilyWire.Fold(JambaModels.Mini15, chunks);
        Assert.Equal(whole.Text, folded.Text);
        Assert.Equal(whole.FinishReason, folded.FinishReason);
        Assert.Equal(BedrockJson.Serialize(whole.Usage), BedrockJson.Serialize(folded.Usage));
        Assert.Equal(chunks.Count - 2, chunks.FindIndex(chunk => JambaModels.Mini15.IsEnd(BedrockJson.Deserialize<ChatCompletionStreamEvent>(chunk))));
    }
}
