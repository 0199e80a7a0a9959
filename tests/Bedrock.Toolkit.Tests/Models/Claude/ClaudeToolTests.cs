using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeToolTests
{
    [Theory]
    [InlineData("""{"name":"a","input_schema":{"type":"object","default":null}}""", typeof(ClaudeTool))]
    [InlineData("""{"type":"custom","name":"a","input_schema":{}}""", typeof(ClaudeTool))]
    [InlineData("""{"type":"computer_20241022","name":"computer","display_width_px":1,"display_height_px":2}""", typeof(ClaudeComputerTool))]
    [InlineData("""{"type":"bash_20241022","name":"bash"}""", typeof(ClaudeBashTool))]
    [InlineData("""{"type":"text_editor_20241022","name":"str_replace_editor"}""", typeof(ClaudeTextEditorTool))]
    [InlineData("""{"type":"memory_20250818","name":"memory"}""", typeof(ClaudeMemoryTool))]
    [InlineData("""{"type":"tool_search_tool_regex_20251119","name":"tool_search_tool_regex"}""", typeof(ClaudeToolSearchTool))]
    [InlineData("""{"type":"web_search_20250305","name":"web_search","max_uses":null}""", typeof(ClaudeUnknownTool))]
    public void Read_ByType_GivesTheVariantAndTheSameBytes(string json, Type variant)
    {
        ClaudeToolDefinition tool = BedrockJson.Deserialize<ClaudeToolDefinition>(json);

        Assert.IsType(variant, tool);
        Assert.NotEmpty(tool.Name);
        Assert.Equal(json, BedrockJson.Serialize(tool));
    }

    [Fact]
    public void Type_SetByTheUser_IsWritten() =>
        Assert.Equal("""{"type":"bash_20300101","name":"bash"}""", BedrockJson.Serialize<ClaudeToolDefinition>(new ClaudeBashTool { Type = "bash_20300101" }));

    [Fact]
    public void ToolChoice_Factories_WriteTheirKind()
    {
        Assert.Equal("""{"type":"auto"}""", BedrockJson.Serialize(ClaudeToolChoice.Auto()));
        Assert.Equal("""{"type":"any","disable_parallel_tool_use":true}""", BedrockJson.Serialize(ClaudeToolChoice.Any(true)));
        Assert.Equal("""{"type":"none"}""", BedrockJson.Serialize(ClaudeToolChoice.None()));
        Assert.Equal("""{"type":"tool","name":"a"}""", BedrockJson.Serialize(ClaudeToolChoice.Tool("a")));
    }

    [Fact]
    public void Thinking_Factories_WriteTheirKind()
    {
        Assert.Equal("""{"type":"enabled","budget_tokens":2000}""", BedrockJson.Serialize(ClaudeThinking.Enabled(2000)));
        Assert.Equal("""{"type":"adaptive","display":"omitted"}""", BedrockJson.Serialize(ClaudeThinking.Adaptive(ClaudeThinkingDisplay.Omitted)));
        Assert.Equal("""{"type":"disabled"}""", BedrockJson.Serialize(ClaudeThinking.Disabled()));
    }

    [Fact]
    public void OpenValue_Default_IsRefusedWhenWritten()
    {
        var config = new ClaudeOutputConfig { Effort = default(ClaudeEffort) };

        Assert.Throws<System.Text.Json.JsonException>(() => BedrockJson.Serialize(config));
        Assert.Equal(string.Empty, default(ClaudeEffort).ToString());
        Assert.Equal("xhigh", ClaudeEffort.ExtraHigh.ToString());
    }
}
