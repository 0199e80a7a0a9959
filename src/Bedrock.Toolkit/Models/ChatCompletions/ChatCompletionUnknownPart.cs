using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A part of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="ChatCompletionContentPart.AdditionalProperties"/> are not.</remarks>
public sealed class ChatCompletionUnknownPart : ChatCompletionContentPart
{
    /// <summary>A part as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ChatCompletionUnknownPart(JsonElement raw) => Raw = raw;

    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");

    /// <summary>The whole part.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
