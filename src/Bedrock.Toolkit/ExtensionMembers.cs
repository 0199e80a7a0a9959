using System.Text.Json;

namespace Bedrock.Toolkit;

/// <summary>What wire types do with the members that they do not know.</summary>
internal static class ExtensionMembers
{
    /// <summary>A map of its own with the same members; null stays null.</summary>
    public static IDictionary<string, JsonElement>? Copied(this IDictionary<string, JsonElement>? members) =>
        members is null ? null : new Dictionary<string, JsonElement>(members);
}
