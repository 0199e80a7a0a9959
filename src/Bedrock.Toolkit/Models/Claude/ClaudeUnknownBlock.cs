using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A block of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="ClaudeContentBlock.AdditionalProperties"/> are not.</remarks>
public sealed class ClaudeUnknownBlock : ClaudeContentBlock
{
    /// <summary>A block as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownBlock(JsonElement raw) => Raw = raw;

    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");

    /// <summary>The whole block.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
