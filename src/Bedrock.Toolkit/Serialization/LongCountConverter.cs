namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads a 64-bit whole number as leniently as <see cref="CountConverter"/> reads one of 32 bits. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LongCountConverter : JsonConverter<long>
{
    // The first double above the range: 2^63 itself is no long.
    private const double AboveRange = 9_223_372_036_854_775_808d;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return 0;
            case JsonTokenType.Number when reader.TryGetInt64(out long whole):
                return whole;
            case JsonTokenType.Number when reader.TryGetDouble(out double number)
                && number >= long.MinValue && number < AboveRange && Math.Truncate(number) == number:
                return (long)number;
            default:
                throw new JsonException($"A whole number of at most {long.MaxValue} was expected.");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}
