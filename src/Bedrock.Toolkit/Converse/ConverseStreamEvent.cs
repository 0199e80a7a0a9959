namespace Bedrock.Toolkit.Converse;

/// <summary>One event of ConverseStream: a closed set, with <see cref="UnknownConverseStreamEvent"/> for what this version does not know.</summary>
/// <remarks>
/// On the wire the name of the event stands in a frame header; as JSON, for saving, an event is an object with that name as its one member.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
/// </remarks>
[JsonConverter(typeof(ConverseStreamEventConverter))]
public abstract partial class ConverseStreamEvent : BedrockObject
{
    private protected ConverseStreamEvent() { }

    /// <summary>The piece of text that the event brings: <c>Console.Write(e.Text)</c>.</summary>
    /// <value>Null for every event that brings no text of the answer.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}

public sealed partial class ContentBlockDeltaEvent
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => (Delta as TextDelta)?.Text;
}

/// <summary>An event of a kind that this version does not know.</summary>
public sealed partial class UnknownConverseStreamEvent : ConverseStreamEvent
{
    /// <summary>Keeps an event.</summary>
    /// <param name="eventType">The name of the event.</param>
    /// <param name="payload">Its content.</param>
    public UnknownConverseStreamEvent(string eventType, JsonElement payload)
    {
        EventType = eventType;
        Payload = payload;
    }

    /// <summary>The name of the event.</summary>
    /// <value>The header <c>:event-type</c>.</value>
    [JsonIgnore]
    public string EventType { get; }

    /// <summary>The content of the event.</summary>
    /// <value>Any JSON value, without the padding <c>p</c>.</value>
    [JsonIgnore]
    public JsonElement Payload { get; }
}

/// <summary>Reads and writes <see cref="ConverseStreamEvent"/> as an object with the name of the event as its one member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseStreamEventConverter : JsonConverter<ConverseStreamEvent>
{
    /// <inheritdoc/>
    public override ConverseStreamEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ConverseStreamEvent? found = null;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType == JsonTokenType.Null)
                {
                    continue;
                }

                if (found is not null)
                {
                    throw new JsonException("A stream event has one member, the name of the event; here are several.");
                }

                found = ReadEvent(ref reader, name);
            }
        }

        return found ?? throw new JsonException("A stream event is an object with the name of the event as its one member.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConverseStreamEvent value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WritePropertyName(NameOf(value));
        WritePayload(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>The name of an event on the wire.</summary>
    internal static string NameOf(ConverseStreamEvent value) => value switch
    {
        MessageStartEvent => "messageStart",
        ContentBlockStartEvent => "contentBlockStart",
        ContentBlockDeltaEvent => "contentBlockDelta",
        ContentBlockStopEvent => "contentBlockStop",
        MessageStopEvent => "messageStop",
        ConverseStreamMetadataEvent => "metadata",
        UnknownConverseStreamEvent unknown => unknown.EventType,
        _ => throw new JsonException($"{value.GetType().Name} is no event of ConverseStream."),
    };

    private static ConverseStreamEvent? ReadEvent(ref Utf8JsonReader reader, string name) => InfoOf(name) is { } info
        ? (ConverseStreamEvent?)NestedJson.Read(ref reader, info)
        : new UnknownConverseStreamEvent(name, JsonElement.ParseValue(ref reader));

    private static void WritePayload(Utf8JsonWriter writer, ConverseStreamEvent value)
    {
        if (value is UnknownConverseStreamEvent unknown)
        {
            unknown.Payload.WriteTo(writer);
        }
        else
        {
            NestedJson.Write(writer, value, InfoOf(NameOf(value))!);
        }
    }

    private static JsonTypeInfo? InfoOf(string name) => name switch
    {
        "messageStart" => ConverseJsonContext.Default.MessageStartEvent,
        "contentBlockStart" => ConverseJsonContext.Default.ContentBlockStartEvent,
        "contentBlockDelta" => ConverseJsonContext.Default.ContentBlockDeltaEvent,
        "contentBlockStop" => ConverseJsonContext.Default.ContentBlockStopEvent,
        "messageStop" => ConverseJsonContext.Default.MessageStopEvent,
        "metadata" => ConverseJsonContext.Default.ConverseStreamMetadataEvent,
        _ => null,
    };
}
