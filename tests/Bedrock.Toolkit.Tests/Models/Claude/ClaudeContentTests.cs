using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeContentTests
{
    [Fact]
    public void Write_FromString_StaysAString()
    {
        ClaudeContent content = "hello";

        Assert.Equal("\"hello\"", BedrockJson.Serialize(content));
    }

    [Fact]
    public void Write_StringWhoseBlockWasLookedAt_StaysAString()
    {
        ClaudeContent content = "hello";

        Assert.Equal("hello", Assert.IsType<ClaudeTextBlock>(Assert.Single(content)).Text);
        Assert.Equal("\"hello\"", BedrockJson.Serialize(content));
    }

    [Fact]
    public void Write_StringWhoseBlockGotACachePoint_BecomesAnArray()
    {
        ClaudeContent content = "hello";
        ((ClaudeTextBlock)content[0]).CacheControl = new ClaudeCacheControl();

        Assert.Equal("""[{"type":"text","text":"hello","cache_control":{"type":"ephemeral"}}]""", BedrockJson.Serialize(content));
    }

    [Fact]
    public void Add_ToAString_KeepsTheText()
    {
        ClaudeContent content = "hello";
        content.Add(new ClaudeTextBlock(" world"));

        Assert.Equal(2, content.Count);
        Assert.Equal("hello world", content.Text);
        Assert.Equal("""[{"type":"text","text":"hello"},{"type":"text","text":" world"}]""", BedrockJson.Serialize(content));
    }

    [Fact]
    public void Write_OneTextBlock_StaysAnArray()
    {
        ClaudeContent content = [new ClaudeTextBlock("hello")];

        Assert.Equal("""[{"type":"text","text":"hello"}]""", BedrockJson.Serialize(content));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("""[{"type":"text","text":"a"}]""")]
    public void Read_AnyForm_KeepsTheForm(string json)
    {
        Assert.Equal(json, BedrockJson.Serialize(BedrockJson.Deserialize<ClaudeContent>(json)));
        Assert.Equal(json, BedrockJson.Serialize(BedrockJson.Deserialize<ClaudeSystem>(json)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[7")]
    public void Read_NeitherStringNorArray_ThrowsJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ClaudeContent>(json));
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ClaudeSystem>(json));
    }

    [Fact]
    public void List_EveryOperation_BehavesAsAList()
    {
        var a = new ClaudeTextBlock("a");
        var b = new ClaudeTextBlock("b");
        ClaudeContent content = [a];
        content.Insert(0, b);

        Assert.Equal([b, a], content);
        Assert.Equal(1, content.IndexOf(a));
        Assert.Contains(a, content);
        var copied = new ClaudeContentBlock[2];
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
        Assert.Throws<ArgumentNullException>(() => content.Insert(0, null!));
        Assert.Throws<ArgumentNullException>(() => content = [a, null!]);
        Assert.Throws<ArgumentNullException>(() => ClaudeSystem.Create([null!]));
    }

    [Fact]
    public void Convert_NullString_StaysNull()
    {
        ClaudeContent? content = (string?)null;
        ClaudeSystem? system = (string?)null;

        Assert.Null(content);
        Assert.Null(system);
    }

    [Fact]
    public void FromBytes_Image_WritesBase64()
    {
        ClaudeContentBlock block = ClaudeImageBlock.FromBytes(new byte[] { 1, 2, 3 }, "image/png");

        Assert.Equal("""{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AQID"}}""", BedrockJson.Serialize(block));
    }

    [Fact]
    public void FromContent_Document_WritesTheContentSource()
    {
        ClaudeContentBlock block = ClaudeDocumentBlock.FromContent("a", "T");

        Assert.Equal("""{"type":"document","source":{"type":"content","content":"a"},"title":"T"}""", BedrockJson.Serialize(block));
    }

    [Theory]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"type":"text","text":null}""")]
    [InlineData("""{"text":null,"type":"text"}""")]
    public void Read_TextMissing_IsEmpty(string json) =>
        Assert.Equal(string.Empty, Assert.IsType<ClaudeTextBlock>(BedrockJson.Deserialize<ClaudeContentBlock>(json)).Text);

    [Theory]
    [InlineData("text", typeof(ClaudeTextBlock))]
    [InlineData("image", typeof(ClaudeImageBlock))]
    [InlineData("document", typeof(ClaudeDocumentBlock))]
    [InlineData("search_result", typeof(ClaudeSearchResultBlock))]
    [InlineData("tool_use", typeof(ClaudeToolUseBlock))]
    [InlineData("tool_result", typeof(ClaudeToolResultBlock))]
    [InlineData("thinking", typeof(ClaudeThinkingBlock))]
    [InlineData("redacted_thinking", typeof(ClaudeRedactedThinkingBlock))]
    [InlineData("server_tool_use", typeof(ClaudeServerToolUseBlock))]
    [InlineData("tool_search_tool_result", typeof(ClaudeToolSearchResultBlock))]
    [InlineData("tool_reference", typeof(ClaudeToolReferenceBlock))]
    [InlineData("compaction", typeof(ClaudeCompactionBlock))]
    [InlineData("something_else", typeof(ClaudeUnknownBlock))]
    public void Read_ByType_GivesTheVariant(string type, Type variant)
    {
        ClaudeContentBlock block = BedrockJson.Deserialize<ClaudeContentBlock>($$"""{"new":{"x":null},"type":"{{type}}"}""");

        Assert.IsType(variant, block);
        Assert.Equal(type, block.Type);
        using JsonDocument written = JsonDocument.Parse(BedrockJson.Serialize(block));
        Assert.Equal(JsonValueKind.Null, written.RootElement.GetProperty("new").GetProperty("x").ValueKind);
        Assert.Equal(1, written.RootElement.EnumerateObject().Count(member => member.Name == "type"));
    }

    [Fact]
    public void Input_Undefined_BecomesAnEmptyObject()
    {
        var block = new ClaudeToolUseBlock("1", "x", default);

        Assert.Equal("""{"type":"tool_use","id":"1","name":"x","input":{}}""", BedrockJson.Serialize<ClaudeContentBlock>(block));
    }

    [Fact]
    public void InputAs_OwnType_ReadsTheInput()
    {
        var block = new ClaudeToolUseBlock("1", "weather", ClaudeTestData.Json("\"Paris\""));

        Assert.Equal("Paris", block.InputAs(BedrockJson.TypeInfo<string>()));
        Assert.Throws<JsonException>(() => block.InputAs(BedrockJson.TypeInfo<ClaudeUsage>()));
    }
}
