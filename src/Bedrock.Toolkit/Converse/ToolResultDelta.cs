using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the answer of a tool that the service ran. Not thread safe while it is changed.</summary>
public sealed class ToolResultDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ToolResultDelta()
    {
    }

    /// <summary>A piece of the answer of a tool that the service ran.</summary>
    /// <param name="toolResult">The pieces.</param>
    public ToolResultDelta(IList<ToolResultBlockDelta> toolResult) => ToolResult = toolResult;

    /// <summary>The pieces.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("toolResult")]
    [JsonConverter(typeof(ConverseListConverter<ToolResultBlockDelta>))]
    [AllowNull]
    public IList<ToolResultBlockDelta> ToolResult
    {
        get;
        set => field = value ?? [];
    }
    = [];
}
