using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedTitanTextTests
{
    private const string Id = "amazon.titan-text-express-v1";

    [Fact]
    public void Invoke_Prompt_RestatesItWithCounts()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, """{"inputText":"User: Why is the sky blue?\nBot:"}""");

        JsonElement result = body.GetProperty("results")[0];
        Assert.Contains("\"Why is the sky blue?\"", result.GetProperty("outputText").GetString(), StringComparison.Ordinal);
        Assert.Equal("FINISH", result.GetProperty("completionReason").GetString());
        Assert.Equal(10, body.GetProperty("inputTextTokenCount").GetInt32());
        Assert.True(result.GetProperty("tokenCount").GetInt32() > 10);
    }

    [Theory]
    [InlineData("\"maxTokenCount\":4", "LENGTH", "You wrote \"Why")]
    [InlineData("\"maxTokenCount\":1", "LENGTH", "You")]
    [InlineData("\"stopSequences\":[\" sky\",\" is\"]", "STOP_CRITERIA_MET", "You wrote \"Why")]
    [InlineData("\"stopSequences\":[\"nowhere\",\"\"],\"maxTokenCount\":0", "FINISH", null)]
    public void Invoke_Limits_AreHonoured(string config, string reason, string? text)
    {
        JsonElement result = SimulatedCalls.Invoke(Id, $$$"""{"inputText":"Why is the sky blue?","textGenerationConfig":{{{{config}}}}}""")
            .GetProperty("results")[0];

        Assert.Equal(reason, result.GetProperty("completionReason").GetString());
        if (text is not null)
        {
            Assert.Equal(text, result.GetProperty("outputText").GetString());
        }
    }

    [Fact]
    public void Stream_Prompt_JoinsToTheWholeAnswer_Streaming()
    {
        const string Body = """{"inputText":"Why is the sky blue?"}""";
        List<JsonElement> chunks = SimulatedCalls.Stream(Id, Body);
        JsonElement whole = SimulatedCalls.Invoke(Id, Body);

        Assert.True(chunks.Count > 3);
        Assert.Equal(
            whole.GetProperty("results")[0].GetProperty("outputText").GetString(),
            string.Concat(chunks.Select(c => c.GetProperty("outputText").GetString())));
        Assert.All(chunks.SkipLast(1), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("completionReason").ValueKind));
        Assert.Equal("FINISH", chunks[^1].GetProperty("completionReason").GetString());
        Assert.Equal(whole.GetProperty("inputTextTokenCount").GetInt32(), chunks[0].GetProperty("inputTextTokenCount").GetInt32());
        Assert.Equal(whole.GetProperty("results")[0].GetProperty("tokenCount").GetInt32(), chunks[^1].GetProperty("totalOutputTextTokenCount").GetInt32());
    }
}
