using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>What the types of the family share: copies of collections, merged unknown members, data URLs.</summary>
internal static class ChatCompletionCopies
{
    public static IList<T>? Duplicate<T>(this IList<T>? list) => list is null ? null : new List<T>(list);

    public static IList<T>? Duplicate<T>(this IList<T>? list, Func<T, T> copy) => list is null ? null : new List<T>(list.Select(copy));

    public static IDictionary<string, JsonElement>? Duplicate(this IDictionary<string, JsonElement>? members) =>
        members is null ? null : new Dictionary<string, JsonElement>(members);

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

    /// <summary>The text of a member of a raw object; empty when it is not there or is no text.</summary>
    public static string MemberText(this JsonElement raw, string member) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;

    public static string DataUrl(ReadOnlySpan<byte> data, string mediaType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        return data.IsEmpty
            ? throw new ArgumentException("The data must not be empty.", nameof(data))
            : $"data:{mediaType};base64,{Convert.ToBase64String(data)}";
    }
}
