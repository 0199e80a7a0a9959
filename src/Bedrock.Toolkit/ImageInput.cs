namespace Bedrock.Toolkit;

/// <summary>An image to make, in terms that fit every image model. A setting that the model cannot take is an error, never dropped.</summary>
public sealed class ImageInput
{
    /// <summary>What the image shows.</summary>
    /// <value>Not blank, unless the model needs no text.</value>
    public string? Prompt { get; init; }

    /// <summary>What the image must not show.</summary>
    /// <value>Null for no such wish.</value>
    public string? NegativePrompt { get; init; }

    /// <summary>The source images: none for an image from text alone.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<BedrockImage> Images { get; init; } = [];

    /// <summary>Which part of the only source image to change, in the colours that the model documents.</summary>
    /// <value>As large as the source image; null for the whole image.</value>
    public BedrockImage? Mask { get; init; }

    /// <summary>The wanted size.</summary>
    /// <value>In pixels; the model's default when null. Models that take an aspect ratio get the ratio of this size.</value>
    public ImageSize? Size { get; init; }

    /// <summary>How many images to make.</summary>
    /// <value>1 to <see cref="IImageModel.MaxImagesPerCall"/>; 1 by default.</value>
    public int Count { get; init; } = 1;

    /// <summary>Makes the same input give the same image.</summary>
    /// <value>The model's default when null.</value>
    public long? Seed { get; init; }

    /// <summary>The wanted media type.</summary>
    /// <value>Such as <c>image/png</c>; the model's default when null.</value>
    public string? MediaType { get; init; }

    /// <summary>An image from a text.</summary>
    /// <param name="prompt">What the image shows.</param>
    public static implicit operator ImageInput(string prompt) => FromString(prompt);

    /// <summary>An image from a text.</summary>
    /// <param name="prompt">What the image shows.</param>
    /// <returns>The input.</returns>
    public static ImageInput FromString(string prompt) => new() { Prompt = prompt };
}
