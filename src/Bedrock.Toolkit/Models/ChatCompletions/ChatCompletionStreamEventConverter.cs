using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ChatCompletionStreamEvent"/>. Thread safe.</summary>
/// <remarks>Every object is a chunk, whatever it calls itself: imported models write an empty <c>object</c>, an error has none.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionStreamEventConverter : TaggedUnionConverter<ChatCompletionStreamEvent>
{
    /// <summary>Creates the converter.</summary>
    public ChatCompletionStreamEventConverter()
        : base(ChatCompletionJsonContext.Default, "object")
    {
        Add<ChatCompletionChunkEvent>("chat.completion.chunk");
        AddPrefix<ChatCompletionChunkEvent>(string.Empty);
        AddUntagged<ChatCompletionChunkEvent>();
    }

    /// <inheritdoc/>
    protected override ChatCompletionStreamEvent CreateUnknown(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.String && raw.ValueEquals(ChatCompletionDoneEvent.Mark)
            ? new ChatCompletionDoneEvent()
            : new ChatCompletionUnknownStreamEvent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(ChatCompletionStreamEvent value) => value switch
    {
        ChatCompletionDoneEvent => ChatCompletionDoneEvent.Raw,
        ChatCompletionUnknownStreamEvent unknown => unknown.Raw,
        _ => null,
    };
}
