using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit;

/// <summary>Reads and writes an image as base64. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BedrockImageConverter : JsonConverter<BedrockImage>
{
    /// <inheritdoc/>
    public override BedrockImage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out byte[]? bytes)
            ? new BedrockImage(bytes)
            : throw new JsonException($"An image in base64 was expected, but the JSON has {(reader.TokenType == JsonTokenType.String ? "another text" : reader.TokenType)}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BedrockImage value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteBase64StringValue(value.Bytes.Span);
    }
}
