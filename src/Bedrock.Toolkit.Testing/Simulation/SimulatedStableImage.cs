using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Stable Diffusion 3 and later, Stable Image Core and Ultra, and the image services. Always answers PNG, whatever format is asked for.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/stable-image-services.html
/// </summary>
internal sealed class SimulatedStableImage : ISimulatedFamily
{
    private const int Megapixel = 1024 * 1024;

    public IReadOnlyList<string> Prefixes { get; } = ["stability.sd3", "stability.stable-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        JsonElement body = call.Body;
        bool isService = !call.Model.StartsWith("stability.sd3", StringComparison.Ordinal)
            && !call.Model.StartsWith("stability.stable-image-core", StringComparison.Ordinal)
            && !call.Model.StartsWith("stability.stable-image-ultra", StringComparison.Ordinal);
        string? prompt = isService ? SimulatedImages.Text(body, "prompt") : BodyChecks.RequiredText(body, "prompt");
        BedrockImage? source = Source(body, isService);
        string? reason = SimulatedImages.IsFiltered(prompt) ? "Filter reason: prompt" : null;
        if (reason is not null)
        {
            return SimulatedImages.Answer(writer => WriteReasons(writer, reason));
        }

        (int width, int height) = Size(body, call.Model, source);
        long seed = SimulatedImages.Seed(body);
        SimulatedSource? shown = SimulatedSource.Of(source) is { } all
            ? all with { Left = Grown(body, "left"), Up = Grown(body, "up"), Right = Grown(body, "right"), Down = Grown(body, "down") }
            : null;
        return SimulatedImages.Answer(writer =>
        {
            writer.WriteStartArray("seeds");
            writer.WriteNumberValue(seed);
            writer.WriteEndArray();
            WriteReasons(writer, null);
            SimulatedImages.WriteImages(writer, "images", [SimulatedPng.Draw(prompt ?? call.Model, seed, width, height, shown)]);
        });
    }

    private static BedrockImage? Source(JsonElement body, bool isService)
    {
        BedrockImage? source = SimulatedImages.Image(body, "image") ?? SimulatedImages.Image(body, "init_image");
        if (isService && source is null)
        {
            throw ServiceFailure.Malformed("#: required key [image] not found");
        }

        BedrockImage? mask = SimulatedImages.Image(body, "mask");
        return mask?.Size is { } maskSize && source?.Size is { } size && maskSize != size
            ? throw ServiceFailure.Validation("The image and the mask must have the same size.")
            : source;
    }

    private static (int Width, int Height) Size(JsonElement body, string model, BedrockImage? source)
    {
        if (source?.Size is { } size)
        {
            int factor = model.Contains("-upscale", StringComparison.Ordinal) ? 4 : 1;
            return ((size.Width * factor) + Grown(body, "left") + Grown(body, "right"), (size.Height * factor) + Grown(body, "up") + Grown(body, "down"));
        }

        string[] ratio = (SimulatedImages.Text(body, "aspect_ratio") ?? "1:1").Split(':');
        if (ratio.Length != 2 || !int.TryParse(ratio[0], out int width) || !int.TryParse(ratio[1], out int height) || width < 1 || height < 1)
        {
            throw ServiceFailure.Malformed("#/aspect_ratio: not a valid enum value");
        }

        double scale = Math.Sqrt(Megapixel / (double)(width * height));
        return ((int)(width * scale), (int)(height * scale));
    }

    private static int Grown(JsonElement body, string side) => BodyChecks.Integer(body, side, 0) ?? 0;

    private static void WriteReasons(Utf8JsonWriter writer, string? reason)
    {
        writer.WriteStartArray("finish_reasons");
        writer.WriteStringValue(reason);
        writer.WriteEndArray();
    }
}
