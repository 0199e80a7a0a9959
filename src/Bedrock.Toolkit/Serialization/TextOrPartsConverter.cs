namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes what is a string or an array of parts.</summary>
/// <typeparam name="TList">The list.</typeparam>
/// <typeparam name="T">The parts.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TextOrPartsConverter<TList, T> : JsonConverter<TList>
    where TList : TextOrParts<T>
    where T : class
{
    private readonly JsonSerializerContext _context;
    private JsonTypeInfo<T>? _partInfo;

    private protected TextOrPartsConverter(JsonSerializerContext context) => _context = context;

    private JsonTypeInfo<T> PartInfo => _partInfo ??= _context.Require<T>();

    /// <inheritdoc/>
    /// <remarks>A null among the parts is passed over, as if it were absent.</remarks>
    public sealed override TList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Create(LoneSurrogates.ReadPiece(ref reader));
            case JsonTokenType.StartArray:
                break;
            default:
                throw new JsonException($"A string or an array was expected, but the JSON has {reader.TokenType}.");
        }

        TList list = Create();
        int index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (NestedJson.Read(ref reader, PartInfo, index++) is { } part)
            {
                list.Add(part);
            }
        }

        return list;
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, TList value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.StringForm is { } text)
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            NestedJson.Write(writer, value[i], PartInfo, i);
        }

        writer.WriteEndArray();
    }

    private protected abstract TList Create(string text);

    private protected abstract TList Create();
}
