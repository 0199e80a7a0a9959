namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a text that Palmyra adds: a closed set, with <see cref="WriterCompletionUnknownStreamEvent"/> for what this version does not
/// know.</summary>
/// <remarks>Pieces, then the JSON string <c>[DONE]</c>, as a public client reads them.</remarks>
[JsonConverter(typeof(WriterCompletionStreamEventConverter))]
public abstract partial class WriterCompletionStreamEvent : BedrockStreamEvent
{
    private protected WriterCompletionStreamEvent() { }

    /// <summary>The piece of text that this event brings.</summary>
    /// <value>Null when the event brings no text.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}

/// <summary>A piece of the text.</summary>
public sealed partial class WriterCompletionChunkEvent : WriterCompletionStreamEvent
{
    /// <summary>The id of the answer.</summary>
    /// <value>Such as <c>cmpl-…</c>; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>text_completion</c>; omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was made.</summary>
    /// <value>In seconds since 1970-01-01 UTC; omitted when null.</value>
    [JsonPropertyName("created"), JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The model.</summary>
    /// <value>The Bedrock id; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The texts.</summary>
    /// <value>One in every known answer.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(ChatCompletionListConverter<WriterCompletionChoice>)), AllowNull]
    public IList<WriterCompletionChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Choices is [{ } first, ..] ? first.Text : null;
}

/// <summary>The end of the stream, the JSON string <c>[DONE]</c>.</summary>
/// <remarks>Members set on this object are not written.</remarks>
public sealed partial class WriterCompletionDoneEvent : WriterCompletionStreamEvent, IRawVariant
{
    JsonElement IRawVariant.Raw => ChatCompletionDoneEvent.MarkJson;
}

/// <summary>An event that is no JSON object; it is written back exactly as it was read.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set on this object are not.</remarks>
public sealed partial class WriterCompletionUnknownStreamEvent : WriterCompletionStreamEvent, IRawVariant;

/// <summary>Reads and writes <see cref="WriterCompletionStreamEvent"/>.</summary>
/// <remarks>Every object is a chunk, whatever it calls itself.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WriterCompletionStreamEventConverter : TaggedUnionConverter<WriterCompletionStreamEvent>
{
    /// <summary>Creates the converter.</summary>
    public WriterCompletionStreamEventConverter()
        : base(ChatCompletionJsonContext.Default, CreateUnknown, "object", CaseOfPrefix<WriterCompletionChunkEvent>(string.Empty),
            CaseOfNone<WriterCompletionChunkEvent>())
    {
    }

    private static WriterCompletionStreamEvent CreateUnknown(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.String && raw.ValueEquals(ChatCompletionDoneEvent.Mark)
            ? new WriterCompletionDoneEvent()
            : new WriterCompletionUnknownStreamEvent(raw);
}
