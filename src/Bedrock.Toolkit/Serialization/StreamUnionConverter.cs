namespace Bedrock.Toolkit.Serialization;

/// <summary>
/// Reads the frames of an event stream as its events, and reads and writes an event as an object with the event's name as its one member. Thread-safe.
/// </summary>
/// <typeparam name="TBase">The abstract base class of the events.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StreamUnionConverter<TBase> : JsonConverter<TBase>
    where TBase : BedrockObject
{
    // AWS fills events up with it, so that their length tells nothing.
    private const string Padding = "p";

    private readonly JsonSerializerContext _context;
    private readonly Func<JsonElement, TBase> _createUnknown;
    private readonly (string Name, Type Event)[] _events;

    private protected StreamUnionConverter(
        JsonSerializerContext context, Func<JsonElement, TBase> createUnknown, params ReadOnlySpan<(string Name, Type Event)> events) =>
        (_context, _createUnknown, _events) = (context, createUnknown, events.ToArray());

    /// <inheritdoc/>
    public sealed override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Utf8JsonReader look = reader;
        if (look.TokenType != JsonTokenType.StartObject || !look.Read() || look.TokenType != JsonTokenType.PropertyName)
        {
            throw new JsonException("An event is an object with the name of the event as its one member.");
        }

        if (TypeOf(look) is not { } type)
        {
            return _createUnknown(JsonElement.ParseValue(ref reader));
        }

        reader.Read();
        reader.Read();
        var read = (TBase?)NestedJson.Read(ref reader, _context.Require(type));
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject
            ? read
            : throw new JsonException("An event has one member, the name of the event; here are several.");
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value is IRawVariant rawVariant)
        {
            rawVariant.Raw.WriteTo(writer);
            return;
        }

        foreach ((string name, Type type) in _events)
        {
            if (type == value.GetType())
            {
                writer.WriteStartObject();
                writer.WritePropertyName(name);
                NestedJson.Write(writer, value, _context.Require(type));
                writer.WriteEndObject();
                return;
            }
        }

        throw new JsonException($"{value.GetType().Name} is not an event of {typeof(TBase).Name}.");
    }

    /// <summary>An event by its name in the frames.</summary>
    private protected static (string Name, Type Event) Case<TEvent>(string name)
        where TEvent : TBase => (name, typeof(TEvent));

    /// <summary>Reads a frame; one of a kind that this version does not know too.</summary>
    /// <exception cref="JsonException">The payload cannot be read.</exception>
    internal TBase ReadFrame(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> payload)
    {
        payload = payload.IsEmpty ? "{}"u8 : LoneSurrogates.Mend(payload) is { } mended ? mended : payload;
        foreach ((string name, Type type) in _events)
        {
            if (Ascii.Equals(name, eventType))
            {
                TBase read = (TBase?)JsonSerializer.Deserialize(payload, _context.Require(type)) ?? throw new JsonException("The event is the JSON null.");
                if (read.AdditionalProperties is { } others && others.Remove(Padding) && others.Count == 0)
                {
                    read.AdditionalProperties = null;
                }

                return read;
            }
        }

        return _createUnknown(Wrapped(eventType, payload));
    }

    private static JsonElement Wrapped(ReadOnlySpan<byte> eventType, ReadOnlySpan<byte> payload)
    {
        JsonElement content = RawJson.Parse(payload);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(eventType);
            content.WriteTo(writer);
            writer.WriteEndObject();
        }

        return RawJson.Parse(buffer.WrittenSpan);
    }

    private Type? TypeOf(Utf8JsonReader reader)
    {
        foreach ((string name, Type type) in _events)
        {
            if (reader.ValueTextEquals(name))
            {
                return type;
            }
        }

        return null;
    }
}
