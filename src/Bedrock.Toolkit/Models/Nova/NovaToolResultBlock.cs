using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a tool gave: in a user message, one for each call of the turn before; in an answer, the result of a built-in tool. Not thread safe while it is changed.</summary>
public sealed class NovaToolResultBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaToolResultBlock()
    {
    }

    /// <summary>A result.</summary>
    /// <param name="toolUseId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <param name="status">Whether the tool succeeded; null for the default, success.</param>
    public NovaToolResultBlock(string toolUseId, IEnumerable<NovaContentBlock> content, NovaToolResultStatus? status = null) =>
        ToolResult = new NovaToolResult { ToolUseId = toolUseId, Content = [.. content], Status = status };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("toolResult")]
    [JsonConverter(typeof(NovaObjectConverter<NovaToolResult>))]
    public NovaToolResult? ToolResult { get; set; }

    private protected override void Detach() => ToolResult = ToolResult?.Clone();
}
