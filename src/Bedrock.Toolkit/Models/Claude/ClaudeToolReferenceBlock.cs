using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The name of a deferred tool that is loaded by it. Not thread safe while it is changed.</summary>
public sealed class ClaudeToolReferenceBlock : ClaudeContentBlock
{
    /// <summary>A reference without a name.</summary>
    public ClaudeToolReferenceBlock()
    {
    }

    /// <summary>A reference to a tool.</summary>
    /// <param name="toolName">The tool.</param>
    public ClaudeToolReferenceBlock(string toolName) => ToolName = toolName;

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "tool_reference";

    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("tool_name")]
    [AllowNull]
    public string ToolName
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
