namespace Bedrock.Toolkit;

/// <summary>A model that makes or changes images. Immutable and thread-safe.</summary>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public class ImageModel<TRequest, TResponse> : Model<TRequest, TResponse>, IImageModel
{
    /// <summary>Describes an image model.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="requestTypeInfo">How to write the request.</param>
    /// <param name="responseTypeInfo">How to read the response.</param>
    /// <param name="createRequest">Builds a request from what all image models have in common; throws <see cref="ArgumentException"/> for a setting
    /// that the model cannot take.</param>
    /// <param name="readImages">Takes the images, and what kept any of them back, out of a response.</param>
    public ImageModel(
        ModelId id,
        JsonTypeInfo<TRequest> requestTypeInfo,
        JsonTypeInfo<TResponse> responseTypeInfo,
        Func<ImageInput, TRequest> createRequest,
        Func<TResponse, ImageResult> readImages)
        : base(id, requestTypeInfo, responseTypeInfo)
    {
        ArgumentNullException.ThrowIfNull(createRequest);
        ArgumentNullException.ThrowIfNull(readImages);
        CreateRequest = createRequest;
        ReadImages = readImages;
        Capabilities = new ModelCapabilities { Input = ModelModalities.Text | ModelModalities.Image, Output = ModelModalities.Image };
    }

    /// <inheritdoc/>
    public int MaxImagesPerCall { get; init; } = 1;

    /// <summary>Builds a request from what all image models have in common.</summary>
    public Func<ImageInput, TRequest> CreateRequest { get; }

    /// <summary>Takes the images, and what kept any of them back, out of a response.</summary>
    public Func<TResponse, ImageResult> ReadImages { get; }

    /// <inheritdoc/>
    public override ImageModel<TRequest, TResponse> WithId(ModelId id) => (ImageModel<TRequest, TResponse>)CopyWith(id);

    /// <inheritdoc/>
    public override ImageModel<TRequest, TResponse> InProfile(string geography) => WithId(Id.InProfile(geography));
}

/// <summary>What every image model says of itself, whatever its JSON is.</summary>
public interface IImageModel
{
    /// <summary>The id that goes into the request's path.</summary>
    ModelId Id { get; }

    /// <summary>How many images one call can make.</summary>
    /// <value>1 or more.</value>
    int MaxImagesPerCall { get; }
}

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

    /// <summary>How far the image may move from its only source.</summary>
    /// <value>0 (the source itself) to 1 (anything); the model's default when null, or 0.7 where the model has none.</value>
    public double? Strength { get; init; }

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

/// <summary>Width and height of an image.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>Such as <c>1024x768</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Width}x{Height}";
}

/// <summary>The images of a call, and what kept any of them back.</summary>
public sealed class ImageResult
{
    /// <summary>How the call ended.</summary>
    /// <value><see cref="ImageStatus.Complete"/> by default.</value>
    public ImageStatus Status { get; init; }

    /// <summary>The images that are there.</summary>
    /// <value>Empty by default; one that was filtered can be among them, blurred.</value>
    public IReadOnlyList<BedrockImage> Images { get; init; } = [];

    /// <summary>What the service says of the images that are missing or blurred.</summary>
    /// <value>Empty when everything is there.</value>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The seeds of the images.</summary>
    /// <value>In the order of the images; empty when the model does not tell.</value>
    public IReadOnlyList<long> Seeds { get; init; } = [];

    /// <summary>The mask that was used, when it was asked for.</summary>
    /// <value>Null when it was not.</value>
    public BedrockImage? Mask { get; init; }

    /// <summary>Request id, attempts, and what the headers tell.</summary>
    /// <value>Null on a result that did not come from a call.</value>
    public BedrockResponseMetadata? Metadata { get; set; }

    /// <summary>The first image of a call that was not kept back.</summary>
    /// <exception cref="InvalidOperationException"><see cref="Status"/> is <see cref="ImageStatus.Filtered"/> or <see cref="ImageStatus.Failed"/>, or
    /// there is no image; the message has the reasons.</exception>
    public BedrockImage Image => Status is ImageStatus.Complete or ImageStatus.Partial && Images.Count > 0
        ? Images[0]
        : throw new InvalidOperationException(
            $"There is no image ({Status}): {(Reasons.Count > 0 ? string.Join("; ", Reasons) : "the service gave no reason")}.");

    /// <summary>Makes the result of a list of images of which some may be missing.</summary>
    internal static ImageResult From(IReadOnlyList<BedrockImage> images, IReadOnlyList<string> reasons, bool failed)
    {
        // In the place of an image that was kept back some models leave an empty text.
        BedrockImage[] there = [.. images.Where(image => !image.Bytes.IsEmpty)];
        return new ImageResult
        {
            Images = there,
            Reasons = reasons,
            Status = (there.Length, reasons.Count) switch
            {
                (> 0, 0) => ImageStatus.Complete,
                (> 0, _) => ImageStatus.Partial,
                _ when failed => ImageStatus.Failed,
                (_, > 0) => ImageStatus.Filtered,
                _ => ImageStatus.Failed,
            },
        };
    }

    /// <summary>Sizes, and which member to look at; never the content.</summary>
    /// <returns>A short line.</returns>
    public override string ToString() =>
        new ObjectSummary("Images", Status.ToString(), ObjectSummary.Count(Images.Count, "image")).ToText(nameof(ImageResult), null);
}

/// <summary>How the making of images ended.</summary>
public enum ImageStatus
{
    /// <summary>All images are there.</summary>
    Complete,

    /// <summary>Some images were kept back by a content filter, or failed; the others are there.</summary>
    Partial,

    /// <summary>No image is there, or it is blurred: a content filter kept everything back.</summary>
    Filtered,

    /// <summary>No image is there: the model failed.</summary>
    Failed,
}
