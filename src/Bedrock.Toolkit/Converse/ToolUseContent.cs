using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool call of a message. Not thread safe while it is changed.</summary>
public sealed class ToolUseContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolUseContent()
    {
    }

    /// <summary>A tool call of a message.</summary>
    /// <param name="toolUse">The call.</param>
    public ToolUseContent(ToolUseBlock toolUse) => ToolUse = toolUse;

    /// <summary>The call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolUseBlock>))]
    public ToolUseBlock? ToolUse { get; set; }

    private protected override void Detach() => ToolUse = ToolUse?.Clone();
}
