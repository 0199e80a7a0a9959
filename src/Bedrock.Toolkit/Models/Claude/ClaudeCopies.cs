using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>What cloning a request needs: copies of the collections, and the free document that an absent one stands for.</summary>
internal static class ClaudeCopies
{
    /// <summary>The document <c>{}</c>.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);

    public static IList<T>? Copy<T>(this IList<T>? list) => list is null ? null : new List<T>(list);

    public static IList<T>? Copy<T>(this IList<T>? list, Func<T, T> copy) => list is null ? null : new List<T>(list.Select(copy));

    public static IDictionary<string, JsonElement>? Copy(this IDictionary<string, JsonElement>? members) =>
        members is null ? null : new Dictionary<string, JsonElement>(members);

    /// <summary>The text of a member of a raw object; empty when it is not there or is no text.</summary>
    public static string TextOf(this JsonElement raw, string member) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
}
