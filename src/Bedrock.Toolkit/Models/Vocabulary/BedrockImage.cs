namespace Bedrock.Toolkit;

/// <summary>An image as the bytes of its file; base64 only on the wire. Immutable and thread-safe, as long as nobody changes the bytes.</summary>
[JsonConverter(typeof(BedrockImageConverter))]
public sealed class BedrockImage
{
    private readonly ImageHeader _header;

    /// <summary>Takes the bytes of an image file.</summary>
    /// <param name="bytes">PNG, JPEG, WebP or GIF; other bytes are kept too, and refused by the checks of the models that need an image.</param>
    public BedrockImage(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        _header = ImageHeader.Read(bytes.Span);
    }

    /// <summary>The bytes of the file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The media type, found from the bytes themselves.</summary>
    /// <value><c>image/png</c>, <c>image/jpeg</c>, <c>image/webp</c> or <c>image/gif</c>; null when the bytes begin as none of them.</value>
    public string? MediaType => _header.MediaType;

    /// <summary>The format, found from the bytes themselves.</summary>
    /// <value><c>png</c>, <c>jpeg</c>, <c>webp</c> or <c>gif</c>; null when the bytes begin as none of them.</value>
    public string? Format => _header.Format;

    /// <summary>Width and height, found from the bytes themselves.</summary>
    /// <value>Null when the header does not show them.</value>
    public ImageSize? Size => _header.Size;

    /// <summary>Takes the bytes of an image file.</summary>
    /// <param name="bytes">The bytes.</param>
    public static implicit operator BedrockImage(byte[] bytes) => FromBytes(bytes);

    /// <summary>Takes the bytes of an image file.</summary>
    /// <param name="bytes">The bytes.</param>
    public static implicit operator BedrockImage(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>Takes the bytes of an image file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The image.</returns>
    public static BedrockImage FromBytes(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new BedrockImage(bytes);
    }

    /// <summary>Reads an image file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The image.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<BedrockImage> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        new(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));

    /// <summary>Writes the image file; an existing file is replaced.</summary>
    /// <param name="path">The file; its ending is not checked against <see cref="MediaType"/>.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when the file is written.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) => File.WriteAllBytesAsync(path, Bytes, cancellationToken);

    /// <summary>Media type, size and length, never the content.</summary>
    /// <returns>Such as <c>image/png, 1024x768, 81234 bytes</c>.</returns>
    public override string ToString() => $"{MediaType ?? "unknown format"}, {Size?.ToString() ?? "unknown size"}, {Bytes.Length} bytes";
}

/// <summary>Reads and writes an image as base64.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BedrockImageConverter : JsonConverter<BedrockImage>
{
    /// <inheritdoc/>
    public override BedrockImage Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out byte[]? bytes)
            ? new BedrockImage(bytes)
            : throw new JsonException(
                $"An image in base64 was expected, but the JSON has {(reader.TokenType == JsonTokenType.String ? "another text" : reader.TokenType)}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BedrockImage value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteBase64StringValue(value.Bytes.Span);
    }
}
