using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Serialization;

/// <summary>
/// Reads and writes a union: a closed set of sealed variants, and one variant that keeps the raw JSON of what nobody knows yet. Thread safe.
/// </summary>
/// <remarks>Two kinds exist: <see cref="TaggedUnionConverter{TBase}"/> and <see cref="SingleKeyUnionConverter{TBase}"/>.</remarks>
/// <typeparam name="TBase">The union's abstract base class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UnionConverter<TBase> : JsonConverter<TBase>
    where TBase : class
{
    private readonly JsonSerializerContext _context;
    private readonly Dictionary<Type, JsonTypeInfo?> _writers = [];

    private protected UnionConverter(JsonSerializerContext context) => _context = context;

    /// <summary>Makes the variant that keeps what is not known.</summary>
    /// <param name="raw">The whole JSON value.</param>
    /// <returns>The unknown variant.</returns>
    protected abstract TBase CreateUnknown(JsonElement raw);

    /// <summary>The raw JSON of the unknown variant.</summary>
    /// <param name="value">Any variant.</param>
    /// <returns>The raw value to write back unchanged; null when the variant is a known one.</returns>
    protected abstract JsonElement? GetRaw(TBase value);

    /// <inheritdoc/>
    public sealed override TBase? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject && Find(reader) is { } variant)
        {
            return (TBase?)NestedJson.Read(ref reader, InfoOf(variant));
        }

        return CreateUnknown(JsonElement.ParseValue(ref reader));
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, TBase value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (GetRaw(value) is { } raw)
        {
            raw.WriteTo(writer);
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
