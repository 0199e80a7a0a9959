using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One part of a message's content: a closed set, with <see cref="MistralChatUnknownPart"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html</remarks>
[JsonConverter(typeof(MistralChatPartConverter))]
public abstract partial class MistralChatPart : BedrockObject
{
    private protected MistralChatPart() { }

    /// <summary>The kind of part on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}

/// <summary>An image; Pixtral only.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html</remarks>
public sealed partial class MistralChatImagePart : MistralChatPart
{
    /// <summary>An image without a source.</summary>
    public MistralChatImagePart() { }

    /// <summary>An image by its address.</summary>
    /// <param name="url">A data URL, such as <c>data:image/png;base64,…</c>.</param>
    public MistralChatImagePart(string url) => ImageUrl = new MistralChatImageUrl { Url = url };

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "image_url";

    /// <summary>Where the image is.</summary>
    /// <value>Omitted when null, which the service refuses.</value>
    [JsonPropertyName("image_url"), JsonConverter(typeof(MistralChatObjectConverter<MistralChatImageUrl>))]
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
}

/// <summary>Text.</summary>
public sealed partial class MistralChatTextPart : MistralChatPart
{
    /// <summary>An empty text.</summary>
    public MistralChatTextPart() { }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public MistralChatTextPart(string text) => Text = text;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Whether a bare string says the same.</summary>
    [JsonIgnore]
    internal bool IsPlain => AdditionalProperties is null or { Count: 0 };
}

/// <summary>A part of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class MistralChatUnknownPart : MistralChatPart, IRawVariant
{
    /// <summary>A part as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public MistralChatUnknownPart(JsonElement raw) => Raw = raw;

    /// <inheritdoc/>
    public override string Type =>
        Raw.ValueKind == JsonValueKind.Object && Raw.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : string.Empty;

    /// <summary>The whole part.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

/// <summary>Reads and writes <see cref="MistralChatPart"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatPartConverter : TaggedUnionConverter<MistralChatPart>
{
    /// <summary>Creates the converter.</summary>
    public MistralChatPartConverter()
        : base(MistralChatJsonContext.Default, static raw => new MistralChatUnknownPart(raw))
    {
        Add<MistralChatTextPart>("text");
        Add<MistralChatImagePart>("image_url");
    }
}

/// <summary>The address of an image.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html</remarks>
public sealed partial class MistralChatImageUrl : BedrockObject
{
    /// <summary>The address.</summary>
    /// <value>A data URL, such as <c>data:image/png;base64,…</c>; omitted when null.</value>
    [JsonPropertyName("url")]
    public string? Url { get; set; }
}
