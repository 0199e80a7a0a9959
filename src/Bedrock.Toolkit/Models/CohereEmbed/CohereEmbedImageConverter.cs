using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes an image as a data URI. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbedImageConverter : JsonConverter<CohereEmbedImage>
{
    /// <inheritdoc/>
    public override CohereEmbedImage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? CohereEmbedImage.FromUrl(reader.GetString()!)
            : throw new JsonException($"An image is a data URI, but the JSON has {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CohereEmbedImage value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.OtherUrl is { } url)
        {
            writer.WriteStringValue(url);
            return;
        }

        // Why not a string: an image of 5 MB would pass through 13 MB of UTF-16.
        string prefix = $"data:{value.MediaType};base64,";
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(prefix.Length) + Base64.GetMaxEncodedToUtf8Length(value.Bytes.Length));
        try
        {
            int length = Encoding.UTF8.GetBytes(prefix, buffer);
            Base64.EncodeToUtf8(value.Bytes.Span, buffer.AsSpan(length), out _, out int written);
            writer.WriteStringValue(buffer.AsSpan(0, length + written));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
