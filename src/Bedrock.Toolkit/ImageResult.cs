namespace Bedrock.Toolkit;

/// <summary>The images of a call, and what kept any of them back. Not thread safe while it is changed.</summary>
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
    /// <exception cref="InvalidOperationException"><see cref="Status"/> is <see cref="ImageStatus.Filtered"/> or <see cref="ImageStatus.Failed"/>, or there is no image; the message has the reasons.</exception>
    public BedrockImage Image => Status is ImageStatus.Complete or ImageStatus.Partial && Images.Count > 0
        ? Images[0]
        : throw new InvalidOperationException($"There is no image ({Status}): {(Reasons.Count > 0 ? string.Join("; ", Reasons) : "the service gave no reason")}.");

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
}
