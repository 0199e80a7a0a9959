using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Jamba;

public sealed class JambaAnswerTests
{
    private static readonly StreamingModel<JambaRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Model = JambaModels.FromId("my-copy");

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
        ChatCompletionResponse response = FamilyWire.RoundTrip<ChatCompletionResponse>(
            """
            {"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Berth C4.","tool_calls":null},"logprobs":null,"finish_reason":"length"},
             {"index":1,"message":{"role":"assistant","tool_calls":[{"id":"t","type":"function","function":{"name":"f","arguments":"{}"}}]},"finish_reason":"tool_calls"}],
             "usage":{"prompt_tokens":8.0,"completion_tokens":3,"total_tokens":11},"meta":{"requestDurationMillis":5},"model":"jamba"}
            """);

        Assert.Equal(("c", "Berth C4.", "jamba", 5), (response.Id, response.Text, response.Model, response.Meta!.RequestDurationMillis));
        Assert.Equal(ChatCompletionFinishReason.Length, response.FinishReason);
        Assert.Equal("f", response.Choices[1].Message!.ToolCalls![0].Function!.Name);
        Assert.Equal((8, 3, 11), (response.TokenUsage!.InputTokens, response.TokenUsage.OutputTokens, response.TokenUsage.TotalTokens));
        ChatCompletionMessage turn = response.ToMessage();
        turn.Content = "changed";
        Assert.Equal("Berth C4.", response.Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"choices":null,"usage":null}""")]
    [InlineData("""{"choices":[{"message":null}]}""")]
    public void Read_NothingThere_IsEmptyAndNotNull(string json)
    {
        ChatCompletionResponse response = BedrockJson.Deserialize<ChatCompletionResponse>(json);

        Assert.Equal(string.Empty, response.Text);
        Assert.Null(response.FinishReason);
        Assert.Null(response.TokenUsage);
        Assert.Throws<InvalidOperationException>(() => response.ToMessage());
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<ChatCompletionResponse>(
        """
        {"new":1,"choices":[{"new":2,"message":{"role":"chorus","new":3,"tool_calls":[{"new":4,"function":{"new":5}}]},"finish_reason":"tired","logprobs":{"content":[]}}],
         "usage":{"new":6},"meta":{"new":7},"amazon-bedrock-guardrailAction":"PONDERED"}
        """);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"choices":{}}""")]
    [InlineData("""{"choices":[{"finish_reason":7}]}""")]
    [InlineData("""{"usage":{"prompt_tokens":1.5}}""")]
    [InlineData("""{"choices":[""")]
    public void Read_Malformed_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionResponse>(json));
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionStreamEvent>(json));
    }

    [Fact]
    public void Read_AList_IsNoAnswerAndAnUnknownEvent()
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionResponse>("[]"));
        Assert.IsType<ChatCompletionUnknownStreamEvent>(BedrockJson.Deserialize<ChatCompletionStreamEvent>("[]"));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":"a"},"finish_reason":null}]}""", false)]
    [InlineData("""{"choices":[]}""", false)]
    [InlineData("{}", false)]
    [InlineData("""{"choices":[{"delta":{},"finish_reason":"stop"}]}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"choices":[{"delta":{"content":"no"}}],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsReasonOrService(string json, bool expected) =>
        Assert.Equal(expected, Model.IsEnd(BedrockJson.Deserialize<ChatCompletionStreamEvent>(json)));

    [Fact]
    public void Fold_Chunks_GiveTheWholeAnswer_Streaming()
    {
        Conformance.EqualJson.Check(
            """
            {"id":"c","choices":[{"index":0,"message":{"role":"assistant","content":"Berth C4.","new":1},"finish_reason":"stop","new":2}],
             "usage":{"prompt_tokens":8,"completion_tokens":3,"total_tokens":11},"later":1}
            """,
            BedrockJson.Serialize(FamilyWire.Fold(Model, Chunks)));
        Assert.Equal("Berth C4.", string.Concat(Chunks.Select(chunk => BedrockJson.Deserialize<ChatCompletionStreamEvent>(chunk).Text)));
        Assert.Equal("""{"choices":[]}""", BedrockJson.Serialize(FamilyWire.Fold(Model)));
        Assert.Null(FamilyWire.Fold(Model, Chunks[..2]).FinishReason);
    }

    [Fact]
    public void Fold_WhatTheVendorTells_IsKept_Streaming()
    {
        ChatCompletionResponse response = FamilyWire.Fold(
            Model,
            """{"choices":[{"delta":{"content":"a"}}],"meta":{"requestDurationMillis":5,"new":1}}""",
            """{"choices":[{"delta":{},"finish_reason":"stop"}],"model":"jamba"}""");

        Assert.Equal(("jamba", 5), (response.Model, response.Meta!.RequestDurationMillis));
        Assert.Contains("new", response.Meta.AdditionalProperties!.Keys);
    }

    [Fact]
    public void Fold_ToolCallsWholeOrInPieces_AreJoined_Streaming()
    {
        ChatCompletionResponse response = FamilyWire.Fold(
            Model,
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\""}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":""}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}},{"index":1,"function":{"arguments":"{}"}}]}}]}""",
            """{"choices":[{"delta":{"tool_calls":[{"id":"c","function":{"name":"h","arguments":"{"}},{"function":{"arguments":"}"}}]},"finish_reason":"tool_calls"}]}""");

        IList<ChatCompletionToolCall> calls = response.Choices[0].Message!.ToolCalls!;
        Assert.Equal(["f {\"x\":1}", "g {}", "h {}"], calls.Select(call => $"{call.Function!.Name} {call.Function.Arguments}"));
        Assert.All(calls, call => Assert.Null(call.Index));
        Assert.Equal(ChatCompletionFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public void Fold_SeveralAnswers_KeepsThemApart_Streaming()
    {
        ChatCompletionResponse response = FamilyWire.Fold(
            Model,
            """{"choices":[{"index":1,"delta":{"content":"b"}},{"index":0,"delta":{"content":"a"}}],"amazon-bedrock-guardrailAction":"INTERVENED"}""",
            """{"choices":[{"index":1,"delta":{"content":"c"}}],"amazon-bedrock-guardrailAction":"NONE"}""");

        Assert.Equal(["a", "bc"], response.Choices.Select(choice => choice.Message!.Content!.StringForm));
        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
    }
}
