using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Refuses images whose bytes are of another format than the request says, wherever they stand in a body. Stateless and thread-safe.</summary>
internal static class ImageRefusals
{
    private const string DataUrl = "data:";
    private const string Base64 = ";base64,";
    private const string ImageType = "image/";

    // Whole groups of base64: enough bytes for the signature of every format.
    private const int SignatureChars = 32;

    /// <exception cref="ServiceFailure">An image is of another format than it is said to be.</exception>
    public static void Check(JsonElement element, string path = "")
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            int index = 0;
            foreach (JsonElement item in element.EnumerateArray())
            {
                Check(item, $"{path}.{index++}");
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            CheckImage(element, path);
            foreach (JsonProperty member in element.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    Check(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
                }
            }
        }
    }

    private static void CheckImage(JsonElement element, string path)
    {
        if (Text(element, "media_type") is { } mediaType)
        {
            Compare(mediaType, Text(element, "data"), path);
        }
        else if (Text(element, "format") is { } format && element.TryGetProperty("source", out JsonElement source)
            && source.ValueKind == JsonValueKind.Object)
        {
            Compare(ImageType + format, Text(source, "bytes"), path);
        }
        else if (Text(element, "url") is { } url && url.StartsWith(DataUrl, StringComparison.Ordinal)
            && url.IndexOf(Base64, StringComparison.Ordinal) is var comma and > 0)
        {
            Compare(url[DataUrl.Length..comma], url[(comma + Base64.Length)..], path);
        }
    }

    private static void Compare(string declared, string? base64, string path)
    {
        if (base64 is null || !declared.StartsWith(ImageType, StringComparison.Ordinal) || FormatOf(base64) is not { } found || found == declared)
        {
            return;
        }

        throw ServiceFailure.Validation(
            $"{path}: The image was specified using the {declared} media type, but the image appears to be a {found} image");
    }

    private static string? FormatOf(string base64)
    {
        Span<byte> bytes = stackalloc byte[SignatureChars];
        return Convert.TryFromBase64Chars(base64.AsSpan(0, Math.Min(SignatureChars, base64.Length)), bytes, out int length)
            ? BedrockImage.FromBytes(bytes[..length].ToArray()).MediaType
            : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
