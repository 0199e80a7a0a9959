namespace Bedrock.Toolkit.Models;

/// <summary>Stable Diffusion 3 and 3.5, Stable Image Core and Stable Image Ultra; the <c>FromId</c> method takes every other id. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html. The services that change images are in <see cref="StabilityServiceModels"/>.
/// </remarks>
public static class StableImageModels
{
    private const int MaxCharacters = 10_000;

    // Stable Diffusion 3.5 has no default of its own: enough to change what is asked for, and to know the source again.
    private const double DefaultStrength = 0.7;

    /// <summary>Stable Diffusion 3 Large 1.0.</summary>
    [Obsolete("AWS ended Stable Diffusion 3 Large on 2025-09-04; use stability.sd3-5-large-v1:0. For a provisioned copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<StableImageRequest, StableImageResponse> Sd3Large { get; } =
        Create("stability.sd3-large-v1:0", CheckDiffusion, ModelLifecycle.Retired(2025, 9, 4) with { Replacement = "stability.sd3-5-large-v1:0" });

    /// <summary>Stable Diffusion 3.5 Large; whether it is still served is unconfirmed.</summary>
    public static ImageModel<StableImageRequest, StableImageResponse> Sd35Large { get; } = Create("stability.sd3-5-large-v1:0", CheckDiffusion, Unconfirmed);

    /// <summary>Stable Image Core 1.0.</summary>
    [Obsolete("AWS ended Stable Image Core 1.0 on 2025-09-04; use stability.stable-image-core-v1:1. For a provisioned copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<StableImageRequest, StableImageResponse> Core10 { get; } =
        Create("stability.stable-image-core-v1:0", CheckCore, ModelLifecycle.Retired(2025, 9, 4) with { Replacement = "stability.stable-image-core-v1:1" });

    /// <summary>Stable Image Core 1.1: fast, from text alone; whether it is still served is unconfirmed.</summary>
    public static ImageModel<StableImageRequest, StableImageResponse> Core11 { get; } = Create("stability.stable-image-core-v1:1", CheckCore, Unconfirmed);

    /// <summary>Stable Image Ultra 1.0.</summary>
    [Obsolete("AWS ended Stable Image Ultra 1.0 on 2025-09-04; use stability.stable-image-ultra-v1:1. For a provisioned copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static ImageModel<StableImageRequest, StableImageResponse> Ultra10 { get; } =
        Create("stability.stable-image-ultra-v1:0", CheckUltra, ModelLifecycle.Retired(2025, 9, 4) with { Replacement = "stability.stable-image-ultra-v1:1" });

    /// <summary>Stable Image Ultra 1.1: the best quality; whether it is still served is unconfirmed.</summary>
    public static ImageModel<StableImageRequest, StableImageResponse> Ultra11 { get; } = Create("stability.stable-image-ultra-v1:1", CheckUltra, Unconfirmed);

    private static ModelLifecycle Unconfirmed => new() { Status = ModelStatus.Legacy };

    /// <summary>A model with this JSON under any id: a provisioned copy, or one that this version does not know. Members that only some models take
    /// pass.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static ImageModel<StableImageRequest, StableImageResponse> FromId(ModelId id) => Create(id, CheckCommon, ModelLifecycle.Active);

    private static ImageModel<StableImageRequest, StableImageResponse> Create(ModelId id, Action<StableImageRequest> check, ModelLifecycle lifecycle) => new(
        id, StabilityJsonContext.Default.StableImageRequest, StabilityJsonContext.Default.StableImageResponse, input => CreateRequest(input, check),
        StableImageResults.Read)
    {
        CheckRequest = check,
        Lifecycle = lifecycle,
    };

    private static void CheckCommon(StableImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageChecks.RequireText(request.Prompt, nameof(request.Prompt), MaxCharacters);
        ImageChecks.AcceptText(request.NegativePrompt, nameof(request.NegativePrompt), MaxCharacters);
        ImageChecks.Accept(request.Image, nameof(request.Image));
        ImageChecks.AcceptNumber(request.Strength, nameof(request.Strength));
        if (request.Image is not null && request.AspectRatio is not null)
        {
            throw new ArgumentException("AspectRatio excludes Image: the answer has the shape of the source image.", nameof(request));
        }
    }

    private static void CheckDiffusion(StableImageRequest request)
    {
        CheckCommon(request);
        bool fromImage = request.Mode == StableImageMode.ImageToImage;
        if (fromImage && (request.Image is null || request.Strength is null))
        {
            throw new ArgumentException("Mode is image-to-image, which needs Image and Strength.", nameof(request));
        }

        if (!fromImage && request.Image is not null)
        {
            throw new ArgumentException("Image needs Mode image-to-image.", nameof(request));
        }

        if (request.Image is null && request.Strength is not null)
        {
            throw new ArgumentException("Strength needs Image.", nameof(request));
        }
    }

    private static void CheckCore(StableImageRequest request)
    {
        CheckCommon(request);
        ImageChecks.Refuse(request.Mode is not null, nameof(request.Mode), "Stable Image Core");
        ImageChecks.Refuse(request.Image is not null, nameof(request.Image), "Stable Image Core");
        ImageChecks.Refuse(request.Strength is not null, nameof(request.Strength), "Stable Image Core");
    }

    private static void CheckUltra(StableImageRequest request)
    {
        CheckCommon(request);
        if (request.Image is null && request.Strength is not null)
        {
            throw new ArgumentException("Strength needs Image.", nameof(request));
        }
    }

    private static StableImageRequest CreateRequest(ImageInput input, Action<StableImageRequest> check)
    {
        ImageChecks.Refuse(input.Mask is not null, nameof(input.Mask), "the model (StabilityServiceModels.Inpaint does)");
        var request = new StableImageRequest
        {
            Prompt = input.Prompt ?? string.Empty,
            NegativePrompt = input.NegativePrompt,
            AspectRatio = StableImageResults.AspectRatio(input),
            Seed = input.Seed,
            OutputFormat = StableImageResults.Format(input),
            Image = StableImageResults.Source(input, "the model"),
            Strength = input.Strength,
        };
        if (request.Image is not null && check == CheckDiffusion)
        {
            request.Mode = StableImageMode.ImageToImage;
            request.Strength ??= DefaultStrength;
        }

        return request;
    }
}
