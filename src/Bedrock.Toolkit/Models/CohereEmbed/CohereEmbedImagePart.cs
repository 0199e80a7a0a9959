using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image inside a mixed input. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html. Older copies of the page have <c>image_url</c> as a bare text; that is read, too, and written as the object.</remarks>
public sealed class CohereEmbedImagePart : CohereEmbedPart
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "image_url";

    /// <summary>The image.</summary>
    /// <value>A PNG, JPEG, WebP or GIF image of at most 5 MB; required in a request, omitted when null.</value>
    [JsonPropertyName("image_url")]
    [JsonConverter(typeof(CohereEmbedImageUrlConverter))]
    public CohereEmbedImageUrl? ImageUrl { get; set; }

    private protected override void Detach() =>
        ImageUrl = ImageUrl is null ? null : new() { Url = ImageUrl.Url, AdditionalProperties = ImageUrl.AdditionalProperties.Copy() };
}
