namespace Bedrock.Toolkit.Models;

/// <summary>Texts and images that become one vector (Embed v4).</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed partial class CohereEmbedInput : BedrockObject
{
    /// <summary>The parts, in order.</summary>
    /// <value>At least one; empty by default.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedPart>)), AllowNull]
    public IList<CohereEmbedPart> Content { get; set => field = value ?? []; } = [];

    /// <summary>An input of one text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The input.</returns>
    public static CohereEmbedInput For(string text) => new() { Content = [new CohereEmbedTextPart { Text = text }] };

    /// <summary>An input of a text and an image.</summary>
    /// <param name="text">The text.</param>
    /// <param name="image">The image.</param>
    /// <returns>The input.</returns>
    public static CohereEmbedInput For(string text, CohereEmbedImage image) =>
        new() { Content = [new CohereEmbedTextPart { Text = text }, new CohereEmbedImagePart { ImageUrl = new() { Url = image } }] };
}

/// <summary>
/// One part of a mixed input of Embed v4: a closed set, with <see cref="CohereEmbedUnknownPart"/> for what this version does not know. Not thread
/// safe while it is changed.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
[JsonConverter(typeof(CohereEmbedPartConverter))]
public abstract partial class CohereEmbedPart : BedrockObject
{
    private protected CohereEmbedPart() { }

    /// <summary>A text part.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator CohereEmbedPart?(string? text) => text is null ? null : new CohereEmbedTextPart { Text = text };

    /// <summary>An image part.</summary>
    /// <param name="image">The image; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no PNG, JPEG, WebP or GIF file.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator CohereEmbedPart?(BedrockImage? image) =>
        image is null ? null : new CohereEmbedImagePart { ImageUrl = new() { Url = image } };

    /// <summary>The kind of part on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}

/// <summary>An image inside a mixed input.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html. Older copies of the page have <c>image_url</c>
/// as a bare text; that is read, too, and written as the object.</remarks>
public sealed partial class CohereEmbedImagePart : CohereEmbedPart
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "image_url";

    /// <summary>The image.</summary>
    /// <value>A PNG, JPEG, WebP or GIF image of at most 5 MB; required in a request, omitted when null.</value>
    [JsonPropertyName("image_url"), JsonConverter(typeof(CohereEmbedImageUrlConverter))]
    public CohereEmbedImageUrl? ImageUrl { get; set; }
}

/// <summary>A text inside a mixed input.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed partial class CohereEmbedTextPart : CohereEmbedPart
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The text.</summary>
    /// <value>Not blank; never null, empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A part of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class CohereEmbedUnknownPart : CohereEmbedPart, IRawVariant
{
    /// <inheritdoc/>
    public override string Type =>
        Raw.ValueKind == JsonValueKind.Object && Raw.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : string.Empty;
}

/// <summary>Reads and writes <see cref="CohereEmbedPart"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbedPartConverter() : TaggedUnionConverter<CohereEmbedPart>(
    CohereEmbedJsonContext.Default, static raw => new CohereEmbedUnknownPart(raw), "type",
    Case<CohereEmbedTextPart>("text"),
    Case<CohereEmbedImagePart>("image_url"));

/// <summary>The image of a mixed input.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed partial class CohereEmbedImageUrl : BedrockObject
{
    /// <summary>The image.</summary>
    /// <value>A data URI on the wire; required in a request, omitted when null.</value>
    [JsonPropertyName("url")]
    public CohereEmbedImage? Url { get; set; }
}

/// <summary>Reads the image of a mixed input as an object or as a bare text, and writes it as an object. Stateless and thread-safe.</summary>
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
