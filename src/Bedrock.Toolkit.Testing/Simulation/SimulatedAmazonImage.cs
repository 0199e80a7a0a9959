using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Titan Image Generator and Nova Canvas.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-image.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/image-gen-errors.html
/// </summary>
internal sealed class SimulatedAmazonImage : ISimulatedFamily
{
    private static readonly Dictionary<string, string> ParametersOf = new(StringComparer.Ordinal)
    {
        ["TEXT_IMAGE"] = "textToImageParams",
        ["COLOR_GUIDED_GENERATION"] = "colorGuidedGenerationParams",
        ["IMAGE_VARIATION"] = "imageVariationParams",
        ["INPAINTING"] = "inPaintingParams",
        ["OUTPAINTING"] = "outPaintingParams",
        ["BACKGROUND_REMOVAL"] = "backgroundRemovalParams",
        ["VIRTUAL_TRY_ON"] = "virtualTryOnParams",
    };

    public IReadOnlyList<string> Prefixes { get; } = ["amazon.titan-image-generator", "amazon.nova-canvas"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        JsonElement body = call.Body;
        string task = BodyChecks.RequiredText(body, "taskType");
        if (!ParametersOf.TryGetValue(task, out string? name))
        {
            throw ServiceFailure.Malformed($"#/taskType: {task} is not a valid enum value");
        }

        JsonElement parameters = BodyChecks.Object(body, name) ?? throw ServiceFailure.Malformed($"#: required key [{name}] not found");
        string text = SimulatedImages.Text(parameters, "text") ?? task;
        BedrockImage? source = Source(task, parameters);
        JsonElement? config = BodyChecks.Object(body, "imageGenerationConfig");
        int count = config is { } c ? BodyChecks.Integer(c, "numberOfImages", 1) ?? 1 : 1;
        long seed = config is { } s ? SimulatedImages.Seed(s) : 0;
        (int width, int height) = Size(config, source);
        bool filtered = SimulatedImages.IsFiltered(text);
        bool returnMask = BodyChecks.Boolean(parameters, "returnMask") ?? false;
        return SimulatedImages.Answer(writer =>
        {
            SimulatedSource? shown = SimulatedSource.Of(source);
            SimulatedImages.WriteImages(writer, "images",
                Enumerable.Range(0, filtered ? 0 : count).Select(i => SimulatedPng.Draw(text, seed + i, width, height, shown)));
            if (returnMask)
            {
                writer.WriteBase64String("maskImage", SimulatedPng.DrawMask(width, height));
            }

            writer.WriteString("error", filtered ? "All of the generated images have been blocked by the content filters." : null);
        });
    }

    private static BedrockImage? Source(string task, JsonElement parameters)
    {
        switch (task)
        {
            case "TEXT_IMAGE" or "COLOR_GUIDED_GENERATION":
                BodyChecks.RequiredText(parameters, "text");
                return null;
            case "IMAGE_VARIATION":
                JsonElement images = BodyChecks.Required(parameters, "images");
                return images.ValueKind == JsonValueKind.Array && images.GetArrayLength() > 0 && images[0].TryGetBytesFromBase64(out byte[]? bytes)
                    ? new BedrockImage(bytes)
                    : throw ServiceFailure.Malformed("#/images: at least one base64 image is expected");
            case "VIRTUAL_TRY_ON":
                SimulatedImages.RequiredImage(parameters, "referenceImage");
                return SimulatedImages.RequiredImage(parameters, "sourceImage");
            default:
                BedrockImage source = SimulatedImages.RequiredImage(parameters, "image");
                return SimulatedImages.Image(parameters, "maskImage")?.Size is { } mask && source.Size is { } size && mask != size
                    ? throw ServiceFailure.Validation("The mask image must have the same dimensions as the image.")
                    : source;
        }
    }

    private static (int Width, int Height) Size(JsonElement? config, BedrockImage? source)
    {
        int? width = config is { } c ? BodyChecks.Integer(c, "width", 1) : null;
        int? height = config is { } d ? BodyChecks.Integer(d, "height", 1) : null;
        return (width ?? source?.Size?.Width ?? SimulatedImages.DefaultSide, height ?? source?.Size?.Height ?? SimulatedImages.DefaultSide);
    }
}
