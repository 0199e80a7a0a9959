using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Models;

/// <summary>What Titan Image Generator or Nova Canvas would surely refuse; ranges that they own are left to them.</summary>
internal static partial class AmazonImageChecks
{
    private const int MaxTitanCharacters = 512;
    private const int MaxCanvasCharacters = 1024;
    private const int MaxImages = 5;
    private const int MaxColors = 10;

    public static void Titan(AmazonImageRequest request) => Check(request, MaxTitanCharacters);

    public static void Canvas(AmazonImageRequest request) => Check(request, MaxCanvasCharacters);

    private static void Check(AmazonImageRequest request, int mostCharacters)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckTask(request);
        ImageChecks.AcceptNumber(request.ImageGenerationConfig?.CfgScale, "ImageGenerationConfig.CfgScale");
        switch (request)
        {
            case { TextToImageParams: { } text }:
                Text(text.Text, text.NegativeText, "TextToImageParams", mostCharacters, required: true);
                ImageChecks.Accept(text.ConditionImage, "TextToImageParams.ConditionImage");
                ImageChecks.AcceptNumber(text.ControlStrength, "TextToImageParams.ControlStrength");
                break;
            case { ColorGuidedGenerationParams: { } colors }:
                Text(colors.Text, colors.NegativeText, "ColorGuidedGenerationParams", mostCharacters, required: true);
                ImageChecks.Accept(colors.ReferenceImage, "ColorGuidedGenerationParams.ReferenceImage");
                Colors(colors.Colors);
                break;
            case { ImageVariationParams: { } variation }:
                Text(variation.Text, variation.NegativeText, "ImageVariationParams", mostCharacters, required: false);
                ImageChecks.AcceptNumber(variation.SimilarityStrength, "ImageVariationParams.SimilarityStrength");
                Variations(variation.Images);
                break;
            case { InPaintingParams: { } inPainting }:
                Text(inPainting.Text, inPainting.NegativeText, "InPaintingParams", mostCharacters, required: false);
                Mask(inPainting.Image, inPainting.MaskPrompt, inPainting.MaskImage, "InPaintingParams");
                break;
            case { OutPaintingParams: { } outPainting }:
                Text(outPainting.Text, outPainting.NegativeText, "OutPaintingParams", mostCharacters, required: true);
                Mask(outPainting.Image, outPainting.MaskPrompt, outPainting.MaskImage, "OutPaintingParams");
                break;
            case { BackgroundRemovalParams: { } removal }:
                ImageChecks.Require(removal.Image, "BackgroundRemovalParams.Image");
                break;
            case { VirtualTryOnParams: { } tryOn }:
                TryOn(tryOn);
                break;
        }
    }

    private static void CheckTask(AmazonImageRequest request)
    {
        if (request.TaskType == default)
        {
            throw new ArgumentException("TaskType is missing; name the task, such as AmazonImageTaskType.TextToImage.", nameof(request));
        }

        (AmazonImageTaskType Task, bool IsSet, string Member)[] tasks =
        [
            (AmazonImageTaskType.TextToImage, request.TextToImageParams is not null, nameof(request.TextToImageParams)),
            (AmazonImageTaskType.ColorGuidedGeneration, request.ColorGuidedGenerationParams is not null, nameof(request.ColorGuidedGenerationParams)),
            (AmazonImageTaskType.ImageVariation, request.ImageVariationParams is not null, nameof(request.ImageVariationParams)),
            (AmazonImageTaskType.Inpainting, request.InPaintingParams is not null, nameof(request.InPaintingParams)),
            (AmazonImageTaskType.Outpainting, request.OutPaintingParams is not null, nameof(request.OutPaintingParams)),
            (AmazonImageTaskType.BackgroundRemoval, request.BackgroundRemovalParams is not null, nameof(request.BackgroundRemovalParams)),
            (AmazonImageTaskType.VirtualTryOn, request.VirtualTryOnParams is not null, nameof(request.VirtualTryOnParams)),
        ];
        foreach ((AmazonImageTaskType task, bool isSet, string member) in tasks)
        {
            bool isDue = task == request.TaskType;
            if (isDue != isSet && tasks.Any(t => t.Task == request.TaskType))
            {
                throw new ArgumentException(
                    $"{member} is {(isSet ? "set" : "missing")}, but TaskType is {request.TaskType}: exactly the parameters of the task must be there.",
                        nameof(request));
            }
        }
    }

    private static void Text(string? text, string? negative, string path, int most, bool required)
    {
        if (required)
        {
            ImageChecks.RequireText(text, path + ".Text", most);
        }
        else
        {
            ImageChecks.AcceptText(text, path + ".Text", most);
        }

        ImageChecks.AcceptText(negative, path + ".NegativeText", most);
    }

    private static void Mask(BedrockImage? image, string? maskPrompt, BedrockImage? maskImage, string path)
    {
        ImageChecks.Require(image, path + ".Image");
        if (maskPrompt is null == maskImage is null)
        {
            throw new ArgumentException($"{path} needs exactly one of MaskPrompt and MaskImage.", "request");
        }

        ImageChecks.AcceptMask(maskImage, path + ".MaskImage", image);
    }

    private static void Colors(IList<string>? colors)
    {
        if (colors is not { Count: >= 1 and <= MaxColors })
        {
            throw new ArgumentException($"ColorGuidedGenerationParams.Colors holds {colors?.Count ?? 0} colours; the task takes 1 to {MaxColors}.", "request");
        }

        for (int i = 0; i < colors.Count; i++)
        {
            if (colors[i] is null || !HexColor().IsMatch(colors[i]))
            {
                throw new ArgumentException($"ColorGuidedGenerationParams.Colors[{i}] is not of the form #RRGGBB.", "request");
            }
        }
    }

    private static void Variations(IList<BedrockImage>? images)
    {
        if (images is not { Count: >= 1 and <= MaxImages })
        {
            throw new ArgumentException($"ImageVariationParams.Images holds {images?.Count ?? 0} images; the task takes 1 to {MaxImages}.", "request");
        }

        for (int i = 0; i < images.Count; i++)
        {
            ImageChecks.Require(images[i], $"ImageVariationParams.Images[{i}]");
        }
    }

    private static void TryOn(AmazonVirtualTryOn tryOn)
    {
        ImageChecks.Require(tryOn.SourceImage, "VirtualTryOnParams.SourceImage");
        ImageChecks.Require(tryOn.ReferenceImage, "VirtualTryOnParams.ReferenceImage");
        (AmazonImageMaskType Type, bool IsSet, string Member)[] masks =
        [
            (AmazonImageMaskType.Image, tryOn.ImageBasedMask is not null, nameof(tryOn.ImageBasedMask)),
            (AmazonImageMaskType.Garment, tryOn.GarmentBasedMask is not null, nameof(tryOn.GarmentBasedMask)),
            (AmazonImageMaskType.Prompt, tryOn.PromptBasedMask is not null, nameof(tryOn.PromptBasedMask)),
        ];
        foreach ((AmazonImageMaskType type, bool isSet, string member) in masks)
        {
            if (type == tryOn.MaskType && !isSet)
            {
                throw new ArgumentException($"VirtualTryOnParams.{member} is missing, but MaskType is {tryOn.MaskType}.", "request");
            }
        }

        if (tryOn.MaskType is null)
        {
            throw new ArgumentException("VirtualTryOnParams.MaskType is missing; the task needs IMAGE, GARMENT or PROMPT.", "request");
        }

        ImageChecks.AcceptMask(tryOn.ImageBasedMask?.MaskImage, "VirtualTryOnParams.ImageBasedMask.MaskImage", tryOn.SourceImage);
    }

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex HexColor();
}
