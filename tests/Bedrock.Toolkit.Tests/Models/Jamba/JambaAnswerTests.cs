using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Jamba;

public sealed class JambaAnswerTests
{
    private static readonly StreamingModel<JambaRequest, JambaResponse, JambaStreamEvent> Model = JambaModels.FromId("my-copy");

    private static readonly string[] Chunks =
    [
        """{"id":"c","choices":[{"index":0,"delta":{"role":"assistant"},"finish_reason":null}]}""",
        """{"id":"c","choices":[{"index":0,"delta":{"content":"Berth"},"finish_reason":null}]}""",
        """{"id":"c","choices":[{"index":0.0,"delta":{"content":" C4.","new":1},"finish_reason":null}],"later":1}""",
        """{"id":"c","choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop","new":2}],"usage":{"prompt_tokens":8,"completion_tokens":3,"total_tokens":11}}""",
        """{"amazon-bedrock-invocationMetrics":{"inputTokenCount":8,"outputTokenCount":3}}""",
    ];

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        JambaResponse response = FamilyWire.RoundTrip<JambaResponse>(
            """
            {"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Berth C4.","tool_calls":null},"logprobs":null,"finish_reason":"length"},
             {"index":1,"message":{"role":"assistant","tool_calls":[{"id":"t","type":"function","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}],
             "usage":{"prompt_tokens":8.0,"completion_tokens":3,"total_tokens":11},"meta":{"requestDurationMillis":5},"model":"jamba"}
            """);

        Assert.Equal(("c", "Berth C4.", "jamba", 5), (response.Id, response.Text, response.Model, response.Meta!.RequestDurationMillis));
        Assert.Equal(JambaFinishReason.Length, response.StopReason);
        Assert.Equal("f", response.Choices[1].Message!.ToolCalls![0].Function!.Name);
        Assert.Equal((8, 3, 11), (response.TokenUsage!.InputTokens, response.TokenUsage.OutputTokens, response.TokenUsage.TotalTokens));
        JambaMessage turn = response.ToMessage();
        turn.Content = "changed";
        Assert.Equal("Berth C4.", response.Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"choices":null,"usage":null}""")]
    [InlineData("""{"choices":[{"message":null}]}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        JambaResponse response = BedrockJson.Deserialize<JambaResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.StopReason);
        Assert.Null(response.TokenUsage);
        Assert.Equal(JambaRole.Assistant, response.ToMessage().Role);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<JambaResponse>(
        """
        {"new":1,"choices":[{"new":2,"message":{"role":"chorus","new":3,"tool_calls":[{"new":4,"function":{"new":5}}]},"finish_reason":"tired","logprobs":{"content":[]}}],
         "usage":{"new":6},"meta":{"new":7},"amazon-bedrock-guardrailAction":"PONDERED"}
        """);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"choices":{}}""")]
    [InlineData("""{"choices":[{"finish_reason":7}]}""")]
    [InlineData("""{"usage":{"prompt_tokens":1.5}}""")]
    [InlineData("""{"choices":[""")]
    public void Read_Malformed_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<JambaResponse>(json));
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<JambaStreamEvent>(json));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":"a"},"finish_reason":null}]}""", false)]
    [InlineData("""{"choices":[]}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"choices":[{"delta":{},"finish_reason":"stop"}]}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"choices":[{"delta":{"content":"no"}}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, Model.IsEnd(BedrockJson.Deserialize<JambaStreamEvent>(json)));

    [Fact]
    public void Fold_Chunks_GiveTheWholeAnswer_Streaming()
    {
        Conformance.EqualJson.Check(
            """
            {"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Berth C4.","new":1},"finish_reason":"stop","new":2}],
             "usage":{"prompt_tokens":8,"completion_tokens":3,"total_tokens":11},"later":1}
            """,
            BedrockJson.Serialize(FamilyWire.Fold(Model, Chunks)));
        Assert.Equal("Berth C4.", string.Concat(Chunks.Select(chunk => BedrockJson.Deserialize<JambaStreamEvent>(chunk).Text)));
        Assert.Equal("""{"choices":[]}""", BedrockJson.Serialize(FamilyWire.Fold(Model)));
        Assert.Null(FamilyWire.Fold(Model, Chunks[..2]).StopReason);
    }

    [Fact]
    public void Fold_ToolCallsWholeOrInPieces_AreJoined_Streaming()
    {
        JambaResponse response = FamilyWire.Fold(
            Model,
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\""}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":""}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}},{"index":1,"function":{"arguments":"{}"}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"id":"c","function":{"name":"h","arguments":"{"}},{"function":{"arguments":"}"}}]},"finish_reason":"tool_calls"}]}""");

        IList<JambaToolCall> calls = response.Choices[0].Message!.ToolCalls!;
        Assert.Equal(["f {\"x\":1}", "g {}", "h {}"], calls.Select(call => $"{call.Function!.Name} {call.Function.Arguments}"));
        Assert.All(calls, call => Assert.Null(call.Index));
        Assert.Equal(JambaFinishReason.ToolCalls, response.StopReason);
    }

    [Fact]
    public void Fold_SeveralAnswers_KeepsThemApart_Streaming()
    {
        JambaResponse response = FamilyWire.Fold(
            Model,
            """{"choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"a"}}],"amazon-bedrock-guardrailAction":"INTERVENED"}""",
            """{"choices":[{"index":1,"delta":{"content":"c"}}],"amazon-bedrock-guardrailAction":"NONE"}""");

        Assert.Equal(["a", "bc"], response.Choices.Select(choice => choice.Message!.Content));
        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
    }
}
