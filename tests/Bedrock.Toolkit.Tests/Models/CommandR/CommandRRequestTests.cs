using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.CommandR;

public sealed class CommandRRequestTests
{
    private static readonly string[] Free = ["parameters", "outputs", "later"];

    public static TheoryData<string, Action<CommandRRequest>> Faults => new()
    {
        { "Message must not be blank", r => r.Message = "" },
        { "Message must not be null", r => r.Message = null! },
        { "MaxTokens must be at least 1", r => r.MaxTokens = 0 },
        { "Temperature must be a finite", r => r.Temperature = double.NaN },
        { "P must be a finite", r => r.P = double.NaN },
        { "K must be a finite", r => r.K = double.NaN },
        { "FrequencyPenalty must be a finite", r => r.FrequencyPenalty = double.NaN },
        { "PresencePenalty must be a finite", r => r.PresencePenalty = double.NaN },
        { "PromptTruncation has no value", r => r.PromptTruncation = default(CommandRPromptTruncation) },
        { "StopSequences must not hold null", r => r.StopSequences = [null!] },
        { "ChatHistory[0] needs Role and Message", r => r.ChatHistory = [new() { Message = "a" }] },
        { "ChatHistory[1] needs Role and Message", r => r.ChatHistory = [CommandRTurn.User("a"), CommandRTurn.Chatbot(null!)] },
        { "Tools[0].Name must not be blank", r => r.Tools = [new() { Name = "" }] },
        { "ToolResults needs Tools", r => r.ToolResults = [new() { Call = new() { Name = "a" } }] },
        { "ToolResults[0].Call.Name must not be blank", r => (r.Tools, r.ToolResults) = ([new() { Name = "a" }], [new()]) },
    };

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(FamilyWire.HttpText(CommandRModels.CommandR, CommandRRequest.For("Why is the sky blue? <\"é\">")));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(CommandRModels.CommandRPlus, Full()));

    [Fact]
    public void Read_EveryMember_GivesEqualJson()
    {
        string json = BedrockJson.Serialize(Full());

        Assert.Equal(json, BedrockJson.Serialize(FamilyWire.RoundTrip<CommandRRequest>(json, Free)));
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<CommandRRequest>(
        """
        {"message":"a","chat_history":[{"role":"TOOL","message":"b","new":1}],"documents":[{"title":"t","published":"2020"}],"prompt_truncation":"AUTO",
         "tools":[{"name":"t","new":2,"parameter_definitions":{"x":{"type":"str","new":3}}}],
         "tool_results":[{"new":4,"call":{"name":"t","parameters":{"x":null},"new":5},"outputs":[{"y":null}]}],"later":{"a":[1,null]}}
        """,
        Free);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":null}""")]
    [InlineData("""{"message":5}""")]
    [InlineData("""{"message":"a","chat_history":{}}""")]
    [InlineData("""{"message":"a","max_tokens":1.5}""")]
    [InlineData("""{"message":"a","tools":[{}]}""")]
    [InlineData("""{"message":"a","tools":[{"name":"a","parameter_definitions":[]}]}""")]
    [InlineData("""{"message":"a" """)]
    public void Read_Malformed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<CommandRRequest>(json));

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckRequest_Fault_NamesTheMember(string message, Action<CommandRRequest> spoil)
    {
        CommandRRequest request = CommandRRequest.For("secret");
        spoil(request);

        ArgumentException e = Assert.Throws<ArgumentException>(() => CommandRModels.FromId("any").CheckRequest!(request));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckRequest_RangesOfTheService_AreLeftToIt()
    {
        CommandRModels.FromId("any").CheckRequest!(new CommandRRequest { Message = "a", MaxTokens = 1_000_000, Temperature = 9, P = -1, K = 9_999 });
        CommandRModels.FromId("any")
            .CheckRequest!(new CommandRRequest { Message = "", Tools = [new() { Name = "a" }], ToolResults = [new() { Call = new() { Name = "a" } }] });
        Assert.Equal(7, CommandRModels.FromId("any").ReadMaxTokens!(CommandRRequest.For("a", 7)));
    }

    private static CommandRRequest Full() => new()
    {
        Message = "Which harbour?",
        ChatHistory = [CommandRTurn.User("Hello"), CommandRTurn.Chatbot("Hi")],
        Documents =
        [
            new() { Id = "d1", Title = "Eastmouth", Snippet = "Open.", Excludes = ["id"],
                AdditionalProperties = new Dictionary<string, JsonElement> { ["url"] = FamilyWire.Json("\"x\"") } },
        ],
        SearchQueriesOnly = false,
        Preamble = "You are a pilot.",
        MaxTokens = 400,
        Temperature = 0.5,
        P = 0.75,
        K = 3,
        PromptTruncation = CommandRPromptTruncation.AutoPreserveOrder,
        FrequencyPenalty = 0.25,
        PresencePenalty = 0.125,
        Seed = 7,
        ReturnPrompt = true,
        Tools =
        [
            new()
            {
                Name = "get_wind",
                Description = "Wind at a harbour",
                ParameterDefinitions =
                    new Dictionary<string, CommandRParameter> { ["harbour"] = new() { Description = "Its name", Type = "str", Required = true } },
            },
        ],
        ToolResults = [new() { Call = new() { Name = "get_wind", Parameters = FamilyWire.Json("""{"harbour":null}""") },
            Outputs = [FamilyWire.Json("""{"knots":9,"from":null}""")] }],
        StopSequences = ["END"],
        RawPrompting = false,
        ForceSingleStep = true,
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = FamilyWire.Json("[1,null]") },
    };
}
