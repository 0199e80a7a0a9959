using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>Copies of what a request shares when it is cloned.</summary>
internal static class FamilyCopies
{
    public static IDictionary<string, JsonElement>? Of(IDictionary<string, JsonElement>? members) =>
        members is null ? null : new Dictionary<string, JsonElement>(members);

    public static IList<T>? Of<T>(IList<T>? list) => list is null ? null : new List<T>(list);

    public static BedrockGuardrailConfig? Of(BedrockGuardrailConfig? config) =>
        config is null ? null : new BedrockGuardrailConfig { TagSuffix = config.TagSuffix, AdditionalProperties = Of(config.AdditionalProperties) };
}
