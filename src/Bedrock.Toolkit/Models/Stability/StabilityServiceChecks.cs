namespace Bedrock.Toolkit.Models;

/// <summary>What the image services would surely refuse; ranges that they own are left to them.</summary>
internal static class StabilityServiceChecks
{
    private const int MaxCharacters = 10_000;

    public static void Check(StableCreativeUpscaleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTextsAndImage(request.Prompt, request.NegativePrompt, request.Image);
        ImageChecks.AcceptNumber(request.Creativity, nameof(request.Creativity));
    }

    public static void Check(StableConservativeUpscaleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTextsAndImage(request.Prompt, request.NegativePrompt, request.Image);
        ImageChecks.AcceptNumber(request.Creativity, nameof(request.Creativity));
    }

    public static void Check(StableFastUpscaleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageChecks.Require(request.Image, nameof(request.Image));
    }

    public static void Check(StableInpaintRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTextsAndImage(request.Prompt, request.NegativePrompt, request.Image);
        ImageChecks.AcceptMask(request.Mask, nameof(request.Mask), request.Image);
    }

    public static void Check(StableOutpaintRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageChecks.AcceptText(request.Prompt, nameof(request.Prompt), MaxCharacters);
        ImageChecks.Require(request.Image, nameof(request.Image));
        ImageChecks.AcceptNumber(request.Creativity, nameof(request.Creativity));
        if (request is { Left: null or 0, Right: null or 0, Up: null or 0, Down: null or 0 })
        {
            throw new ArgumentException("Left, Right, Up and Down are all 0: the image must grow on at least one side.", nameof(request));
        }
    }

    public static void Check(StableSearchRecolorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTextsAndImage(request.Prompt, request.NegativePrompt, request.Image);
        ImageChecks.RequireText(request.SelectPrompt, nameof(request.SelectPrompt), MaxCharacters);
    }

    public static void Check(StableSearchReplaceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTextsAndImage(request.Prompt, request.NegativePrompt, request.Image);
        ImageChecks.RequireText(request.SearchPrompt, nameof(request.SearchPrompt), MaxCharacters);
    }

    public static void Check(StableEraseObjectRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageChecks.Require(request.Image, nameof(request.Image));
        ImageChecks.AcceptMask(request.Mask, nameof(request.Mask), request.Image);
    }

    public static void Check(StableRemoveBackgroundRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageChecks.Require(request.Image, nameof(request.Image));
    }

    public static void Check(StableControlRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTextsAndImage(request.Prompt, request.NegativePrompt, request.Image);
        ImageChecks.AcceptNumber(request.ControlStrength, nameof(request.ControlStrength));
    }

    public static void Check(StableStyleGuideRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTextsAndImage(request.Prompt, request.NegativePrompt, request.Image);
        ImageChecks.AcceptNumber(request.Fidelity, nameof(request.Fidelity));
    }

    public static void Check(StableStyleTransferRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ImageChecks.AcceptText(request.Prompt, nameof(request.Prompt), MaxCharacters);
        ImageChecks.AcceptText(request.NegativePrompt, nameof(request.NegativePrompt), MaxCharacters);
        ImageChecks.Require(request.InitImage, nameof(request.InitImage));
        ImageChecks.Require(request.StyleImage, nameof(request.StyleImage));
        ImageChecks.AcceptNumber(request.CompositionFidelity, nameof(request.CompositionFidelity));
        ImageChecks.AcceptNumber(request.StyleStrength, nameof(request.StyleStrength));
        ImageChecks.AcceptNumber(request.ChangeStrength, nameof(request.ChangeStrength));
    }

    private static void CheckTextsAndImage(string? prompt, string? negativePrompt, BedrockImage? image)
    {
        ImageChecks.RequireText(prompt, "Prompt", MaxCharacters);
        ImageChecks.AcceptText(negativePrompt, "NegativePrompt", MaxCharacters);
        ImageChecks.Require(image, "Image");
    }
}
