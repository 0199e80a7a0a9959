using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image; Pixtral only. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html</remarks>
public sealed class MistralChatImagePart : MistralChatPart
{
    /// <summary>An image without a source.</summary>
    public MistralChatImagePart()
    {
    }

    /// <summary>An image by its address.</summary>
    /// <param name="url">A data URL, such as <c>data:image/png;base64,…</c>.</param>
    public MistralChatImagePart(string url) => ImageUrl = new MistralChatImageUrl { Url = url };

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "image_url";

    /// <summary>Where the image is.</summary>
    /// <value>Omitted when null, which the service refuses.</value>
    [JsonPropertyName("image_url")]
    [JsonConverter(typeof(MistralChatObjectConverter<MistralChatImageUrl>))]
    public MistralChatImageUrl? ImageUrl { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="image">The bytes of the file.</param>
    /// <param name="mediaType">Such as <c>image/png</c>, <c>image/jpeg</c>, <c>image/gif</c>, <c>image/webp</c>.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">There are no bytes, or the media type is blank.</exception>
    public static MistralChatImagePart FromBytes(ReadOnlySpan<byte> image, string mediaType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        return image.IsEmpty
            ? throw new ArgumentException("The image has no bytes.", nameof(image))
            : new MistralChatImagePart($"data:{mediaType};base64,{Convert.ToBase64String(image)}");
    }

    private protected override void Detach() => ImageUrl = ImageUrl?.Clone();
}
