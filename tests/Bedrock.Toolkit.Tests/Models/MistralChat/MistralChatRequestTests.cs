using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using ChatFamily = Bedrock.Toolkit.Tests.Models.TextFamily<Bedrock.Toolkit.Models.ChatCompletionRequest, Bedrock.Toolkit.Models.ChatCompletionResponse, Bedrock.Toolkit.Models.ChatCompletionStreamEvent>;

namespace Bedrock.Toolkit.Tests.Models.MistralChat;

public sealed class MistralChatRequestTests
{
    private static readonly ChatFamily Family = new(MistralChatModels.FromId("any"), "parameters");

    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"harbour":{"type":"string","default":null}}}""");

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(MistralChatWire.HttpText(MistralChatModels.Large2407, MistralChatModels.Conversation().User("Why is the sky blue?").Build()));

    [Fact]
    public void Write_Full_MatchesSnapshot() => Snapshot.Match(MistralChatWire.HttpText(MistralChatModels.PixtralLarge2502.InProfile("eu"), Full()));

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives()
    {
        ChatCompletionRequest request = Family.RoundTrip<ChatCompletionRequest>(
            """
            {"messages":[{"role":"critic","content":[{"type":"text","text":"a","new":1},{"type":"image_url","image_url":{"url":"u","detail":"low"},"new":2},{"type":"smell","x":[1]}],"new":3},
             {"role":"assistant","content":"","tool_calls":[{"id":"1","type":"function","function":{"name":"a","arguments":"{}","new":4},"new":5}]}],
             "tools":[{"type":"function","function":{"name":"a","parameters":{"x":null},"strict":true},"new":6}],"tool_choice":"maybe","later":{"x":1},
             "amazon-bedrock-guardrailConfig":{"tagSuffix":"q7","streamProcessingMode":"SYNCHRONOUS"}}
            """);

        Assert.IsType<ChatCompletionUnknownPart>(request.Messages[0].Content![2]);
        Assert.Equal("smell", request.Messages[0].Content![2].Type);
        Assert.Equal("maybe", Assert.IsType<ChatCompletionToolChoiceMode>(request.ToolChoice).Value);
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
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionRequest>(json));

    [Fact]
    public void Write_NullMessages_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new ChatCompletionRequest { Messages = null! }));

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        ChatCompletionRequest original = Full();
        string before = BedrockJson.Serialize(original);
        ChatCompletionRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));

        ((ChatCompletionTextPart)copy.Messages[1].Content![0]).Text = "other";
        ((ChatCompletionImagePart)copy.Messages[1].Content![1]).ImageUrl!.Url = "other";
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
        ChatCompletionContent content = "a";
        Assert.Equal("a", ((ChatCompletionTextPart)content[0]).Text);
        Assert.Equal("\"a\"", BedrockJson.Serialize(content));

        content.Add(new ChatCompletionTextPart("b"));
        Assert.Equal("ab", content.Text);
        Assert.Equal("""[{"type":"text","text":"a"},{"type":"text","text":"b"}]""", BedrockJson.Serialize(content));

        content.RemoveAt(1);
        Assert.Equal("""[{"type":"text","text":"a"}]""", BedrockJson.Serialize(content));
        Assert.Throws<ArgumentNullException>(() => content.Add(null!));
    }

    [Fact]
    public void FromBytes_Image_IsADataUrl()
    {
        Assert.Equal("data:image/png;base64,cG5n", ChatCompletionImagePart.FromBytes("png"u8, "image/png").ImageUrl!.Url);
        Assert.Throws<ArgumentException>(() => ChatCompletionImagePart.FromBytes(default, "image/png"));
        Assert.Throws<ArgumentException>(() => ChatCompletionImagePart.FromBytes("a"u8, " "));
    }

    [Fact]
    public void Check_WhatTheServiceRefuses_IsRefused()
    {
        Family.AssertRefused(new() { Messages = [] }, "Messages");
        Family.AssertRefused(new() { Messages = null! }, "Messages");
        Family.AssertRefused(new() { Messages = [null!] }, "Messages[0]");
        Family.AssertRefused(WithMessage(new() { Role = default, Content = "a" }), "Messages[1].Role");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.User }), "Messages[1].Content");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.User, Content = "" }), "Messages[1].Content");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.Assistant, Content = [] }), "Messages[1].Content");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.Tool, Content = "a" }), "Messages[1].ToolCallId");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.User, Content = [new ChatCompletionImagePart()] }),
            "Messages[1].Content[0].ImageUrl.Url");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.Assistant, ToolCalls = [new() { Id = "1" }] }),
            "Messages[1].ToolCalls[0].Function.Name");
        Family.AssertRefused(With(r => r.MaxTokens = 0), "MaxTokens", "at least 1");
        Family.AssertRefused(With(r => r.Temperature = double.NaN), "Temperature");
        Family.AssertRefused(With(r => r.TopP = double.NegativeInfinity), "TopP");
        Family.AssertRefused(With(r => r.ToolChoice = ""), "ToolChoice");
        Family.AssertRefused(With(r => r.Tools = [null!]), "Tools[0]");
        Family.AssertRefused(With(r => r.Tools = [new()]), "Tools[0].Function");
        Family.AssertRefused(With(r => r.Tools = [ChatCompletionTool.ForFunction(" ", null, Schema)]), "Tools[0].Function.Name");
        Family.AssertRefused(With(r => r.Tools = [ChatCompletionTool.ForFunction("a", null, JsonElement.Parse("[]"))]), "Tools[0].Function.Parameters");
        ChatFamily.AssertRefused(MistralChatModels.Large2407, WithMessage(ChatCompletionMessage.User([new ChatCompletionImagePart("data:x")])),
            "Messages[1].Content", "Pixtral");
        Assert.Throws<ArgumentNullException>(() => MistralChatModels.Large2402.CheckRequest!(null!));
    }

    [Fact]
    public void Check_WhatTheServiceMayTake_IsLeftToIt()
    {
        MistralChatModels.Large2402.CheckRequest!(With(r => (r.MaxTokens, r.Temperature, r.TopP) = (100_000, 7, -1)));
        MistralChatModels.Large2402.CheckRequest!(
            WithMessage(new() { Role = ChatCompletionRole.Assistant, ToolCalls = [ChatCompletionToolCall.ForFunction("1", "a", "{}")] }));
        MistralChatModels.Large2402.CheckRequest!(WithMessage(ChatCompletionMessage.Tool("1", "")));
        MistralChatModels.Large2402.CheckRequest!(With(r => r.Tools = [new() { Type = "web" }]));
    }

    [Fact]
    public void Check_WhatOnlyOtherChatCompletionsTake_IsRefused()
    {
        Family.AssertRefused(With(r => r.Stop = "END"), "Stop is not taken");
        Family.AssertRefused(With(r => r.Seed = 1), "Seed is not taken");
        Family.AssertRefused(With(r => (r.MaxTokens, r.MaxCompletionTokens) = (null, 9)), "MaxCompletionTokens is not taken");
        Family.AssertRefused(With(r => r.ResponseFormat = ChatCompletionResponseFormat.ForJsonObject()), "ResponseFormat is not taken");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.User, Content = "a", Name = "b" }), "Messages[1].Name is not taken");
        Family.AssertRefused(WithMessage(new() { Role = ChatCompletionRole.Assistant, Content = "a", Reasoning = "b" }), "Messages[1].Reasoning is not taken");
        Family.AssertRefused(WithMessage(ChatCompletionMessage.User([new ChatCompletionAudioPart("a"u8.ToArray(), "wav"), new ChatCompletionTextPart("a")])),
            "Messages[1].Content[0]", "input_audio");
        Family.AssertRefused(WithTool(ChatCompletionToolChoice.Required()), "ToolChoice must be auto, any or none");
        Family.AssertRefused(WithTool(ChatCompletionToolChoice.ForFunction("a")), "ToolChoice must be auto, any or none");
    }

    [Fact]
    public void Check_EveryMemberThatTheWireDoesNotHave_IsRefused()
    {
        string[] taken = ["Messages", "Tools", "ToolChoice", "MaxTokens", "Temperature", "TopP", "GuardrailConfig", "AdditionalProperties"];
        ChatCompletionRequest full = (ChatCompletionRequest)new Conventions.WireTypeFiller().Create(typeof(ChatCompletionRequest));
        foreach (System.Reflection.PropertyInfo member in typeof(ChatCompletionRequest).GetProperties()
            .Where(member => member.CanWrite && !taken.Contains(member.Name)))
        {
            ChatCompletionRequest request = ChatCompletionRequest.For("a");
            member.SetValue(request, member.GetValue(full));
            Assert.Throws<ArgumentException>(() => MistralChatModels.Large2402.CheckRequest!(request));
        }
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("any")]
    [InlineData("none")]
    public void Check_ToolChoiceOfTheDialect_IsTaken(string choice) => MistralChatModels.Large2402.CheckRequest!(WithTool(choice));

    private static ChatCompletionRequest WithTool(ChatCompletionToolChoice choice) =>
        With(r => (r.Tools, r.ToolChoice) = ([ChatCompletionTool.ForFunction("a", null, Schema)], choice));

    private static ChatCompletionRequest With(Action<ChatCompletionRequest> change)
    {
        ChatCompletionRequest request = ChatCompletionRequest.For("a");
        change(request);
        return request;
    }

    private static ChatCompletionRequest WithMessage(ChatCompletionMessage message) => With(request => request.Messages.Add(message));

    private static Dictionary<string, JsonElement> Extra(string name) => new() { [name] = JsonElement.Parse("""{"a":[1,null]}""") };

    private static ChatCompletionRequest Full() => new()
    {
        Messages =
        [
            ChatCompletionMessage.System("Grüße, \"quay\" <n> & 水"),
            new()
            {
                Role = ChatCompletionRole.User,
                Content = [new ChatCompletionTextPart("What is shown?"), new ChatCompletionImagePart("data:image/png;base64,cG5n")],
                AdditionalProperties = Extra("later"),
            },
            new()
            {
                Role = ChatCompletionRole.Assistant,
                Content = string.Empty,
                ToolCalls = [new() { Id = "Ab3dEf9hZ", Type = "function", Function = new() { Name = "get_wind", Arguments = """{"harbour": "Eastmouth"}""" } }],
            },
            ChatCompletionMessage.Tool("Ab3dEf9hZ", """{"knots": 14}"""),
        ],
        Tools = [ChatCompletionTool.ForFunction("get_wind", "Wind at a harbour", Schema)],
        ToolChoice = ChatCompletionToolChoice.Any(),
        MaxTokens = 256,
        Temperature = 0.4,
        TopP = 0.95,
        GuardrailConfig = new() { TagSuffix = "q7", AdditionalProperties = Extra("mode") },
        AdditionalProperties = Extra("later"),
    };
}
