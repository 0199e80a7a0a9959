namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes an object member by the metadata that a family's context has for it.</summary>
/// <remarks>Why: see <see cref="ListConverter{T}"/>; a nested object would also push a frame on the serializer's heap-allocated stack.</remarks>
/// <typeparam name="T">The member's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ObjectConverter<T> : JsonConverter<T>
    where T : class
{
    private readonly JsonSerializerContext _context;
    private JsonTypeInfo<T>? _info;

    /// <summary>Creates the converter.</summary>
    /// <param name="context">The context that has the member's metadata.</param>
    protected ObjectConverter(JsonSerializerContext context) => _context = context;

    private JsonTypeInfo<T> Info => _info ??= _context.Require<T>();

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        NestedJson.Read(ref reader, Info);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        NestedJson.Write(writer, value, Info);
}
