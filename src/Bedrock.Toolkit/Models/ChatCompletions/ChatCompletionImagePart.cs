using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An image. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionImagePart : ChatCompletionContentPart
{
    /// <summary>An image without a source.</summary>
    public ChatCompletionImagePart()
    {
    }

    /// <summary>An image by its URL.</summary>
    /// <param name="url">A data URL: <c>data:image/png;base64,…</c>.</param>
    /// <param name="detail">How closely the model looks; null for its default.</param>
    public ChatCompletionImagePart(string url, ChatCompletionImageDetail? detail = null) =>
        ImageUrl = new ChatCompletionImageUrl { Url = url, Detail = detail };

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "image_url";

    /// <summary>Where the image is.</summary>
    /// <value>A data URL, as Bedrock fetches nothing; omitted when null.</value>
    [JsonPropertyName("image_url")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionImageUrl>))]
    public ChatCompletionImageUrl? ImageUrl { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="data">The bytes of the file.</param>
    /// <param name="mediaType">Such as <c>image/png</c> or <c>image/jpeg</c>.</param>
    /// <param name="detail">How closely the model looks; null for its default.</param>
    /// <returns>The part.</returns>
    public static ChatCompletionImagePart FromBytes(ReadOnlySpan<byte> data, string mediaType, ChatCompletionImageDetail? detail = null) =>
        new(ChatCompletionCopies.DataUrl(data, mediaType), detail);

    private protected override void Detach() => ImageUrl = ImageUrl?.Clone();
}
