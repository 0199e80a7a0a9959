using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using ChatFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.MistralChatRequest, Bedrock.Toolkit.Models.MistralChatResponse, Bedrock.Toolkit.Models.MistralChatStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

public sealed class MistralChatRequestTests
{
    private static readonly ChatFamily Family = new(MistralChatModels.FromId("any"), "parameters");

    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"harbour":{"type":"string","default":null}}}""");

    [Fact]
    public void Write_Minimal_MatchesSnapshot() => Snapshot.Match(ChatFamily.HttpText(MistralChatModels.Large2407, MistralChatRequest.For("Why is the sky blue?")));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(ChatFamily.HttpText(MistralChatModels.PixtralLarge2502.InProfile("eu"), Full()));

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives()
    {
        MistralChatRequest request = Family.RoundTrip<MistralChatRequest>(
            """
            {"messages":[{"role":"critic","content":[{"type":"text","text":"a","new":1},{"type":"image_url","image_url":{"url":"u","detail":"low"},"new":2},{"type":"smell","x":[1]}],"new":3},
             {"role":"assistant","content":"","tool_calls":[{"id":"1","type":"function","function":{"name":"a","arguments":"{}","new":4},"new":5}]}],
             "tools":[{"type":"function","function":{"name":"a","parameters":{"x":null},"strict":true},"new":6}],"tool_choice":"maybe","later":{"x":1},
             "amazon-bedrock-guardrailConfig":{"tagSuffix":"q7","streamProcessingMode":"SYNCHRONOUS"}}
            """);

        Assert.IsType<MistralChatUnknownPart>(request.Messages[0].Content![2]);
        Assert.Equal("smell", request.Messages[0].Content![2].Type);
        Assert.Equal("maybe", request.ToolChoice!.Value.Value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"messages":null}""")]
    [InlineData("""{"messages":{}}""")]
    [InlineData("""{"messages":[{"content":"a"}]}""")]
    [InlineData("""{"messages":[{"role":7,"content":"a"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":7}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":7}]}]}""")]
    [InlineData("""{"messages":[],"tools":{}}""")]
    [InlineData("""{"messages":[],"max_tokens":1.5}""")]
    [InlineData("""{"messages":[ """)]
    public void Read_Malformed_IsAJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<MistralChatRequest>(json));

    [Fact]
    public void Write_NullMessages_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new MistralChatRequest { Messages = null! }));

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        MistralChatRequest original = Full();
        string before = BedrockJson.Serialize(original);
        MistralChatRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));

        ((MistralChatTextPart)copy.Messages[1].Content![0]).Text = "other";
        ((MistralChatImagePart)copy.Messages[1].Content![1]).ImageUrl!.Url = "other";
        copy.Messages[2].ToolCalls![0].Function!.Name = "other";
        copy.Messages[2].ToolCalls!.Clear();
        copy.Messages.RemoveAt(0);
        copy.Tools![0].Function!.Name = "other";
        copy.Tools.Clear();
        copy.GuardrailConfig!.TagSuffix = "zz";
        copy.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(original));
    }

    [Fact]
    public void Content_String_StaysAStringUntilChanged()
    {
        MistralChatContent content = "a";
        Assert.Equal("a", ((MistralChatTextPart)content[0]).Text);
        Assert.Equal("\"a\"", BedrockJson.Serialize(content));

        content.Add(new MistralChatTextPart("b"));
        Assert.Equal("ab", content.Text);
        Assert.Equal("""[{"type":"text","text":"a"},{"type":"text","text":"b"}]""", BedrockJson.Serialize(content));

        content.RemoveAt(1);
        Assert.Equal("""[{"type":"text","text":"a"}]""", BedrockJson.Serialize(content));
        Assert.Throws<ArgumentNullException>(() => content.Add(null!));
    }

    [Fact]
    public void FromBytes_Image_IsADataUrl()
    {
        Assert.Equal("data:image/png;base64,cG5n", MistralChatImagePart.FromBytes("png"u8, "image/png").ImageUrl!.Url);
        Assert.Throws<ArgumentException>(() => MistralChatImagePart.FromBytes(default, "image/png"));
        Assert.Throws<ArgumentException>(() => MistralChatImagePart.FromBytes("a"u8, " "));
    }

    [Fact]
    public void Check_WhatTheServiceRefuses_IsRefused()
    {
        Family.AssertRefused(new() { Messages = [] }, "Messages");
        Family.AssertRefused(new() { Messages = null! }, "Messages");
        Family.AssertRefused(new() { Messages = [null!] }, "Messages[0]");
        Family.AssertRefused(WithMessage(new() { Role = default, Content = "a" }), "Messages[1].Role");
        Family.AssertRefused(WithMessage(new() { Role = MistralChatRole.User }), "Messages[1].Content");
        Family.AssertRefused(WithMessage(new() { Role = MistralChatRole.User, Content = "" }), "Messages[1].Content");
        Family.AssertRefused(WithMessage(new() { Role = MistralChatRole.Assistant, Content = [] }), "Messages[1].Content");
        Family.AssertRefused(WithMessage(new() { Role = MistralChatRole.Tool, Content = "a" }), "Messages[1].ToolCallId");
        Family.AssertRefused(WithMessage(new() { Role = MistralChatRole.User, Content = [new MistralChatImagePart()] }), "Messages[1].Content", "address");
        Family.AssertRefused(WithMessage(new() { Role = MistralChatRole.Assistant, ToolCalls = [new()] }), "Messages[1].ToolCalls[0].Function.Name");
        Family.AssertRefused(With(r => r.MaxTokens = 0), "MaxTokens", "at least 1");
        Family.AssertRefused(With(r => r.Temperature = double.NaN), "Temperature");
        Family.AssertRefused(With(r => r.TopP = double.NegativeInfinity), "TopP");
        Family.AssertRefused(With(r => r.ToolChoice = default(MistralChatToolChoice)), "ToolChoice");
        Family.AssertRefused(With(r => r.Tools = [null!]), "Tools[0]");
        Family.AssertRefused(With(r => r.Tools = [new()]), "Tools[0].Function");
        Family.AssertRefused(With(r => r.Tools = [MistralChatTool.Create(" ", null, Schema)]), "Tools[0].Function.Name");
        Family.AssertRefused(With(r => r.Tools = [MistralChatTool.Create("a", null, JsonElement.Parse("[]"))]), "Tools[0].Function.Parameters");
        ChatFamily.AssertRefused(MistralChatModels.Large2407, WithMessage(MistralChatMessage.User([new MistralChatImagePart("data:x")])), "Messages[1].Content", "Pixtral");
        Assert.Throws<ArgumentNullException>(() => MistralChatModels.Large2402.CheckRequest!(null!));
    }

    [Fact]
    public void Check_WhatTheServiceMayTake_IsLeftToIt()
    {
        MistralChatModels.Large2402.CheckRequest!(With(r => (r.MaxTokens, r.Temperature, r.TopP) = (100_000, 7, -1)));
        MistralChatModels.Large2402.CheckRequest!(WithMessage(new() { Role = MistralChatRole.Assistant, ToolCalls = [MistralChatToolCall.Create("1", "a", Schema)] }));
        MistralChatModels.Large2402.CheckRequest!(WithMessage(MistralChatMessage.Tool("1", "")));
        MistralChatModels.Large2402.CheckRequest!(With(r => r.Tools = [new() { Type = "web" }]));
    }

    private static MistralChatRequest With(Action<MistralChatRequest> change)
    {
        MistralChatRequest request = MistralChatRequest.For("a");
        change(request);
        return request;
    }

    private static MistralChatRequest WithMessage(MistralChatMessage message) => With(request => request.Messages.Add(message));

    private static Dictionary<string, JsonElement> Extra(string name) => new() { [name] = JsonElement.Parse("""{"a":[1,null]}""") };

    private static MistralChatRequest Full() => new()
    {
        Messages =
        [
            MistralChatMessage.System("Grüße, \"quay\" <n> & 水"),
            new()
            {
                Role = MistralChatRole.User,
                Content = [new MistralChatTextPart("What is shown?"), new MistralChatImagePart("data:image/png;base64,cG5n")],
                AdditionalProperties = Extra("later"),
            },
            new()
            {
                Role = MistralChatRole.Assistant,
                Content = string.Empty,
                ToolCalls = [new() { Id = "Ab3dEf9hZ", Type = "function", Function = new() { Name = "get_wind", Arguments = """{"harbour": "Eastmouth"}""" } }],
            },
            MistralChatMessage.Tool("Ab3dEf9hZ", """{"knots": 14}"""),
        ],
        Tools = [MistralChatTool.Create("get_wind", "Wind at a harbour", Schema)],
        ToolChoice = MistralChatToolChoice.Any,
        MaxTokens = 256,
        Temperature = 0.4,
        TopP = 0.95,
        GuardrailConfig = new() { TagSuffix = "q7", AdditionalProperties = Extra("mode") },
        AdditionalProperties = Extra("later"),
    };
}
