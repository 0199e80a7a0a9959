using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Jamba;

public sealed class JambaRequestTests
{
    private static readonly string[] Free = ["parameters", "later"];

    public static TheoryData<string, Action<JambaRequest>> Faults => new()
    {
        { "Messages must not be empty", r => r.Messages.Clear() },
        { "Messages must not be empty", r => r.Messages = null! },
        { "Messages[1] must not be null", r => r.Messages.Add(null!) },
        { "Messages[0].Role has no value", r => r.Messages[0].Role = default(ChatCompletionRole) },
        { "Messages[0].Content must not be blank", r => r.Messages[0].Content = " " },
        { "Messages[1].ToolCallId must not be blank", r => r.Messages.Add(ChatCompletionMessage.Tool("", "x")) },
        { "Messages needs at least one message of the user", r => r.Messages = [ChatCompletionMessage.System("x")] },
        { "N must be at least 1", r => r.N = 0 },
        { "N above 1 needs a Temperature above 0", r => (r.N, r.Temperature) = (2, 0) },
        { "MaxTokens is negative", r => r.MaxTokens = -1 },
        { "Temperature must be a finite", r => r.Temperature = double.NaN },
        { "TopP must be a finite", r => r.TopP = double.NaN },
        { "FrequencyPenalty must be a finite", r => r.FrequencyPenalty = double.NaN },
        { "PresencePenalty must be a finite", r => r.PresencePenalty = double.NaN },
        { "Tools[0].Function.Name must not be blank", r => r.Tools = [ChatCompletionTool.ForFunction("", null, default)] },
        { "Tools[0].Function.Name must not be blank", r => r.Tools = [new()] },
        { "Tools[0].Function.Strict is not taken by Jamba", r => r.Tools = [ChatCompletionTool.ForFunction("f", null, null, strict: true)] },
        { "Messages[0].Content must be one text", r => r.Messages[0].Content = ["a", "b"] },
        { "Messages[0].Name is not taken by Jamba", r => r.Messages[0].Name = "n" },
        { "Messages[0].Refusal is not taken by Jamba", r => r.Messages[0].Refusal = "n" },
        { "Messages[0].Reasoning is not taken by Jamba", r => r.Messages[0].Reasoning = "n" },
        { "Messages[0].ReasoningContent is not taken by Jamba", r => r.Messages[0].ReasoningContent = "n" },
        { "ResponseFormat.JsonSchema is not taken by Jamba", r => r.ResponseFormat = ChatCompletionResponseFormat.ForJsonSchema("s", default) },
        { "Documents[0].Content must not be blank", r => r.Documents = [new() { Content = "" }] },
    };

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(JambaModels.Mini15, JambaRequest.For("Why is the sky blue? <\"é\">")));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(JambaModels.Large15, Full()));

    [Fact]
    public void Write_MultiTurn_MatchesSnapshot()
    {
        JambaRequest request = JambaRequest.For("Is there a berth?", 50);
        request.Tools = [ChatCompletionTool.ForFunction("find_berth", "Find a free berth", FamilyWire.Json("""{"type":"object"}"""))];
        request.Messages.Add(BedrockJson.Deserialize<ChatCompletionResponse>(
            """{"choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"find_berth","arguments":"{}"}}]}}]}""").ToMessage());
        request.Messages.Add(ChatCompletionMessage.Tool("c1", "C4"));
        request.Messages.Add(ChatCompletionMessage.Assistant("C4 is free."));
        request.Messages.Add(ChatCompletionMessage.User("Thanks."));

        Snapshot.Match(FamilyWire.HttpText(JambaModels.Mini15, request));
    }

    [Fact]
    public void Read_EveryMember_GivesEqualJson()
    {
        string json = BedrockJson.Serialize(Full());

        Assert.Equal(json, BedrockJson.Serialize(FamilyWire.RoundTrip<JambaRequest>(json, Free)));
    }

    [Fact]
    public void Stop_TextOrList_StaysWhatItWas()
    {
        JambaRequest request = JambaRequest.For("a");
        request.Stop = "END";
        Assert.EndsWith("\"stop\":\"END\"}", BedrockJson.Serialize(request), StringComparison.Ordinal);
        Assert.EndsWith("\"stop\":\"END\"}", BedrockJson.Serialize(BedrockJson.Deserialize<JambaRequest>(BedrockJson.Serialize(request)).Clone()),
            StringComparison.Ordinal);
        request.Stop.Add("STOP");
        Assert.EndsWith("\"stop\":[\"END\",\"STOP\"]}", BedrockJson.Serialize(request), StringComparison.Ordinal);
        request.Stop = ["END"];
        Assert.EndsWith("\"stop\":[\"END\"]}", BedrockJson.Serialize(request), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => request.Stop = [null!]);
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => FamilyWire.RoundTrip<JambaRequest>(
        """
        {"messages":[{"role":"narrator","content":"a","new":1,"tool_calls":[{"id":"c","new":2,"function":{"new":3}}]}],"stop":"x",
         "tools":[{"type":"teleport","new":4,"function":{"name":"t","new":5,"parameters":{"x":null}}}],"documents":[{"content":"c","new":6,"metadata":{"a":"b"}}],
         "response_format":{"type":"xml","new":7},"later":{"a":[1,null]}}
        """,
        Free);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"messages":null}""")]
    [InlineData("""{"messages":[{"role":7}]}""")]
    [InlineData("""{"messages":[],"stop":7}""")]
    [InlineData("""{"messages":[],"stop":[7]}""")]
    [InlineData("""{"messages":[],"max_tokens":1.5}""")]
    [InlineData("""{"messages":[],"tools":[7]}""")]
    [InlineData("""{"messages":[],"documents":[{}]}""")]
    [InlineData("""{"messages":[""")]
    public void Read_Malformed_IsAJsonException(string json) => Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<JambaRequest>(json));

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckRequest_Fault_NamesTheMember(string message, Action<JambaRequest> spoil)
    {
        JambaRequest request = JambaRequest.For("secret");
        spoil(request);

        ArgumentException e = Assert.Throws<ArgumentException>(() => JambaModels.FromId("any").CheckRequest!(request));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckRequest_RangesOfTheService_AreLeftToIt()
    {
        JambaModels.FromId("any")
            .CheckRequest!(new JambaRequest { Messages = [ChatCompletionMessage.User("a")], N = 99, MaxTokens = 1_000_000, Temperature = 9, TopP = -1 });
        Assert.Equal(7, JambaModels.FromId("any").ReadMaxTokens!(JambaRequest.For("a", 7)));
        Assert.Throws<ArgumentNullException>(() => JambaRequest.For(null!));
    }

    private static JambaRequest Full() => new()
    {
        Messages =
        [
            ChatCompletionMessage.System("Answer as a harbour clerk."),
            ChatCompletionMessage.User("Is there a berth?"),
            new() { Role = ChatCompletionRole.Assistant,
                ToolCalls = [new() { Id = "c1", Type = "function", Function = new() { Name = "find_berth", Arguments = "{}" } }] },
            ChatCompletionMessage.Tool("c1", "C4"),
        ],
        N = 2,
        MaxTokens = 300,
        Temperature = 0.5,
        TopP = 0.75,
        Stop = ["\n\n", "END"],
        FrequencyPenalty = 0.25,
        PresencePenalty = 0.125,
        Tools = [ChatCompletionTool.ForFunction("find_berth", "Find a free berth", FamilyWire.Json("""{"type":"object","default":null}"""))],
        Documents = [new() { Id = "d1", Content = "Pier C has power.", Metadata = new Dictionary<string, string> { ["source"] = "guide" } }],
        ResponseFormat = new() { Type = "text" },
        GuardrailConfig = new() { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = FamilyWire.Json("[1,null]") },
    };
}
