using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>An event that is no JSON object; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set on this object are not.</remarks>
public sealed class ChatCompletionUnknownStreamEvent : ChatCompletionStreamEvent
{
    /// <summary>An event as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ChatCompletionUnknownStreamEvent(JsonElement raw) => Raw = raw;

    /// <summary>The whole event.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
