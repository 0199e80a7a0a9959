namespace Bedrock.Toolkit;

/// <summary>Refuses bytes that a model could not take as an image.</summary>
internal static class ImageCheck
{
    /// <summary>Requires an image of one of the formats.</summary>
    /// <param name="image">The file.</param>
    /// <param name="member">The member of the request, for the message.</param>
    /// <param name="parameter">The parameter, for the exception.</param>
    /// <param name="maxBytes">The largest file.</param>
    /// <param name="formats">The formats, as <see cref="ImageSignature"/> names them.</param>
    /// <exception cref="ArgumentException">The bytes are empty, too many, or no such image.</exception>
    public static void Require(ReadOnlyMemory<byte> image, string member, string parameter, int maxBytes, params ReadOnlySpan<string> formats)
    {
        string? format = ImageSignature.FormatOf(image.Span);
        if (format is null || !formats.Contains(format))
        {
            string found = image.IsEmpty ? "is empty" : format is null ? "holds bytes that are no image" : $"holds an image in the format {format}";
            throw new ArgumentException($"{member} {found}; the model takes {string.Join(", ", formats!)}.", parameter);
        }

        if (image.Length > maxBytes)
        {
            throw new ArgumentException($"{member} has {image.Length} bytes; the model takes images of at most {maxBytes} bytes.", parameter);
        }
    }
}
