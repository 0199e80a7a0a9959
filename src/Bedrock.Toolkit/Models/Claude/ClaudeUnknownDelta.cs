using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="ClaudeContentDelta.AdditionalProperties"/> are not. The folded response does not hold it.</remarks>
public sealed class ClaudeUnknownDelta : ClaudeContentDelta
{
    /// <summary>A piece as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownDelta(JsonElement raw) => Raw = raw;

    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");

    /// <summary>The whole piece.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
