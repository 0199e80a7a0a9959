using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the input of a tool call. Not thread safe while it is changed.</summary>
public sealed class ToolUseDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolUseDelta()
    {
    }

    /// <summary>A piece of the input of a tool call.</summary>
    /// <param name="toolUse">The piece.</param>
    public ToolUseDelta(ToolUseBlockDelta toolUse) => ToolUse = toolUse;

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolUseBlockDelta>))]
    public ToolUseBlockDelta? ToolUse { get; set; }
}
