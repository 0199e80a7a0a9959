using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using ChatFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.ChatCompletionRequest, Bedrock.Toolkit.Models.ChatCompletionResponse, Bedrock.Toolkit.Models.ChatCompletionStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

public sealed class MistralChatStreamTests
{
    private static readonly ChatFamily Family = new(MistralChatModels.FromId("any"), "parameters");

    private static readonly string[] Chunks =
    [
        """{"id":"b","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Chec"},"stop_reason":null}]}""",
        """{"id":"b","choices":[{"index":0,"message":{"role":"assistant","content":"king","x":1},"stop_reason":null,"y":2}],"z":3}""",
        """{"id":"b","choices":[{"index":0,"message":{"role":"assistant","content":"","tool_calls":[{"id":"1","function":{"name":"a","arguments":"{}"}}]},"stop_reason":"tool_calls"}],"usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13},"amazon-bedrock-invocationMetrics":{"inputTokenCount":9}}""",
    ];

    [Theory]
    [InlineData("""{"choices":[{"index":0,"message":{"content":"a"},"stop_reason":null}]}""", false)]
    [InlineData("""{"choices":[],"amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"choices":[{"stop_reason":"stop"}]}""", true)]
    [InlineData("""{"choices":[{"finish_reason":"news"}]}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"choices":[{"message":{"content":"no"}}],"amazon-bedrock-guardrailAction":"INTERVENED"}""", false)]
    [InlineData("""{"choices":[{"message":{"content":"no"}}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, MistralChatModels.FromId("x").IsEnd(BedrockJson.Deserialize<ChatCompletionStreamEvent>(json)));

    [Fact]
    public void Fold_SeveralChunks_GivesTheWholeAnswer_Streaming() => EqualJson.Check(
        """
        {"id":"b","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Checking","x":1,
         "tool_calls":[{"id":"1","function":{"name":"a","arguments":"{}"}}]},"stop_reason":"tool_calls","y":2}],
         "usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13},"z":3}
        """,
        BedrockJson.Serialize(Family.FoldWhole(Chunks)));

    [Fact]
    public void Fold_SeveralAnswersAndParts_KeepsThemApartInOrder_Streaming()
    {
        ChatCompletionResponse response = Family.FoldWhole(
            """{"choices":[{"index":1,"message":{"content":"b1"}}]}""",
            """{"choices":[{"message":{"content":[{"type":"text","text":"a1"},{"type":"new","n":1}]}}]}""",
            """{"choices":[{"index":0,"message":{"content":"a2"}},{"index":1,"message":{"content":"b2"},"stop_reason":"length"}]}""");

        Assert.Equal(["a1a2", "b1b2"], response.Choices.Select(choice => choice.Message!.Content!.Text));
        Assert.IsType<ChatCompletionUnknownPart>(response.Choices[0].Message!.Content![1]);
        Assert.Null(response.FinishReason);
    }

    [Fact]
    public void Fold_WholeCallsWithoutIds_AreKeptApart_Streaming()
    {
        ChatCompletionResponse response = Family.FoldWhole(
            """{"choices":[{"message":{"tool_calls":[{"function":{"name":"a","arguments":"{}"}},{"function":{"name":"b","arguments":"{}"}}]},"stop_reason":"tool_calls"}]}""");

        Assert.Equal(["a", "b"], response.ToolCalls.Select(call => call.Name));
        Assert.Equal(ChatCompletionFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public void Fold_NothingSaid_InventsNothing_Streaming()
    {
        Assert.Equal("""{"choices":[]}""", BedrockJson.Serialize(Family.Fold()));
        ChatCompletionResponse blocked =
            Family.FoldWhole("""{"choices":[{"index":0,"message":{"content":"No."}}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""");
        Assert.Null(blocked.FinishReason);
        Assert.Null(blocked.Usage);
        Assert.Equal(BedrockGuardrailAction.Intervened, blocked.GuardrailAction);
    }

    [Fact]
    public void ToResponse_Twice_GivesIndependentObjects_Streaming()
    {
        IStreamFold<ChatCompletionStreamEvent, ChatCompletionResponse> fold = MistralChatModels.FromId("x").CreateFold();
        ChatCompletionStreamEvent e = BedrockJson.Deserialize<ChatCompletionStreamEvent>(Chunks[2]);
        fold.Add(e);
        ChatCompletionResponse first = fold.ToResponse();
        first.Choices[0].Message!.ToolCalls![0].Function!.Name = "changed";
        first.Usage!.PromptTokens = 99;

        Assert.Equal("a", fold.ToResponse().ToolCalls[0].Function!.Name);
        Assert.Equal(9, fold.ToResponse().Usage!.PromptTokens);
        Assert.Equal("a", ((ChatCompletionChunkEvent)e).Choices[0].Message!.ToolCalls![0].Function!.Name);
    }

    [Fact]
    public async Task Stream_CutAtEveryByte_IsNeverAWholeAnswer_Streaming() =>
        await Family.CheckCutAtEveryByteAsync(ChatCompletionRequest.For("a"), Chunks);

    [Theory]
    [InlineData("""{"choices":[{"message":{"content":7}}]}""")]
    [InlineData("""{"choices":7}""")]
    [InlineData("""{"choices":[""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionStreamEvent>(json));

    [SharedTheory]
    [InlineData("mistral-large-chat")]
    [InlineData("pixtral")]
    public void Samples_ReadAndWritten_AreEqual(string name) =>
        Assert.Equal(3, Family.CheckSamples("mistral", name, response => response.Text, e => e.Text ?? string.Empty));
}
