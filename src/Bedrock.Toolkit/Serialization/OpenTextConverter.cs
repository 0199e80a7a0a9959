namespace Bedrock.Toolkit.Serialization;

/// <summary>Reads and writes the text of a member that is an open value, without a generic type of the serializer for each of them.</summary>
internal sealed class OpenTextConverter(Type type) : JsonConverter<string>
{
    /// <summary>The open value, or its nullable.</summary>
    public Type Value => type;

    /// <inheritdoc/>
    public override bool HandleNull => Nullable.GetUnderlyingType(type) is null;

    public static JsonException NoText(Type type, JsonTokenType found) => new($"A string was expected for {type.Name}, but the JSON has {found}.");

    public static JsonException Unset(Type type) =>
        new($"A {type.Name} without a value cannot be sent: use one of its named values or create it from a string.");

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw NoText(Nullable.GetUnderlyingType(type) ?? type, reader.TokenType);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
