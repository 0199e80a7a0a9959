using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The beginning of a tool call. Not thread safe while it is changed.</summary>
public sealed class ToolUseStart : ContentBlockStart
{
    /// <summary>One without content.</summary>
    public ToolUseStart()
    {
    }

    /// <summary>The beginning of a tool call.</summary>
    /// <param name="toolUse">Id and name of the call.</param>
    public ToolUseStart(ToolUseBlockStart toolUse) => ToolUse = toolUse;

    /// <summary>Id and name of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolUseBlockStart>))]
    public ToolUseBlockStart? ToolUse { get; set; }
}
