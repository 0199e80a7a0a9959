using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionContentTests
{
    [Fact]
    public void Write_FromString_StaysAStringAlsoWhenLookedAt()
    {
        ChatCompletionContent content = "hello";

        Assert.Equal("\"hello\"", BedrockJson.Serialize(content));
        Assert.Equal("hello", Assert.IsType<ChatCompletionTextPart>(Assert.Single(content)).Text);
        Assert.Equal("\"hello\"", BedrockJson.Serialize(content));
    }

    [Fact]
    public void Write_StringWhoseTextWasChanged_IsTheChangedString()
    {
        ChatCompletionContent content = "hello";
        ((ChatCompletionTextPart)content[0]).Text = "bye";

        Assert.Equal("\"bye\"", BedrockJson.Serialize(content));
        Assert.Equal("bye", content.Text);
    }

    [Fact]
    public void Write_StringWhosePartGotAMember_BecomesAnArray()
    {
        ChatCompletionContent content = "hello";
        content[0].AdditionalProperties = new Dictionary<string, JsonElement> { ["cache"] = ChatCompletionTestSet.Json("1") };

        Assert.Equal("""[{"type":"text","text":"hello","cache":1}]""", BedrockJson.Serialize(content));
    }

    [Fact]
    public void Add_ToAString_KeepsTheText()
    {
        ChatCompletionContent content = "hello";
        content.Add(new ChatCompletionTextPart(" world"));

        Assert.Equal("hello world", content.Text);
        Assert.Equal("""[{"type":"text","text":"hello"},{"type":"text","text":" world"}]""", BedrockJson.Serialize(content));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("""[{"type":"text","text":"a"}]""")]
    public void Read_AnyForm_KeepsTheForm(string json) => Assert.Equal(json, BedrockJson.Serialize(BedrockJson.Deserialize<ChatCompletionContent>(json)));

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[7")]
    public void Read_NeitherStringNorArray_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionContent>(json));

    [Fact]
    public void List_EveryOperation_BehavesAsAList()
    {
        var a = new ChatCompletionTextPart("a");
        var b = new ChatCompletionTextPart("b");
        ChatCompletionContent content = [a];
        content.Insert(0, b);

        Assert.Equal([b, a], content);
        Assert.Equal(1, content.IndexOf(a));
        Assert.Contains(a, content);
        var copied = new ChatCompletionContentPart[2];
        content.CopyTo(copied, 0);
        Assert.Equal([b, a], copied);
        content[1] = b;
        Assert.True(content.Remove(b));
        content.RemoveAt(0);
        Assert.Empty(content);
        Assert.False(content.IsReadOnly);
        content.Add(a);
        content.Clear();
        Assert.Equal(string.Empty, content.Text);
        Assert.Throws<ArgumentNullException>(() => content.Add(null!));
        Assert.Throws<ArgumentNullException>(() => content = [a, null!]);
        ChatCompletionContent? none = (string?)null;
        Assert.Null(none);
    }

    [Theory]
    [InlineData("text", typeof(ChatCompletionTextPart))]
    [InlineData("image_url", typeof(ChatCompletionImagePart))]
    [InlineData("input_audio", typeof(ChatCompletionAudioPart))]
    [InlineData("video_url", typeof(ChatCompletionVideoPart))]
    [InlineData("file", typeof(ChatCompletionFilePart))]
    [InlineData("refusal", typeof(ChatCompletionRefusalPart))]
    [InlineData("something_else", typeof(ChatCompletionUnknownPart))]
    public void Read_ByType_GivesTheVariant(string type, Type variant)
    {
        ChatCompletionContentPart part = BedrockJson.Deserialize<ChatCompletionContentPart>($$"""{"new":{"x":null},"type":"{{type}}"}""");

        Assert.IsType(variant, part);
        Assert.Equal(type, part.Type);
        using JsonDocument written = JsonDocument.Parse(BedrockJson.Serialize(part));
        Assert.Equal(JsonValueKind.Null, written.RootElement.GetProperty("new").GetProperty("x").ValueKind);
        Assert.Equal(1, written.RootElement.EnumerateObject().Count(member => member.Name == "type"));
    }

    [Fact]
    public void FromBytes_Image_MakesADataUrl()
    {
        ChatCompletionContentPart part = ChatCompletionImagePart.FromBytes([1, 2, 3], "image/png");

        Assert.Equal("""{"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}}""", BedrockJson.Serialize(part));
        Assert.Throws<ArgumentException>(() => ChatCompletionImagePart.FromBytes([], "image/png"));
        Assert.Throws<ArgumentException>(() => ChatCompletionVideoPart.FromBytes([1], " "));
    }

    [Fact]
    public void Stop_AnyForm_KeepsTheFormUntilChanged()
    {
        BedrockStop stop = "END";
        Assert.Equal("\"END\"", BedrockJson.Serialize(stop));
        stop.Add("###");
        Assert.Equal("""["END","###"]""", BedrockJson.Serialize(stop));
        stop.RemoveAt(1);
        Assert.Equal("""["END"]""", BedrockJson.Serialize(stop));
        Assert.Equal("\"a\"", BedrockJson.Serialize(BedrockJson.Deserialize<BedrockStop>("\"a\"")));
        Assert.Equal("""["a"]""", BedrockJson.Serialize(BedrockJson.Deserialize<BedrockStop>("""["a"]""")));
        BedrockStop set = "a";
        set[0] = "b";
        Assert.Equal("""["b"]""", BedrockJson.Serialize(set));
        BedrockStop cleared = "a";
        cleared.Clear();
        Assert.Equal("[]", BedrockJson.Serialize(cleared));
        Assert.Throws<ArgumentNullException>(() => stop.Add(null!));
        Assert.Throws<ArgumentNullException>(() => stop[0] = null!);
    }

    [Theory]
    [InlineData("\"auto\"", typeof(ChatCompletionToolChoiceMode))]
    [InlineData("\"sometimes\"", typeof(ChatCompletionToolChoiceMode))]
    [InlineData("""{"type":"function","function":{"name":"f"}}""", typeof(ChatCompletionToolChoiceFunction))]
    [InlineData("""{"type":"allowed_tools","tools":[null]}""", typeof(ChatCompletionUnknownToolChoice))]
    public void ToolChoice_AnyForm_SurvivesUnchanged(string json, Type variant)
    {
        ChatCompletionToolChoice choice = BedrockJson.Deserialize<ChatCompletionToolChoice>(json);

        Assert.IsType(variant, choice);
        Assert.Equal(json, BedrockJson.Serialize(choice));
        Assert.Equal(json, BedrockJson.Serialize(choice.Clone()));
    }

    [Fact]
    public void ToolChoice_Factories_GiveTheWireForm()
    {
        Assert.Equal("\"auto\"", BedrockJson.Serialize(ChatCompletionToolChoice.Auto()));
        Assert.Equal("\"none\"", BedrockJson.Serialize(ChatCompletionToolChoice.None()));
        Assert.Equal("\"required\"", BedrockJson.Serialize(ChatCompletionToolChoice.Required()));
        ChatCompletionToolChoice? choice = "required";
        Assert.Equal("required", Assert.IsType<ChatCompletionToolChoiceMode>(choice).Value);
        choice = (string?)null;
        Assert.Null(choice);
    }
}
