using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A block of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="NovaContentBlock.AdditionalProperties"/> are not.</remarks>
public sealed class NovaUnknownBlock : NovaContentBlock
{
    /// <summary>A block as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public NovaUnknownBlock(JsonElement raw) => Raw = raw;

    /// <summary>The whole value.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
