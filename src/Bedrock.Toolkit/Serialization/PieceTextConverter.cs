namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads a piece of a text as it is: half of a surrogate pair stays, because the next piece may have the other half. Stateless and
/// thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PieceTextConverter : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? LoneSurrogates.ReadPiece(ref reader)
        : throw new JsonException($"A string was expected, but the JSON has {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
