using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.CommandR;

public sealed class CommandRAnswerTests
{
    private static readonly StreamingModel<CommandRRequest, CommandRResponse, CommandRStreamEvent> Model = CommandRModels.FromId("my-copy");

    private static readonly string[] Chunks =
    [
        """{"is_finished":false,"event_type":"stream-start","generation_id":"g1"}""",
        """{"is_finished":false,"event_type":"search-queries-generation","search_queries":[{"text":"q"}]}""",
        """{"is_finished":false,"event_type":"search-results","search_results":[{"document_ids":["d"]}],"documents":[{"id":"d"}]}""",
        """{"is_finished":false,"event_type":"text-generation","text":"North"}""",
        """{"is_finished":false,"event_type":"text-generation","text":"pool.","later":1}""",
        """{"is_finished":false,"event_type":"citation-generation","citations":[{"start":0,"end":5}]}""",
        """{"is_finished":false,"event_type":"tool-calls-generation","tool_calls":[{"name":"t","parameters":{"x":null}}]}""",
        """{"is_finished":true,"event_type":"stream-end","finish_reason":"MAX_TOKENS","amazon-bedrock-invocationMetrics":{"inputTokenCount":70,"outputTokenCount":9}}""",
    ];

    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        CommandRResponse response = FamilyWire.RoundTrip<CommandRResponse>(
            """
            {"response_id":"r","generation_id":"g","text":"Northpool.","chat_history":[{"role":"USER","message":"a"}],
             "citations":[{"start":1.0,"end":2,"text":"t","document_ids":["d"]}],"documents":[{"id":"d","snippet":"s"}],
             "search_queries":[{"text":"q","generation_id":"g"}],"is_search_required":true,"prompt":"p","finish_reason":"COMPLETE",
             "tool_calls":[{"name":"t","parameters":{"x":null},"generation_id":"g"}],
             "meta":{"api_version":{"version":"1"},"billed_units":{"input_tokens":70.0,"output_tokens":9}}}
            """,
            "parameters");

        Assert.Equal("Northpool.", response.Text);
        Assert.Equal(CommandRFinishReason.Complete, response.FinishReason);
        Assert.Equal((1, 2, "d"), (response.Citations![0].Start, response.Citations[0].End, response.Citations[0].DocumentIds![0]));
        Assert.Equal("t", response.ToolCalls![0].Name);
        Assert.Equal((70, 9), (response.TokenUsage!.InputTokens, response.TokenUsage.OutputTokens));
        Assert.Null(response.AdditionalProperties);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":null,"chat_history":null,"meta":null,"finish_reason":null}""")]
    public void Read_NothingThere_IsNull(string json)
    {
        CommandRResponse response = BedrockJson.Deserialize<CommandRResponse>(json);

        Assert.Null(response.Text);
        Assert.Null(response.FinishReason);
        Assert.Null(response.TokenUsage);
    }

    [Fact]
    public void FinishReason_CapitalsOrSmallLetters_AreTheSame()
    {
        Assert.True(new CommandRFinishReason("max_tokens").Is(CommandRFinishReason.MaxTokens));
        Assert.True(CommandRFinishReason.UserCancel.Is("user_cancel"));
        Assert.False(CommandRFinishReason.Error.Is(CommandRFinishReason.ErrorLimit));
        Assert.False(default(CommandRFinishReason).Is(CommandRFinishReason.Error));
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<CommandRResponse>(
        """
        {"new":1,"chat_history":[{"role":"TOOL","new":2}],"citations":[{"new":3}],"documents":[{"id":"d","new":{"x":4}}],"search_queries":[{"new":5}],
         "finish_reason":"tired","tool_calls":[{"new":6}],"meta":{"new":7,"api_version":{"new":8},"billed_units":{"search_units":9}}}
        """);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"text":7}""")]
    [InlineData("""{"citations":{}}""")]
    [InlineData("""{"citations":[{"start":1.5}]}""")]
    [InlineData("""{"finish_reason":7}""")]
    [InlineData("""{"text":"cut""")]
    public void Read_Malformed_IsAJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<CommandRResponse>(json));
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<CommandRStreamEvent>(json));
    }

    [Theory]
    [InlineData("""{"event_type":"text-generation","is_finished":false,"text":"a"}""", false)]
    [InlineData("""{"event_type":"brand-new","later":1}""", false)]
    [InlineData("""{"event_type":"stream-end"}""", true)]
    [InlineData("""{"is_finished":true}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"text":"no","amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    public void IsEnd_OfAChunk_FollowsTheFlagOrService(string json, bool expected) =>
        Assert.Equal(expected, Model.IsEnd(FamilyWire.RoundTrip<CommandRStreamEvent>(json)));

    [Fact]
    public void Fold_WithoutTheWholeResponse_JoinsTheEvents_Streaming()
    {
        Conformance.EqualJson.Check(
            """
            {"generation_id":"g1","text":"Northpool.","citations":[{"start":0,"end":5}],"documents":[{"id":"d"}],"search_queries":[{"text":"q"}],
             "finish_reason":"MAX_TOKENS","tool_calls":[{"name":"t","parameters":{"x":null}}],"later":1}
            """,
            BedrockJson.Serialize(FamilyWire.Fold(Model, Chunks)),
            "parameters");
        Assert.Equal("{}", BedrockJson.Serialize(FamilyWire.Fold(Model)));
        Assert.Null(FamilyWire.Fold(Model, Chunks[..4]).FinishReason);
    }

    [Fact]
    public void Fold_WithTheWholeResponse_PrefersIt_Streaming()
    {
        CommandRResponse response = FamilyWire.Fold(
            Model,
            """{"event_type":"text-generation","text":"Nor"}""",
            """{"event_type":"citation-generation","citations":[{"start":0}]}""",
            """{"event_type":"stream-end","is_finished":true,"finish_reason":"COMPLETE","response":{"response_id":"r","text":"North.","chat_history":[{"role":"USER","message":"a"}],"finish_reason":"COMPLETE","meta":{"billed_units":{"output_tokens":2}},"new":1}}""");

        Assert.Equal(("r", "North."), (response.ResponseId, response.Text));
        Assert.Equal(0, response.Citations![0].Start);
        Assert.Equal("a", response.ChatHistory![0].Message);
        Assert.Equal(2, response.TokenUsage!.OutputTokens);
        Assert.Equal(1, response.AdditionalProperties!["new"].GetInt32());
    }

    [Fact]
    public void Fold_GuardrailSteppedIn_StaysSo_Streaming() => Assert.Equal(
        BedrockGuardrailAction.Intervened,
        FamilyWire.Fold(Model, """{"text":"a","amazon-bedrock-guardrailAction":"INTERVENED"}""", """{"amazon-bedrock-guardrailAction":"NONE"}""")
            .GuardrailAction);
}
