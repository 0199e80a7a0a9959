namespace Bedrock.Toolkit.Models;

/// <summary>The Stable Diffusion XL models that this version knows; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html. Stable Diffusion 3 and later are in <see cref="StableImageModels"/>.
/// </remarks>
public static class StableDiffusionModels
{
    private const string Replacement = "stability.stable-image-core-v1:1";
    private const int MaxPromptCharacters = 2000;

    /// <summary>Stable Diffusion XL 0.8; the id is unconfirmed.</summary>
    [Obsolete("AWS ended Stable Diffusion XL 0.8 on 2024-04-30; use stability.stable-image-core-v1:1. For a provisioned copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<StableDiffusionRequest, StableDiffusionResponse> Xl08 { get; } =
        Create("stability.stable-diffusion-xl-v0", ModelLifecycle.Retired(2024, 4, 30) with { Replacement = Replacement });

    /// <summary>Stable Diffusion XL 1.0.</summary>
    [Obsolete("AWS ended Stable Diffusion XL 1.0 on 2025-05-20; use stability.stable-image-core-v1:1. For a provisioned copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<StableDiffusionRequest, StableDiffusionResponse> Xl10 { get; } =
        Create("stability.stable-diffusion-xl-v1", ModelLifecycle.Retired(2025, 5, 20) with { Replacement = Replacement });

    /// <summary>A model with the JSON of Stable Diffusion XL under any id: a provisioned copy, or one that this version does not know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static ImageModel<StableDiffusionRequest, StableDiffusionResponse> FromId(ModelId id) => Create(id, ModelLifecycle.Active);

    private static ImageModel<StableDiffusionRequest, StableDiffusionResponse> Create(ModelId id, ModelLifecycle lifecycle) => new(
        id, StabilityJsonContext.Default.StableDiffusionRequest, StabilityJsonContext.Default.StableDiffusionResponse, CreateRequest, ReadImages)
    {
        CheckRequest = Check,
        Lifecycle = lifecycle,
    };

    private static void Check(StableDiffusionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.TextPrompts is not { Count: > 0 })
        {
            throw new ArgumentException("TextPrompts is empty; the model needs at least one text.", nameof(request));
        }

        for (int i = 0; i < request.TextPrompts.Count; i++)
        {
            ImageChecks.AcceptText(request.TextPrompts[i].Text, $"TextPrompts[{i}].Text", MaxPromptCharacters);
            ImageChecks.AcceptNumber(request.TextPrompts[i].Weight, $"TextPrompts[{i}].Weight");
        }

        if (request.TextPrompts.All(prompt => string.IsNullOrWhiteSpace(prompt.Text)))
        {
            throw new ArgumentException("TextPrompts holds only blank texts; the model needs a text.", nameof(request));
        }

        ImageChecks.AcceptNumber(request.CfgScale, "CfgScale");
        ImageChecks.AcceptNumber(request.ImageStrength, "ImageStrength");
        ImageChecks.AcceptNumber(request.StepScheduleStart, "StepScheduleStart");
        ImageChecks.AcceptNumber(request.StepScheduleEnd, "StepScheduleEnd");
        ImageChecks.Accept(request.InitImage, "InitImage");
        ImageChecks.AcceptMask(request.MaskImage, "MaskImage", request.InitImage);
        if (request.InitImage is null && (request.MaskSource is not null || request.MaskImage is not null))
        {
            throw new ArgumentException("A mask needs a source image: set InitImage beside MaskSource and MaskImage.", nameof(request));
        }

        if (request.MaskImage is not null && request.MaskSource is null)
        {
            throw new ArgumentException("MaskImage needs MaskSource, which says whether white or black is changed.", nameof(request));
        }

        if (request.InitImage is not null && (request.Width is not null || request.Height is not null))
        {
            throw new ArgumentException("Width and Height exclude InitImage: the answer is as large as the source image.", nameof(request));
        }
    }

    private static StableDiffusionRequest CreateRequest(ImageInput input)
    {
        ImageChecks.Refuse(input.MediaType is not null and not "image/png", "MediaType", "Stable Diffusion XL, which answers PNG,");
        ImageChecks.Refuse(input.Images.Count > 1, "More than one image in Images", "Stable Diffusion XL");
        StableDiffusionRequest request = StableDiffusionRequest.For(input.Prompt ?? string.Empty);
        if (input.NegativePrompt is { } negative)
        {
            request.TextPrompts.Add(new StableDiffusionPrompt { Text = negative, Weight = -1 });
        }

        request.Seed = input.Seed;
        request.Width = input.Size?.Width;
        request.Height = input.Size?.Height;
        request.InitImage = input.Images.Count == 1 ? input.Images[0] : null;
        request.ImageStrength = input.Strength is { } strength ? Math.Round(1 - strength, 4) : null;
        if (input.Mask is { } mask)
        {
            request.MaskImage = mask;
            request.MaskSource = StableDiffusionMaskSource.MaskImageWhite;
        }

        return request;
    }

    private static ImageResult ReadImages(StableDiffusionResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        List<StableDiffusionArtifact> good =
            [.. response.Artifacts.Where(a => a.FinishReason is null || a.FinishReason == StableDiffusionFinishReason.Success)];
        List<string> reasons = [.. response.Artifacts.Except(good).Select(a => a.FinishReason!.Value.Value)];
        bool failed = reasons.Count > 0 && reasons.TrueForAll(r => r == StableDiffusionFinishReason.Error.Value);

        // A filtered image is there, blurred: it is given, but only a good one makes the result partial.
        ImageResult status = ImageResult.From([.. good.Where(a => a.Image is not null).Select(a => a.Image!)], reasons, failed);
        return new ImageResult
        {
            Status = status.Status,
            Reasons = reasons,
            Images = [.. status.Images, .. response.Artifacts.Except(good).Where(a => a.Image is not null).Select(a => a.Image!)],
            Seeds = [.. response.Artifacts.Where(a => a.Seed is not null).Select(a => a.Seed!.Value)],
        };
    }
}
