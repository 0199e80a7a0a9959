using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>An edit of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: other members set on this object are not.</remarks>
public sealed class ClaudeUnknownContextEdit : ClaudeContextEdit
{
    /// <summary>An edit as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownContextEdit(JsonElement raw)
        : base(raw.TextOf("type")) => Raw = raw;

    /// <summary>The whole edit.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
