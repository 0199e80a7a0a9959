using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A tool's answer in a message. Not thread safe while it is changed.</summary>
public sealed class ToolResultContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ToolResultContent()
    {
    }

    /// <summary>A tool's answer in a message.</summary>
    /// <param name="toolResult">The answer.</param>
    public ToolResultContent(ToolResultBlock toolResult) => ToolResult = toolResult;

    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolResult")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolResultBlock>))]
    public ToolResultBlock? ToolResult { get; set; }

    private protected override void Detach() => ToolResult = ToolResult?.Clone();
}
