using System.Buffers.Text;

namespace Bedrock.Toolkit.Models;

/// <summary>An image for Cohere Embed: bytes in memory, a data URI on the wire. Immutable, as long as the bytes are left alone, and thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
[JsonConverter(typeof(CohereEmbedImageConverter))]
public sealed class CohereEmbedImage
{
    private const string Scheme = "data:";
    private const string Base64Mark = ";base64,";

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">A PNG, JPEG, WebP or GIF file; not copied, so leave it unchanged until the call has begun.</param>
    /// <exception cref="ArgumentException">The bytes are no such image.</exception>
    public CohereEmbedImage(ReadOnlyMemory<byte> bytes)
    {
        string mediaType = ImageHeader.Read(bytes.Span).MediaType
            ?? throw new ArgumentException("The bytes are no image: they begin as none of PNG, JPEG, GIF and WebP.", nameof(bytes));
        Bytes = bytes;
        MediaType = mediaType;
    }

    private CohereEmbedImage(ReadOnlyMemory<byte> bytes, string? mediaType, string? url)
    {
        Bytes = bytes;
        MediaType = mediaType;
        OtherUrl = url;
    }

    /// <summary>The bytes of the image.</summary>
    /// <value>Empty when the wire had something else than base64 in a data URI.</value>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The media type.</summary>
    /// <value>Such as <c>image/png</c>, found from the content or read from the data URI; null when the wire had something else.</value>
    public string? MediaType { get; }

    /// <summary>What the wire had instead of base64 in a data URI.</summary>
    /// <value>Null for every image that has bytes.</value>
    public string? OtherUrl { get; }

    /// <summary>An image from the text that it is on the wire.</summary>
    /// <param name="url">A data URI; anything else is kept as <see cref="OtherUrl"/> and sent as it is.</param>
    /// <returns>The image.</returns>
    public static CohereEmbedImage FromUrl(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        int mark = url.StartsWith(Scheme, StringComparison.Ordinal) ? url.IndexOf(Base64Mark, StringComparison.Ordinal) : -1;
        if (mark < 0 || !Base64.IsValid(url.AsSpan(mark + Base64Mark.Length), out _))
        {
            return new CohereEmbedImage(default, null, url);
        }

        string mediaType = url[Scheme.Length..mark];
        byte[] bytes = Convert.FromBase64String(url[(mark + Base64Mark.Length)..]);
        var image = new CohereEmbedImage(bytes, mediaType, null);

        // White space or spare bits in the base64 are kept by keeping the text.
        return image.ToUrl() == url ? image : new CohereEmbedImage(default, null, url);
    }

    /// <summary>An image from its bytes, as the constructor makes it.</summary>
    /// <param name="bytes">A PNG, JPEG, WebP or GIF file.</param>
    /// <exception cref="ArgumentException">The bytes are no such image.</exception>
    public static implicit operator CohereEmbedImage(byte[] bytes) => new(bytes);

    /// <summary>An image from its bytes.</summary>
    /// <param name="image">The image; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no PNG, JPEG, WebP or GIF file.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator CohereEmbedImage?(BedrockImage? image) => image is null ? null : new CohereEmbedImage(image.Bytes);

    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">A PNG, JPEG, WebP or GIF file; not copied.</param>
    /// <param name="mediaType">Such as <c>image/png</c>; read from the bytes when null.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The bytes are no such image, or of another format than <paramref name="mediaType"/> says.</exception>
    public static CohereEmbedImage FromBytes(ReadOnlyMemory<byte> bytes, string? mediaType = null) =>
        new(bytes, MediaNames.ChooseMediaType(MediaClass.Image, bytes.Span, mediaType), null);

    /// <summary>An image from a file.</summary>
    /// <param name="path">The file; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The image.</returns>
    /// <exception cref="ArgumentException">The file is empty, or no image.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<CohereEmbedImage> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>The kind and size, without the content.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => OtherUrl is null ? $"{MediaType}, {Bytes.Length} bytes" : "(not a data URI)";

    [EditorBrowsable(EditorBrowsableState.Never)]
    internal string ToUrl() => OtherUrl ?? $"{Scheme}{MediaType}{Base64Mark}{Convert.ToBase64String(Bytes.Span)}";
}

/// <summary>Reads and writes an image as a data URI.</summary>
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
