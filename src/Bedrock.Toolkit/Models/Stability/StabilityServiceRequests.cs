namespace Bedrock.Toolkit.Models;

/// <summary>Builds the requests of the services from what all image models have in common.</summary>
internal static class StabilityServiceRequests
{
    public static StableCreativeUpscaleRequest CreativeUpscale(ImageInput input)
    {
        RefuseMask(input);
        RefuseSize(input);
        return new StableCreativeUpscaleRequest
        {
            Prompt = input.Prompt ?? string.Empty,
            Image = OnlyImage(input),
            NegativePrompt = input.NegativePrompt,
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableConservativeUpscaleRequest ConservativeUpscale(ImageInput input)
    {
        RefuseMask(input);
        RefuseSize(input);
        return new StableConservativeUpscaleRequest
        {
            Prompt = input.Prompt ?? string.Empty,
            Image = OnlyImage(input),
            NegativePrompt = input.NegativePrompt,
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableFastUpscaleRequest FastUpscale(ImageInput input)
    {
        RefuseMask(input);
        RefuseSize(input);
        RefuseTexts(input);
        ImageChecks.Refuse(input.Seed is not null, nameof(input.Seed), "this service");
        return new StableFastUpscaleRequest
        {
            Image = OnlyImage(input),
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableInpaintRequest Inpaint(ImageInput input)
    {
        RefuseSize(input);
        return new StableInpaintRequest
        {
            Prompt = input.Prompt ?? string.Empty,
            Image = OnlyImage(input),
            Mask = input.Mask,
            NegativePrompt = input.NegativePrompt,
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableEraseObjectRequest EraseObject(ImageInput input)
    {
        RefuseSize(input);
        RefuseTexts(input);
        return new StableEraseObjectRequest
        {
            Image = OnlyImage(input),
            Mask = input.Mask,
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableRemoveBackgroundRequest RemoveBackground(ImageInput input)
    {
        RefuseMask(input);
        RefuseSize(input);
        RefuseTexts(input);
        ImageChecks.Refuse(input.Seed is not null, nameof(input.Seed), "this service");
        return new StableRemoveBackgroundRequest
        {
            Image = OnlyImage(input),
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableControlRequest Control(ImageInput input)
    {
        RefuseMask(input);
        RefuseSize(input);
        return new StableControlRequest
        {
            Prompt = input.Prompt ?? string.Empty,
            Image = OnlyImage(input),
            NegativePrompt = input.NegativePrompt,
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableStyleGuideRequest StyleGuide(ImageInput input)
    {
        RefuseMask(input);
        return new StableStyleGuideRequest
        {
            Prompt = input.Prompt ?? string.Empty,
            Image = OnlyImage(input),
            AspectRatio = StableImageResults.AspectRatio(input),
            NegativePrompt = input.NegativePrompt,
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
        };
    }

    public static StableStyleTransferRequest StyleTransfer(ImageInput input)
    {
        RefuseMask(input);
        RefuseSize(input);
        RefuseStrength(input);
        if (input.Images.Count != 2)
        {
            throw new ArgumentException(
                $"Images holds {input.Images.Count} images; style transfer needs two: the image that is changed, then the image whose style is taken.",
                    nameof(input));
        }

        return new StableStyleTransferRequest
        {
            InitImage = input.Images[0],
            StyleImage = input.Images[1],
            Prompt = input.Prompt,
            NegativePrompt = input.NegativePrompt,
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
        };
    }

    private static BedrockImage OnlyImage(ImageInput input)
    {
        RefuseStrength(input);
        return input.Images.Count == 1
            ? input.Images[0]
            : throw new ArgumentException($"Images holds {input.Images.Count} images; this service needs exactly one.", nameof(input));
    }

    private static void RefuseTexts(ImageInput input)
    {
        ImageChecks.Refuse(input.Prompt is not null, nameof(input.Prompt), "this service");
        ImageChecks.Refuse(input.NegativePrompt is not null, nameof(input.NegativePrompt), "this service");
    }

    private static void RefuseStrength(ImageInput input) => ImageChecks.Refuse(input.Strength is not null, nameof(input.Strength), "this service");

    private static void RefuseMask(ImageInput input) => ImageChecks.Refuse(input.Mask is not null, nameof(input.Mask), "this service");

    private static void RefuseSize(ImageInput input) => ImageChecks.Refuse(input.Size is not null, nameof(input.Size), "this service");
}
