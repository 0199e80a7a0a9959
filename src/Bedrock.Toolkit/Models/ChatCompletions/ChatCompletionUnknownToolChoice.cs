using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>A choice of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set through <see cref="ChatCompletionToolChoice.AdditionalProperties"/> are not.</remarks>
public sealed class ChatCompletionUnknownToolChoice : ChatCompletionToolChoice
{
    /// <summary>A choice as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ChatCompletionUnknownToolChoice(JsonElement raw) => Raw = raw;

    /// <summary>The whole choice.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
