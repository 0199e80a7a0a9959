namespace Bedrock.Toolkit.Serialization;

/// <summary>
/// Reads and writes a union: a closed set of sealed variants, and one variant that keeps the raw JSON of what nobody knows yet. Thread-safe.
/// </summary>
/// <remarks>Two kinds exist: <see cref="TaggedUnionConverter{TBase}"/> and <see cref="SingleKeyUnionConverter{TBase}"/>.</remarks>
/// <typeparam name="TBase">The union's abstract base class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionConverter<TBase> : JsonConverter<TBase>
    where TBase : class
{
    private readonly JsonSerializerContext _context;
    private readonly Func<JsonElement, TBase> _createUnknown;
    private readonly Dictionary<Type, JsonTypeInfo?> _writers = [];

    private protected UnionConverter(JsonSerializerContext context, Func<JsonElement, TBase> createUnknown) =>
        (_context, _createUnknown) = (context, createUnknown);

    /// <inheritdoc/>
    public sealed override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject && Find(reader) is { } variant)
        {
            return (TBase?)NestedJson.Read(ref reader, InfoOf(variant));
        }

        return _createUnknown(JsonElement.ParseValue(ref reader));
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

        Type variant = value.GetType();
        if (!_writers.ContainsKey(variant))
        {
            throw new JsonException($"{variant.Name} is not a variant of {typeof(TBase).Name}.");
        }

        NestedJson.Write(writer, value, InfoOf(variant));
    }

    /// <summary>Finds the variant of the object that a copy of the reader stands on; the reader itself must not move.</summary>
    private protected abstract Type? Find(Utf8JsonReader copy);

    /// <summary>Registers a variant; only constructors call it.</summary>
    private protected void AddVariant(Type variant) => _writers.TryAdd(variant, null);

    private JsonTypeInfo InfoOf(Type variant)
    {
        // The dictionary's keys are fixed by the constructor; only the value is filled in late, because the context may still be starting up then.
        // Two threads may fill it at once: both find the same metadata.
        ref JsonTypeInfo? info = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(_writers, variant);
        return info ??= _context.Require(variant);
    }
}
