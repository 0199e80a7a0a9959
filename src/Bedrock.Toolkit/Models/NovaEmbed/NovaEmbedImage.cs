using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedImage
{
    /// <summary>The format.</summary>
    /// <value><c>png</c>, <c>jpeg</c>, <c>gif</c> or <c>webp</c>.</value>
    [JsonPropertyName("format")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Format { get; set; }

    /// <summary>How finely it is looked at.</summary>
    /// <value>The service takes <c>STANDARD_IMAGE</c> when it is missing; omitted when null.</value>
    [JsonPropertyName("detailLevel")]
    public NovaEmbedDetailLevel? DetailLevel { get; set; }

    /// <summary>The image.</summary>
    /// <value>Up to 25 MB as base64, 50 MB in S3.</value>
    [JsonPropertyName("source")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedSource>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required NovaEmbedSource Source { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>An image from its bytes, with the format found from the content.</summary>
    /// <param name="bytes">A PNG, JPEG, GIF or WebP file.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The bytes are no such image.</exception>
    public static NovaEmbedImage Of(ReadOnlyMemory<byte> bytes) => new()
    {
        Format = ImageHeader.Read(bytes.Span).Format
            ?? throw new ArgumentException("The bytes are no image: they begin as none of PNG, JPEG, GIF and WebP.", nameof(bytes)),
        Source = NovaEmbedSource.Of(bytes),
    };
}
