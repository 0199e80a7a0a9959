using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Stable Diffusion XL. Always answers PNG.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-1-0-text-image.html
/// </summary>
internal sealed class SimulatedStableDiffusion : ISimulatedFamily
{
    public IReadOnlyList<string> Prefixes { get; } = ["stability.stable-diffusion-xl"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        JsonElement body = call.Body;
        JsonElement prompts = BodyChecks.Required(body, "text_prompts");
        string prompt = string.Join(' ', prompts.EnumerateArray().Select(p => BodyChecks.RequiredText(p, "text")));
        if (prompts.GetArrayLength() == 0)
        {
            throw ServiceFailure.Malformed("#/text_prompts: expected minimum item count: 1, found: 0");
        }

        BedrockImage? source = SimulatedImages.Image(body, "init_image");
        BedrockImage? mask = SimulatedImages.Image(body, "mask_image");
        if (mask?.Size is { } maskSize && source?.Size is { } sourceSize && maskSize != sourceSize)
        {
            throw ServiceFailure.Validation("The init image and the mask must have the same size.");
        }

        int width = source?.Size?.Width ?? BodyChecks.Integer(body, "width", 1) ?? SimulatedImages.DefaultSide;
        int height = source?.Size?.Height ?? BodyChecks.Integer(body, "height", 1) ?? SimulatedImages.DefaultSide;
        long seed = SimulatedImages.Seed(body);
        return SimulatedImages.Answer(writer =>
        {
            writer.WriteString("result", "success");
            writer.WriteStartArray("artifacts");
            writer.WriteStartObject();
            writer.WriteNumber("seed", seed);
            writer.WriteBase64String("base64", SimulatedPng.Draw(prompt, seed, width, height, SimulatedSource.Of(source)));
            writer.WriteString("finishReason", SimulatedImages.IsFiltered(prompt) ? "CONTENT_FILTERED" : "SUCCESS");
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
    }
}
