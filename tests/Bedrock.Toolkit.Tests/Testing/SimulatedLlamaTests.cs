using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedLlamaTests
{
    private const string Id = "us.meta.llama3-3-70b-instruct-v1:0";

    [Theory]
    [InlineData(LlamaPromptFormat.Llama2, "meta.llama2-13b-chat-v1")]
    [InlineData(LlamaPromptFormat.Llama3, "meta.llama3-8b-instruct-v1:0")]
    [InlineData(LlamaPromptFormat.Llama4, "us.meta.llama4-scout-17b-instruct-v1:0")]
    public void Invoke_Prompt_RestatesTheLastTurnAndTheSystemText(LlamaPromptFormat format, string id)
    {
        LlamaRequest request = new LlamaRequestBuilder(format).System("Be brief.").User("One?").Assistant("1").User("Why is the sky blue?").Build();

        var answer = BedrockJson.Deserialize<LlamaResponse>(SimulatedCalls.Invoke(id, BedrockJson.Serialize(request)).GetRawText());

        Assert.Contains("instruction \"Be brief.\": You wrote \"Why is the sky blue?\".", answer.Text, StringComparison.Ordinal);
        Assert.Equal(LlamaStopReason.Stop, answer.StopReason);
        Assert.True(answer.PromptTokenCount > 5);
        Assert.True(answer.GenerationTokenCount > 10);
    }

    [Fact]
    public void Invoke_ImageAndToolResult_AreSeen()
    {
        LlamaRequest seen = new LlamaRequestBuilder(LlamaPromptFormat.Llama31).User("What is it?", "png"u8.ToArray()).Build();
        LlamaRequest tool = new LlamaRequestBuilder(LlamaPromptFormat.Llama31).BuiltInTools().User("Add.").ToolCall("print(42)").ToolResult("42").Build();

        Assert.Contains("\"What is it?\". One attachment", SimulatedCalls.Invoke("meta.llama3-2-90b-instruct-v1:0", BedrockJson.Serialize(seen))
            .GetProperty("generation").GetString(), StringComparison.Ordinal);
        Assert.Contains("The tool answered: 42", SimulatedCalls.Invoke(Id, BedrockJson.Serialize(tool)).GetProperty("generation").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Invoke_Limit_CutsTheAnswer()
    {
        JsonElement answer = SimulatedCalls.Invoke(Id, """{"prompt":"Why is the sky blue?","max_gen_len":4}""");

        Assert.Equal("You wrote \"Why", answer.GetProperty("generation").GetString());
        Assert.Equal("length", answer.GetProperty("stop_reason").GetString());
    }

    [Fact]
    public void Stream_Prompt_JoinsToTheWholeAnswer_Streaming()
    {
        const string Body = """{"prompt":"Why is the sky blue?"}""";
        List<JsonElement> chunks = SimulatedCalls.Stream(Id, Body);
        JsonElement whole = SimulatedCalls.Invoke(Id, Body);

        Assert.True(chunks.Count > 3);
        Assert.Equal(whole.GetProperty("generation").GetString(), string.Concat(chunks.Select(c => c.GetProperty("generation").GetString())));
        Assert.All(chunks.SkipLast(1), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("stop_reason").ValueKind));
        Assert.Equal("stop", chunks[^1].GetProperty("stop_reason").GetString());
        Assert.Equal(whole.GetProperty("prompt_token_count").GetInt32(), chunks[0].GetProperty("prompt_token_count").GetInt32());
        Assert.Equal(whole.GetProperty("generation_token_count").GetInt32(), chunks[^1].GetProperty("generation_token_count").GetInt32());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"prompt\":\"\"}")]
    [InlineData("{\"prompt\":1}")]
    [InlineData("{\"prompt\":\"a\",\"max_tokens\":1}")]
    [InlineData("{\"prompt\":\"a\",\"max_gen_len\":0}")]
    [InlineData("{\"prompt\":\"a\",\"temperature\":1.5}")]
    [InlineData("{\"prompt\":\"a\",\"images\":[1]}")]
    [InlineData("{\"prompt\":\"a\",\"images\":[\"x\"]}")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused(Id, body);
}
