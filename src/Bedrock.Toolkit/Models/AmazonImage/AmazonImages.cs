namespace Bedrock.Toolkit.Models;

/// <summary>What the descriptors of Titan Image Generator and Nova Canvas share.</summary>
internal static class AmazonImages
{
    private const int MaxImages = 5;

    public static ImageModel<AmazonImageRequest, AmazonImageResponse> Create(ModelId id, Action<AmazonImageRequest> check, ModelLifecycle lifecycle) => new(
        id, AmazonImageJsonContext.Default.AmazonImageRequest, AmazonImageJsonContext.Default.AmazonImageResponse, CreateRequest, ReadImages)
    {
        CheckRequest = check,
        Lifecycle = lifecycle,
        MaxImagesPerCall = MaxImages,
    };

    private static AmazonImageRequest CreateRequest(ImageInput input)
    {
        ImageChecks.Refuse(input.MediaType is not null and not "image/png", nameof(input.MediaType), "the model, which answers PNG,");
        if (input.Seed is < 0 or > int.MaxValue)
        {
            throw new ArgumentException($"Seed is {input.Seed}; the model takes 0 to 2,147,483,646.", nameof(input));
        }

        var request = new AmazonImageRequest
        {
            ImageGenerationConfig = new AmazonImageGenerationConfig
            {
                NumberOfImages = input.Count,
                Width = input.Size?.Width,
                Height = input.Size?.Height,
                Seed = (int?)input.Seed,
            },
        };
        if (input.Mask is not null)
        {
            ImageChecks.Refuse(input.Strength is not null, nameof(input.Strength), "inpainting, which changes the masked part alone,");
            ImageChecks.Refuse(input.Size is not null, nameof(input.Size), "inpainting, whose answer is as large as its source,");
            request.TaskType = AmazonImageTaskType.Inpainting;
            request.InPaintingParams = new AmazonInpainting
            {
                Image = input.Images[0],
                MaskImage = input.Mask,
                Text = input.Prompt,
                NegativeText = input.NegativePrompt,
            };
        }
        else if (input.Images.Count > 0)
        {
            request.TaskType = AmazonImageTaskType.ImageVariation;
            request.ImageVariationParams = new AmazonImageVariation
            {
                Images = [.. input.Images],
                Text = input.Prompt,
                NegativeText = input.NegativePrompt,

                // Said the other way round here, and not below 0.2.
                SimilarityStrength = input.Strength is { } strength ? Math.Max(0.2, Math.Round(1 - strength, 4)) : null,
            };
        }
        else
        {
            request.TaskType = AmazonImageTaskType.TextToImage;
            request.TextToImageParams = new AmazonTextToImage { Text = input.Prompt ?? string.Empty, NegativeText = input.NegativePrompt };
        }

        return request;
    }

    private static ImageResult ReadImages(AmazonImageResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        ImageResult result = ImageResult.From([.. response.Images], response.Error is null ? [] : [response.Error], failed: false);
        return new ImageResult { Status = result.Status, Images = result.Images, Reasons = result.Reasons, Mask = response.MaskImage };
    }
}
