using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What the simulated image families share: reading images out of bodies, and the prompts that are filtered.</summary>
internal static class SimulatedImages
{
    public const int DefaultSide = 1024;

    // The word that makes the simulated filter step in.
    private const string FilteredWord = "forbidden";

    public static bool IsFiltered(string? text) => text?.Contains(FilteredWord, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>An image in base64; null when the member is missing.</summary>
    public static BedrockImage? Image(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out byte[]? bytes)
            && new BedrockImage(bytes) is { MediaType: not null } image
            ? image
            : throw ServiceFailure.Malformed($"#/{name}: the value is not a base64 image");
    }

    public static BedrockImage RequiredImage(JsonElement element, string name)
    {
        BodyChecks.Required(element, name);
        return Image(element, name)!;
    }

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out _) ? BodyChecks.RequiredText(element, name) : null;

    public static long Seed(JsonElement element)
    {
        if (!element.TryGetProperty("seed", out JsonElement value))
        {
            return 0;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long seed) && seed is >= 0 and <= uint.MaxValue
            ? seed
            : throw ServiceFailure.Malformed("#/seed: a whole number from 0 to 4294967295 is expected");
    }

    public static void WriteImages(Utf8JsonWriter writer, string name, IEnumerable<byte[]> images)
    {
        writer.WriteStartArray(name);
        foreach (byte[] image in images)
        {
            writer.WriteBase64StringValue(image);
        }

        writer.WriteEndArray();
    }

    public static SimulatedAnswer Answer(Action<Utf8JsonWriter> write) => new() { Write = () => SimulatedJson.Object(write), InputTokens = 0 };
}
