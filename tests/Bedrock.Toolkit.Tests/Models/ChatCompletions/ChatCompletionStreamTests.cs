using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionStreamTests
{
    private static readonly string[] Chunks =
    [
        """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","service_tier":"auto","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}""",
        """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"reasoning_content":"Let me see."},"finish_reason":null}]}""",
        """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"Hé"},"finish_reason":null}]}""",
        """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"llo"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2},"amazon-bedrock-invocationMetrics":{"inputTokenCount":3,"outputTokenCount":2,"invocationLatency":9,"firstByteLatency":4}}""",
    ];

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":"a"},"finish_reason":null}]}""", false)]
    [InlineData("""{"choices":[]}""", false)]
    [InlineData("""{"error":{"message":"x"}}""", false)]
    [InlineData("""{"choices":[{"delta":{},"finish_reason":"stop"}]}""", true)]
    [InlineData("""{"choices":[{"index":0,"delta":{}},{"index":1,"delta":{},"finish_reason":"length"}]}""", true)]
    [InlineData("""{"amazon-bedrock-invocationMetrics":{}}""", true)]
    [InlineData("""{"choices":[],"amazon-bedrock-guardrailAction":"INTERVENED","amazon-bedrock-trace":{}}""", true)]
    [InlineData("""{"choices":[],"amazon-bedrock-guardrailAction":"NONE"}""", false)]
    [InlineData("\"[DONE]\"", true)]
    [InlineData("\"[ALMOST]\"", false)]
    [InlineData("7", false)]
    public void IsEnd_AnyEvent_OnlyTheEndMarkEnds(string json, bool isEnd) =>
        Assert.Equal(isEnd, OpenAIModels.GptOss120B.IsEnd(BedrockJson.Deserialize<ChatCompletionStreamEvent>(json)));

    [Theory]
    [InlineData("""{"object":"chat.completion.chunk","choices":[]}""", typeof(ChatCompletionChunkEvent))]
    [InlineData("""{"object":"","choices":[]}""", typeof(ChatCompletionChunkEvent))]
    [InlineData("""{"object":"brand.new","choices":[],"new":{"x":null}}""", typeof(ChatCompletionChunkEvent))]
    [InlineData("""{"object":null,"choices":[]}""", typeof(ChatCompletionChunkEvent))]
    [InlineData("""{"choices":[],"error":{"message":"x"}}""", typeof(ChatCompletionChunkEvent))]
    [InlineData("\"[DONE]\"", typeof(ChatCompletionDoneEvent))]
    [InlineData("\"other\"", typeof(ChatCompletionUnknownStreamEvent))]
    [InlineData("[1,null]", typeof(ChatCompletionUnknownStreamEvent))]
    public void Read_AnyEvent_GivesTheVariantAndSurvives(string json, Type variant)
    {
        ChatCompletionStreamEvent streamEvent = BedrockJson.Deserialize<ChatCompletionStreamEvent>(json);

        Assert.IsType(variant, streamEvent);
        EqualJson.Check(json, BedrockJson.Serialize(streamEvent));
    }

    [Fact]
    public void Read_UnknownInAChunk_Survives() => ChatCompletionTestSet.RoundTrip<ChatCompletionStreamEvent>(
        """{"object":"chat.completion.chunk","new":{"a":1},"choices":[{"new":1,"index":0.0,"delta":{"new":1,"content":"a","tool_calls":[{"index":0.0,"new":1,"function":{"new":1}}]}}],"amazon-bedrock-invocationMetrics":{"inputTokenCount":1.0,"new":2}}""".Replace("0.0", "0", StringComparison.Ordinal).Replace("1.0", "1", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"choices":[{"index":"x"}]}""")]
    [InlineData("""{"choices":[{"delta":{"content":7}}]}""")]
    [InlineData("""{"choices":[{"delta":""")]
    [InlineData("""{"choices":7}""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionStreamEvent>(json));

    [Fact]
    public void Text_Events_AreThePiecesOfTheFirstAnswer()
    {
        List<ChatCompletionStreamEvent> events = ChatCompletionTestSet.Events(
            """{"choices":[{"index":1,"delta":{"content":"second"}}]}""",
            """{"choices":[{"index":0,"delta":{"content":"first"}}]}""",
            """{"choices":[{"index":0,"delta":{"reasoning_content":"r"}}]}""",
            """{"choices":[{"index":0,"delta":{"reasoning":"r2"}}]}""",
            """{"choices":[]}""",
            "\"[DONE]\"");

        Assert.Equal([null, "first", null, null, null, null], events.Select(e => e.Text));
        Assert.Equal([null, null, "r", "r2", null, null], events.Select(e => e.ReasoningText));
    }

    [Fact]
    public void Fold_EveryMember_GivesTheWholeResponse()
    {
        List<ChatCompletionStreamEvent> events = ChatCompletionTestSet.Events(
            """{"id":"c","object":"chat.completion.chunk","created":5,"model":"m","service_tier":"auto","system_fingerprint":"fp","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}""",
            """{"choices":[{"index":0,"delta":{"reasoning_content":"Let "}},{"index":1,"delta":{"role":"assistant","content":"Two"}}]}""",
            """{"choices":[{"index":0,"delta":{"reasoning_content":"me.","reasoning":"also"}}]}""",
            """{"choices":[{"index":0,"delta":{"content":"Hel","refusal":"n"},"logprobs":{"content":[{"token":"Hel"}],"refusal":[{"token":"n"}]}}]}""",
            """{"choices":[{"index":0,"delta":{"content":"lo","refusal":"o"},"logprobs":{"content":[{"token":"lo"}],"new":1}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"t2","type":"function","function":{"name":"b","arguments":""}}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"t1","type":"function","function":{"name":"a","arguments":"{\"x\""},"odd":1}]}}]}""",
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}},{"index":1,"function":{"arguments":"{}"}}],"new_delta":1}}]}""",
            """{"choices":[{"index":1,"delta":{},"finish_reason":"length"}]}""",
            """{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls","stop_reason":7,"new_choice":1}],"late":2}""",
            """{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7},"amazon-bedrock-invocationMetrics":{"inputTokenCount":3},"amazon-bedrock-guardrailAction":"NONE"}""");

        EqualJson.Check(
            """
            {
              "id": "c", "object": "chat.completion", "created": 5, "model": "m", "service_tier": "auto", "system_fingerprint": "fp",
              "choices": [
                {"index": 0, "finish_reason": "tool_calls", "stop_reason": 7, "new_choice": 1,
                 "logprobs": {"content": [{"token": "Hel"}, {"token": "lo"}], "refusal": [{"token": "n"}], "new": 1},
                 "message": {"role": "assistant", "content": "Hello", "reasoning_content": "Let me.", "reasoning": "also", "refusal": "no", "new_delta": 1,
                   "tool_calls": [
                     {"id": "t1", "type": "function", "function": {"name": "a", "arguments": "{\"x\":1}"}, "odd": 1},
                     {"id": "t2", "type": "function", "function": {"name": "b", "arguments": "{}"}}
                   ]}},
                {"index": 1, "finish_reason": "length", "message": {"role": "assistant", "content": "Two"}}
              ],
              "usage": {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7},
              "amazon-bedrock-guardrailAction": "NONE", "late": 2
            }
            """,
            BedrockJson.Serialize(ChatCompletionTestSet.Fold(events)));
    }

    [Fact]
    public void Fold_ToolCallsOfOneIndex_AreToldApartByTheirBeginning()
    {
        ChatCompletionResponse response = ChatCompletionTestSet.Fold(ChatCompletionTestSet.Events(
            ChatCompletionTestSet.Chunk("""{"tool_calls":[{"index":0,"id":"1","function":{"name":"a","arguments":"{"}}]}"""),
            ChatCompletionTestSet.Chunk("""{"tool_calls":[{"index":0,"id":"1","function":{"arguments":"}"}}]}"""),
            ChatCompletionTestSet.Chunk("""{"tool_calls":[{"index":0,"id":"2","function":{"name":"b","arguments":"{"}}]}"""),
            ChatCompletionTestSet.Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"}"}}]}""")));

        Assert.Equal([("1", "a", "{}"), ("2", "b", "{}")], response.ToolCalls.Select(call => (call.Id!, call.Name, call.Function!.Arguments!)));
    }

    [Fact]
    public void Fold_ToolCallsWithoutIndex_AreToldApartById()
    {
        ChatCompletionResponse response = ChatCompletionTestSet.Fold(ChatCompletionTestSet.Events(
            ChatCompletionTestSet.Chunk("""{"tool_calls":[{"id":"1","function":{"name":"a","arguments":"{"}}]}"""),
            ChatCompletionTestSet.Chunk("""{"tool_calls":[{"function":{"arguments":"}"}}]}"""),
            ChatCompletionTestSet.Chunk("""{"tool_calls":[{"id":"2","function":{"name":"b","arguments":"{}"}}]}""")));

        Assert.Equal([("1", "a", "{}"), ("2", "b", "{}")], response.ToolCalls.Select(call => (call.Id!, call.Name, call.Function!.Arguments!)));
    }

    [Fact]
    public void Fold_ContentInParts_KeepsTextAndParts()
    {
        ChatCompletionResponse response = ChatCompletionTestSet.Fold(ChatCompletionTestSet.Events(
            ChatCompletionTestSet.Chunk("""{"content":"a"}"""),
            ChatCompletionTestSet.Chunk("""{"content":[{"type":"thinking","thinking":"hm"}]}"""),
            ChatCompletionTestSet.Chunk("""{"content":"b"}"""),
            ChatCompletionTestSet.Chunk("""{"content":"c"}""")));

        Assert.Equal("abc", response.Text);
        Assert.Equal(["text", "thinking", "text"], response.Choices[0].Message!.Content!.Select(part => part.Type));
    }

    [Fact]
    public void Fold_CutShort_NeverInventsAReason()
    {
        ChatCompletionResponse response = ChatCompletionTestSet.Fold(ChatCompletionTestSet.Events(Chunks[..3]));

        Assert.Null(response.FinishReason);
        Assert.Null(response.Usage);
        Assert.Equal("Hé", response.Text);
        Assert.Equal("""{"choices":[]}""", BedrockJson.Serialize(ChatCompletionTestSet.Fold([])));
    }

    [Fact]
    public void Fold_GuardrailSteppedIn_StaysSo()
    {
        ChatCompletionResponse response = ChatCompletionTestSet.Fold(ChatCompletionTestSet.Events(
            """{"choices":[],"amazon-bedrock-guardrailAction":"INTERVENED"}""",
            """{"choices":[],"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{"guardrail":{}}}"""));

        Assert.Equal(BedrockGuardrailAction.Intervened, response.GuardrailAction);
        Assert.NotNull(response.GuardrailTrace);
    }

    [Fact]
    public void ToResponse_Twice_GivesIndependentObjects()
    {
        IStreamFold<ChatCompletionStreamEvent, ChatCompletionResponse> fold = OpenAIModels.GptOss120B.CreateFold();
        ChatCompletionTestSet.Events(Chunks).ForEach(fold.Add);

        ChatCompletionResponse first = fold.ToResponse();
        first.Usage!.PromptTokens = 99;
        first.Choices[0].Message!.Content = "changed";
        ChatCompletionResponse second = fold.ToResponse();

        Assert.Equal(3, second.Usage!.PromptTokens);
        Assert.Equal("Héllo", second.Text);
    }

    [Fact]
    public async Task StreamAsync_SplitAtEveryByte_GivesTheSameEvents_Streaming()
    {
        byte[] body = Body();
        for (int split = 1; split < body.Length; split++)
        {
            using var handler = new ScriptedHandler(_ => Answers.Stream(new PieceStream(body, split, int.MaxValue)));
            using BedrockClient client = TestClient.Over(handler);

            List<ChatCompletionStreamEvent> events = await TestClient.ToListAsync(client.StreamAsync(QwenModels.Qwen3Next80B, ChatCompletionRequest.For("a")));

            Assert.Equal(Chunks.Length, events.Count);
            Assert.Equal("Héllo", string.Concat(events.Select(e => e.Text)));
        }
    }

    [Fact]
    public async Task StreamAsync_CutAtEveryByte_IsIncompleteBeforeTheEndMark_Streaming()
    {
        byte[] body = Body();
        for (int length = 0; length < body.Length; length++)
        {
            using var handler = new ScriptedHandler(_ => Answers.Stream(new MemoryStream(body, 0, length)));
            using BedrockClient client = TestClient.Over(handler, options => options.MaxAttempts = 1);

            await Assert.ThrowsAsync<BedrockIncompleteStreamException>(
                () => client.StreamAsync(QwenModels.Qwen3Next80B, ChatCompletionRequest.For("a")).ToResponseAsync());
        }
    }

    [Fact]
    public async Task StreamAsync_ErrorChunk_IsDeliveredAndTheStreamIsIncomplete_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk(Chunks[0]), Frames.Chunk("""{"error":{"message":"broken","code":"x"}}""")));
        using BedrockClient client = TestClient.Over(handler);
        List<ChatCompletionStreamEvent> events = [];

        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(async () =>
        {
            await foreach (ChatCompletionStreamEvent e in client.StreamAsync(MiniMaxModels.M25, ChatCompletionRequest.For("a")))
            {
                events.Add(e);
            }
        });

        Assert.Equal("broken", Assert.IsType<ChatCompletionChunkEvent>(events[^1]).Error!.Message);
    }

    [Fact]
    public async Task ToResponseAsync_DoneAfterTheReason_IsPartOfTheStream_Streaming()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream([.. Chunks.Select(Frames.Chunk), Frames.Chunk("\"[DONE]\"")]));
        using BedrockClient client = TestClient.Over(handler);

        ChatCompletionResponse response = await client.StreamAsync(WriterModels.PalmyraX5.InProfile("us"), ChatCompletionRequest.For("a")).ToResponseAsync();

        Assert.Equal(("Héllo", "Let me see.", ChatCompletionFinishReason.Stop), (response.Text, response.ReasoningText, response.FinishReason));
        Assert.Equal(3, response.TokenUsage!.InputTokens);
        Assert.Equal("/model/us.writer.palmyra-x5-v1%3A0/invoke-with-response-stream", handler.Sent[0].Uri.AbsolutePath);
    }

    private static byte[] Body() => [.. Chunks.SelectMany(Frames.Chunk)];
}
