using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedImportedTests
{
    private const string Arn = "arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456";

    [Fact]
    public void Invoke_EachStyle_IsKnownByTheBody()
    {
        Assert.Contains("\"Why?\"", SimulatedCalls.Invoke(Arn, """{"prompt":"Why?","max_gen_len":99}""").GetProperty("generation").GetString(),
            StringComparison.Ordinal);
        Assert.Equal("text_completion", SimulatedCalls.Invoke(Arn, """{"prompt":"Why?","max_tokens":99}""").GetProperty("object").GetString());
        Assert.Equal("chat.completion", SimulatedCalls.Invoke(Arn, """{"messages":[{"role":"user","content":"Why?"}],"max_tokens":99}""").GetProperty("object")
            .GetString());
    }

    [Fact]
    public void Invoke_Forms_AreFollowed()
    {
        Assert.Equal("no", Text("""{"prompt":"Yes or NO?","max_tokens":9,"structured_outputs":{"choice":["maybe","no"]}}"""));
        Assert.Equal("maybe", Text("""{"prompt":"?","max_tokens":9,"structured_outputs":{"choice":["maybe","no"]}}"""));
        Assert.Equal("""{"n":3}""",
            Text("""{"prompt":"Three is 3","max_tokens":99,"structured_outputs":{"json":{"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]}}}"""));
        string json = SimulatedCalls.Invoke(Arn, """{"prompt":"Why?","max_gen_len":99,"response_format":{"type":"json_object"}}""").GetProperty("generation")
            .GetString()!;
        Assert.Contains("Why?", TestModels.Json(json).GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"prompt":"Why is the sky blue?","max_gen_len":99}""")]
    [InlineData("""{"prompt":"Why is the sky blue?","max_gen_len":3}""")]
    public void Stream_BedrockCompletion_JoinsToTheWholeAnswer_Streaming(string body)
    {
        List<JsonElement> chunks = SimulatedCalls.Stream(Arn, body);
        JsonElement whole = SimulatedCalls.Invoke(Arn, body);

        Assert.Equal(whole.GetProperty("generation").GetString(), string.Concat(chunks.Select(c => c.GetProperty("generation").GetString())));
        Assert.All(chunks.SkipLast(1), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("stop_reason").ValueKind));
        Assert.Equal(whole.GetProperty("stop_reason").GetString(), chunks[^1].GetProperty("stop_reason").GetString());
        Assert.Equal(whole.GetProperty("generation_token_count").GetInt32(), chunks[^1].GetProperty("generation_token_count").GetInt32());
    }

    [Fact]
    public void Stream_OpenAICompletion_JoinsToTheWholeAnswer_Streaming()
    {
        string body = BedrockJson.Serialize(ImportedOpenAICompletionRequest.For("Why is the sky blue?"));
        List<ImportedOpenAICompletionStreamEvent> events =
            [.. SimulatedCalls.Stream(Arn, body).Select(c => BedrockJson.Deserialize<ImportedOpenAICompletionStreamEvent>(c.GetRawText()))];

        Assert.True(events.Count > 3);
        Assert.Equal(Text(body), string.Concat(events.Select(e => e.Text)));
        Assert.All(events.SkipLast(1), e => Assert.Null(e.FinishReason));
        Assert.Equal(ImportedStopReason.Stop, events[^1].FinishReason);
        Assert.NotNull(events[^1].Usage);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"prompt\":\"a\"}")]
    [InlineData("{\"max_gen_len\":1}")]
    [InlineData("{\"prompt\":\"\",\"max_gen_len\":1}")]
    [InlineData("{\"prompt\":1,\"max_tokens\":1}")]
    [InlineData("{\"prompt\":\"a\",\"max_gen_len\":0}")]
    [InlineData("{\"prompt\":\"a\",\"max_gen_len\":1,\"response_format\":{\"type\":\"xml\"}}")]
    [InlineData("{\"prompt\":\"a\",\"max_tokens\":1,\"structured_outputs\":{\"choice\":[1]}}")]
    [InlineData("{\"prompt\":\"a\",\"max_tokens\":1,\"temperature\":9}")]
    [InlineData("{\"messages\":[]}")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused(Arn, body);

    private static string Text(string body) => SimulatedCalls.Invoke(Arn, body).GetProperty("choices")[0].GetProperty("text").GetString()!;
}
