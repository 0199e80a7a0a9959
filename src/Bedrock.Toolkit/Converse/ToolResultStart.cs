using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The beginning of the answer of a tool that the service ran. Not thread safe while it is changed.</summary>
public sealed class ToolResultStart : ContentBlockStart
{
    /// <summary>One without content.</summary>
    public ToolResultStart()
    {
    }

    /// <summary>The beginning of the answer of a tool that the service ran.</summary>
    /// <param name="toolResult">The id of the call.</param>
    public ToolResultStart(ToolResultBlockStart toolResult) => ToolResult = toolResult;

    /// <summary>The id of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolResult")]
    [JsonConverter(typeof(ConverseObjectConverter<ToolResultBlockStart>))]
    public ToolResultBlockStart? ToolResult { get; set; }
}
