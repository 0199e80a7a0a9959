namespace Bedrock.Toolkit.Models;

/// <summary>Takes images and reasons out of an answer of Stable Diffusion 3 and later, and maps what all image models have in common.</summary>
internal static class StableImageResults
{
    private const string InferenceError = "Inference error";

    public static ImageResult Read(StableImageResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        List<string> reasons = [.. response.FinishReasons?.OfType<string>() ?? []];
        ImageResult result = ImageResult.From(
            [.. response.Images ?? []], reasons, failed: reasons.Count > 0
                && reasons.TrueForAll(r => r.StartsWith(InferenceError, StringComparison.OrdinalIgnoreCase)));
        return new ImageResult { Status = result.Status, Images = result.Images, Reasons = result.Reasons, Seeds = [.. response.Seeds ?? []] };
    }

    /// <summary>The only source image; null when there is none.</summary>
    public static BedrockImage? Source(ImageInput input, string model)
    {
        ImageChecks.Refuse(input.Images.Count > 1, "More than one image in Images", model);
        return input.Images.Count == 1 ? input.Images[0] : null;
    }

    public static StableImageFormat? Format(ImageInput input) => input.MediaType switch
    {
        null => default(StableImageFormat?),
        "image/png" => StableImageFormat.Png,
        "image/jpeg" => StableImageFormat.Jpeg,
        "image/webp" => StableImageFormat.Webp,
        _ => throw new ArgumentException($"MediaType is '{input.MediaType}', but Stability AI's models answer image/png, image/jpeg and image/webp.",
            nameof(input)),
    };

    /// <summary>The aspect ratio of a wanted size: the models have no other setting for it.</summary>
    public static StableImageAspectRatio? AspectRatio(ImageInput input)
    {
        if (input.Size is not { } size)
        {
            return null;
        }

        (int w, int h) = size is { Width: > 0, Height: > 0 } ? (size.Width, size.Height)
            : throw new ArgumentException($"Size is {size}; both sides must be above 0.", nameof(input));
        (int Width, int Height)[] ratios = [(16, 9), (1, 1), (21, 9), (2, 3), (3, 2), (4, 5), (5, 4), (9, 16), (9, 21)];
        foreach ((int width, int height) in ratios)
        {
            if ((long)w * height == (long)h * width)
            {
                return new StableImageAspectRatio($"{width}:{height}");
            }
        }

        throw new ArgumentException(
            $"Size is {size}, but the model takes only the aspect ratios {string.Join(", ", ratios.Select(r => $"{r.Width}:{r.Height}"))}.", nameof(input));
    }
}
