using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedCommandRTests
{
    private const string Id = "cohere.command-r-plus-v1:0";

    [Fact]
    public Task Client_Prompt_IsAnsweredBothWays_Streaming() => FamilyWire.AskSimulationAsync(
        CommandRModels.CommandR, new CommandRRequest { Message = "Why is the sky blue?", Preamble = "Be brief.", Documents = [new() { Id = "d" }] }, r =>
            r.Text, "Why is the sky blue?");

    [Fact]
    public async Task Client_ToolLoop_ComesToAnEnd_Streaming()
    {
        using var fake = new FakeBedrock();
        var request = new CommandRRequest
        {
            Message = "Please get wind in Eastmouth",
            Tools =
            [
                new()
                {
                    Name = "get_wind",
                    ParameterDefinitions = new Dictionary<string, CommandRParameter>
                    {
                        ["harbour"] = new() { Type = "str", Required = true }, ["days"] = new() { Type = "int", Required = true },
                            ["gusts"] = new() { Type = "bool" },
                    },
                },
            ],
        };

        CommandRResponse response = await fake.Client.InvokeAsync(CommandRModels.CommandRPlus, request);
        CommandRResponse streamed = await fake.Client.StreamAsync(CommandRModels.CommandRPlus, request).ToResponseAsync();
        CommandRToolCall call = Assert.Single(response.ToolCalls!);
        request.ToolResults = [new() { Call = call, Outputs = [FamilyWire.Json("""{"knots":9}""")] }];
        CommandRResponse last = await fake.Client.InvokeAsync(CommandRModels.CommandRPlus, request);

        Assert.Equal("""{"harbour":"Eastmouth","days":1}""", call.Parameters!.Value.GetRawText());
        Assert.Equal(BedrockJson.Serialize(response), BedrockJson.Serialize(streamed));
        Assert.Contains("knots", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invoke_History_GrowsByBothTurns()
    {
        JsonElement body = SimulatedCalls.Invoke(Id,
            """{"message":"And now?","chat_history":[{"role":"USER","message":"a"},{"role":"CHATBOT","message":"b"}],"max_tokens":4}""");

        Assert.Equal(4, body.GetProperty("chat_history").GetArrayLength());
        Assert.Equal("MAX_TOKENS", body.GetProperty("finish_reason").GetString());
    }

    [Theory]
    [InlineData("\"max_tokens\":4", "MAX_TOKENS")]
    [InlineData("\"stop_sequences\":[\"sky\"]", "STOP_SEQUENCE")]
    [InlineData("\"k\":3", "COMPLETE")]
    public void Invoke_Limits_AreHonoured(string setting, string reason) => Assert.Equal(
        reason, SimulatedCalls.Invoke(Id, $$"""{"message":"Why is the sky blue?",{{setting}}}""").GetProperty("finish_reason").GetString());

    [Fact]
    public void Invoke_SearchQueriesOnly_GivesQueries()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, """{"message":"safe harbours","search_queries_only":true}""");

        Assert.Equal("safe harbours", body.GetProperty("search_queries")[0].GetProperty("text").GetString());
        Assert.Equal(string.Empty, body.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":" "}""")]
    [InlineData("""{"message":7}""")]
    [InlineData("""{"message":"a","prompt":"b"}""")]
    [InlineData("""{"message":"a","p":1}""")]
    [InlineData("""{"message":"a","tool_results":[]}""")]
    [InlineData("""{"message":"a","tools":[{}]}""")]
    public void Answer_InvalidBody_IsAValidationException(string body)
    {
        SimulatedCalls.Refused(Id, body);
        SimulatedCalls.Refused(Id, body, streaming: true);
    }
}
