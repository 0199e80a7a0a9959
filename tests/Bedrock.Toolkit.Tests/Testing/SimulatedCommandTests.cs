using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedCommandTests
{
    private const string Id = "cohere.command-light-text-v14";

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public Task Client_Prompt_IsAnsweredBothWays_Streaming(bool? stream) => FamilyWire.AskSimulationAsync(
        CommandModels.Command, new CommandRequest { Prompt = "Why is the sky blue?", MaxTokens = 100, Stream = stream }, r => r.Text, "Why is the sky blue?");

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task Client_SeveralAnswers_AllCome_Streaming(bool stream, int chunksAtLeast)
    {
        using var fake = new FakeBedrock();
        var request = new CommandRequest { Prompt = "Why?", NumGenerations = 2, Stream = stream };

        CommandResponse response = await fake.Client.StreamAsync(CommandModels.CommandLight, request).ToResponseAsync();

        Assert.Equal(2, response.Generations.Count);
        Assert.All(response.Generations, generation => Assert.Equal(CommandFinishReason.MaxTokens, generation.FinishReason));
        Assert.True(SimulatedCalls.Stream(Id, BedrockJson.Serialize(request)).Count >= chunksAtLeast);
    }

    [Fact]
    public void Invoke_StopSequence_EndsTheText()
    {
        JsonElement generation = SimulatedCalls.Invoke(Id, """{"prompt":"Why is the sky blue?","stop_sequences":[" sky"]}""").GetProperty("generations")[0];

        Assert.Equal("COMPLETE", generation.GetProperty("finish_reason").GetString());
        Assert.Equal(" You wrote \"Why is the", generation.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"prompt":""}""")]
    [InlineData("""{"prompt":"a","max_tokens":0}""")]
    [InlineData("""{"prompt":"a","num_generations":6}""")]
    [InlineData("""{"prompt":"a","temperature":6}""")]
    [InlineData("""{"prompt":"a","stream":1}""")]
    [InlineData("""{"prompt":"a","message":"b"}""")]
    public void Answer_InvalidBody_IsAValidationException(string body) => SimulatedCalls.Refused(Id, body, streaming: true);
}
