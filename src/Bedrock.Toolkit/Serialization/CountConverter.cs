namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads a whole number leniently: <c>28</c>, <c>28.0</c> and, for members that cannot be null, null as 0. Stateless and thread-safe.</summary>
/// <remarks>With a guardrail active Bedrock writes counts and indexes with a fraction.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CountConverter : JsonConverter<int>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return 0;
            case JsonTokenType.Number when reader.TryGetInt32(out int whole):
                return whole;
            case JsonTokenType.Number when reader.TryGetDouble(out double number)
                && number >= int.MinValue && number <= int.MaxValue && Math.Truncate(number) == number:
                return (int)number;
            default:
                throw new JsonException($"A whole number of at most {int.MaxValue} was expected.");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}
