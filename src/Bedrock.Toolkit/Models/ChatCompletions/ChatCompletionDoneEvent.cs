using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>The end of a stream, the JSON string <c>[DONE]</c>: at Palmyra, after the chunk with the reason. Not thread safe while it is changed.</summary>
/// <remarks>Seen in a public client for text completions, presumed for chat. Members set on this object are not written.</remarks>
public sealed class ChatCompletionDoneEvent : ChatCompletionStreamEvent
{
    internal const string Mark = "[DONE]";

    internal static JsonElement Raw { get; } = JsonElement.Parse("\"[DONE]\""u8);
}
