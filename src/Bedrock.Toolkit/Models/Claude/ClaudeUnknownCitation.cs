using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A citation of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: other members set on this object are not.</remarks>
public sealed class ClaudeUnknownCitation : ClaudeCitation
{
    /// <summary>A citation as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownCitation(JsonElement raw)
    {
        Raw = raw;
        CitedText = raw.TextOf("cited_text") is { Length: > 0 } text ? text : null;
    }

    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");

    /// <summary>The whole citation.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
