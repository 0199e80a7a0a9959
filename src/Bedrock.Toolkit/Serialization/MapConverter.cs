namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a map member (string keys) by the metadata that a family's context has for the values.</summary>
/// <remarks>Why: see <see cref="ListConverter{T}"/>. The entries are written in the order in which the map enumerates them.</remarks>
/// <typeparam name="T">The value of an entry.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MapConverter<T> : JsonConverter<IDictionary<string, T>>
{
    private readonly JsonSerializerContext _context;
    private JsonTypeInfo<T>? _valueInfo;

    /// <summary>Creates the converter.</summary>
    /// <param name="context">The context that has the value's metadata.</param>
    protected MapConverter(JsonSerializerContext context) => _context = context;

    private JsonTypeInfo<T> ValueInfo => _valueInfo ??= _context.Require<T>();

    /// <inheritdoc/>
    /// <remarks>An entry whose value is null is passed over, as if it were absent; of two entries with one key the last one counts.</remarks>
    public override IDictionary<string, T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object was expected, but the JSON has {reader.TokenType}.");
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            T? value = NestedJson.Read(ref reader, ValueInfo, key);
            if (value is not null)
            {
                map[key] = value;
            }
        }

        return map;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IDictionary<string, T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach ((string key, T entry) in value)
        {
            if (!typeof(T).IsValueType && entry is null)
            {
                throw new JsonException($"The map holds null under the key '{key}'.");
            }

            writer.WritePropertyName(key);
            NestedJson.Write(writer, entry, ValueInfo, key);
        }

        writer.WriteEndObject();
    }
}
