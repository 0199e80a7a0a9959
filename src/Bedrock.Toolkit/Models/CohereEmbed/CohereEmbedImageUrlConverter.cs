using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads the image of a mixed input as an object or as a bare text, and writes it as an object. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbedImageUrlConverter : JsonConverter<CohereEmbedImageUrl>
{
    /// <inheritdoc/>
    public override CohereEmbedImageUrl? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new CohereEmbedImageUrl { Url = CohereEmbedImage.FromUrl(reader.GetString()!) }
            : NestedJson.Read(ref reader, CohereEmbedJsonContext.Default.CohereEmbedImageUrl);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CohereEmbedImageUrl value, JsonSerializerOptions options) =>
        NestedJson.Write(writer, value, CohereEmbedJsonContext.Default.CohereEmbedImageUrl);
}
