using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="WriterCompletionStreamEvent"/>. Thread safe.</summary>
/// <remarks>Every object is a chunk, whatever it calls itself.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WriterCompletionStreamEventConverter : TaggedUnionConverter<WriterCompletionStreamEvent>
{
    /// <summary>Creates the converter.</summary>
    public WriterCompletionStreamEventConverter()
        : base(ChatCompletionJsonContext.Default, "object")
    {
        Add<WriterCompletionChunkEvent>("text_completion");
        AddPrefix<WriterCompletionChunkEvent>(string.Empty);
        AddUntagged<WriterCompletionChunkEvent>();
    }

    /// <inheritdoc/>
    protected override WriterCompletionStreamEvent CreateUnknown(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.String && raw.ValueEquals(ChatCompletionDoneEvent.Mark)
            ? new WriterCompletionDoneEvent()
            : new WriterCompletionUnknownStreamEvent(raw);

    /// <inheritdoc/>
    protected override JsonElement? GetRaw(WriterCompletionStreamEvent value) => value switch
    {
        WriterCompletionDoneEvent => ChatCompletionDoneEvent.Raw,
        WriterCompletionUnknownStreamEvent unknown => unknown.Raw,
        _ => null,
    };
}
