using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A tool of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: other members set on this object are not.</remarks>
public sealed class ClaudeUnknownTool : ClaudeTool
{
    /// <summary>A tool as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownTool(JsonElement raw)
        : base(raw.TextOf("type"), raw.TextOf("name")) => Raw = raw;

    /// <summary>The whole tool.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
