using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>What the types of the family share: merged unknown members, data URLs.</summary>
internal static class ChatCompletionCopies
{
    /// <summary>The earlier members, each replaced where the later ones have it.</summary>
    public static IDictionary<string, JsonElement>? Merge(IDictionary<string, JsonElement>? earlier, IDictionary<string, JsonElement>? later)
    {
        if (later is null)
        {
            return earlier;
        }

        Dictionary<string, JsonElement> merged = earlier is null ? [] : new(earlier);
        foreach ((string name, JsonElement value) in later)
        {
            merged[name] = value;
        }

        return merged;
    }

    public static string DataUrl(ReadOnlySpan<byte> data, string mediaType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        return data.IsEmpty
            ? throw new ArgumentException("The data must not be empty.", nameof(data))
            : $"data:{mediaType};base64,{Convert.ToBase64String(data)}";
    }
}
