namespace Bedrock.Toolkit;

/// <summary>What every image model would surely refuse.</summary>
internal static class ImageChecks
{
    private const string Parameter = "request";

    /// <summary>Refuses a missing image, and bytes that are none.</summary>
    public static void Require([NotNull] BedrockImage? image, string member)
    {
        if (image is null)
        {
            throw new ArgumentException($"{member} is null; the task needs an image.", Parameter);
        }

        Accept(image, member);
    }

    /// <summary>Refuses bytes that are no image; null passes.</summary>
    public static void Accept(BedrockImage? image, string member)
    {
        if (image is { MediaType: null })
        {
            throw new ArgumentException($"{member} is no image: its {image.Bytes.Length} bytes do not begin as PNG, JPEG, WebP or GIF.", Parameter);
        }
    }

    /// <summary>Refuses a mask that is no image, or whose size is not the image's; null passes.</summary>
    public static void AcceptMask(BedrockImage? mask, string member, BedrockImage? image)
    {
        Accept(mask, member);
        if (mask?.Size is { } maskSize && image?.Size is { } size && maskSize != size)
        {
            throw new ArgumentException($"{member} is {maskSize} pixels, but the image is {size}: a mask must be as large as its image.", Parameter);
        }
    }

    /// <summary>Requires the bytes of an image of one of the formats.</summary>
    /// <exception cref="ArgumentException">The bytes are empty, too many, or no such image.</exception>
    public static void Require(ReadOnlyMemory<byte> image, string member, int maxBytes, params ReadOnlySpan<string> formats)
    {
        string? format = ImageHeader.Read(image.Span).Format;
        if (format is null || !formats.Contains(format))
        {
            string found = image.IsEmpty ? "is empty" : format is null ? "holds bytes that are no image" : $"holds an image in the format {format}";
            throw new ArgumentException($"{member} {found}; the model takes {string.Join(", ", formats!)}.", Parameter);
        }

        if (image.Length > maxBytes)
        {
            throw new ArgumentException($"{member} has {image.Length} bytes; the model takes images of at most {maxBytes} bytes.", Parameter);
        }
    }

    public static void RequireText([NotNull] string? text, string member, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"{member} is blank; the model needs a text.", Parameter);
        }

        AcceptText(text, member, most);
    }

    public static void AcceptText(string? text, string member, int most)
    {
        if (text?.Length > most && text.EnumerateRunes().Count() > most)
        {
            throw new ArgumentException($"{member} is longer than {most} characters, the most that the model takes.", Parameter);
        }
    }

    public static void AcceptNumber(double? value, string member)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            throw new ArgumentException($"{member} is NaN or infinite, which JSON cannot express.", Parameter);
        }
    }

    /// <summary>Refuses a member that the model does not have.</summary>
    public static void Refuse(bool isSet, string member, string model)
    {
        if (isSet)
        {
            throw new ArgumentException($"{member} is set, but {model} does not take it: leave it null.", Parameter);
        }
    }
}
