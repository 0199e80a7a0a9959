namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes a list member by the metadata that a family's context has for the elements.</summary>
/// <remarks>
/// Why not the built-in list support: that pushes a frame on the serializer's heap-allocated stack and boxes an enumerator for every list.
/// A converter that indexes the list writes without allocating, and it takes the element's metadata from the family's own context, so that
/// the member serializes the same in a host's own <see cref="JsonSerializerContext"/>.
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ListConverter<T> : JsonConverter<IList<T>>
{
    private readonly JsonSerializerContext _context;
    private JsonTypeInfo<T>? _elementInfo;

    /// <summary>Creates the converter.</summary>
    /// <param name="context">The context that has the element's metadata.</param>
    protected ListConverter(JsonSerializerContext context) => _context = context;

    private JsonTypeInfo<T> ElementInfo => _elementInfo ??= _context.Require<T>();

    /// <inheritdoc/>
    /// <remarks>A null element of a reference type is passed over, as if it were absent.</remarks>
    public override IList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"An array was expected, but the JSON has {reader.TokenType}.");
        }

        var list = new List<T>();
        int index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            T? element = NestedJson.Read(ref reader, ElementInfo, index++);
            if (element is not null)
            {
                list.Add(element);
            }
        }

        return list;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IList<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            T element = value[i];
            // The test for a value type comes first: without optimisation, comparing one with null boxes it.
            if (!typeof(T).IsValueType && element is null)
            {
                throw new JsonException($"The list holds null at index {i}.");
            }

            NestedJson.Write(writer, element, ElementInfo, i);
        }

        writer.WriteEndArray();
    }
}
