namespace Bedrock.Toolkit;

/// <summary>An image to embed, with its format found from the content. Immutable, as long as the bytes are left alone, and thread safe.</summary>
public sealed class EmbeddingImage
{
    /// <summary>An image from its bytes.</summary>
    /// <param name="bytes">A PNG, JPEG, GIF or WebP file; not copied, so leave it unchanged until the call has begun.</param>
    /// <exception cref="ArgumentException">The bytes are no such image.</exception>
    public EmbeddingImage(ReadOnlyMemory<byte> bytes)
    {
        Format = ImageSignature.FormatOf(bytes.Span)
            ?? throw new ArgumentException("The bytes are no image: they begin as none of PNG, JPEG, GIF and WebP.", nameof(bytes));
        Bytes = bytes;
    }

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The format.</summary>
    /// <value><c>png</c>, <c>jpeg</c>, <c>gif</c> or <c>webp</c>.</value>
    public string Format { get; }

    /// <summary>The media type.</summary>
    /// <value>Such as <c>image/png</c>.</value>
    public string MediaType => ImageSignature.MediaTypeOf(Format);

    /// <summary>An image from its bytes, as the constructor makes it.</summary>
    /// <param name="bytes">A PNG, JPEG, GIF or WebP file.</param>
    /// <exception cref="ArgumentException">The bytes are no such image.</exception>
    public static implicit operator EmbeddingImage(byte[] bytes) => new(bytes);

    /// <summary>The format and the size, without the content.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => $"{MediaType}, {Bytes.Length} bytes";
}
