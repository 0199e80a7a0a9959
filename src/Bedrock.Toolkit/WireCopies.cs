using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Bedrock.Toolkit;

/// <summary>What cloning a wire type needs: copies of its collections, and the free document that an absent one stands for.</summary>
internal static class WireCopies
{
    /// <summary>The document <c>{}</c>.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);

    [return: NotNullIfNotNull(nameof(list))]
    public static IList<T>? Copy<T>(this IList<T>? list) => list is null ? null : new List<T>(list);

    // A null element is kept: the check of the request names it.
    [return: NotNullIfNotNull(nameof(list))]
    public static IList<T>? Copy<T>(this IList<T>? list, Func<T, T> copy)
        where T : class => list is null ? null : new List<T>(list.Select(item => item is null ? null! : copy(item)));

    public static IDictionary<string, T>? Copy<T>(this IDictionary<string, T>? members) => members is null ? null : new Dictionary<string, T>(members);

    public static BedrockGuardrailConfig? Copy(this BedrockGuardrailConfig? config) =>
        config is null ? null : new BedrockGuardrailConfig { TagSuffix = config.TagSuffix, AdditionalProperties = config.AdditionalProperties.Copy() };

    /// <summary>The text of a member of a raw object; empty when it is not there or is no text.</summary>
    public static string TextOf(this JsonElement raw, string member) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
}
