using System.Text.Json;

namespace Bedrock.Toolkit.Serialization;

/// <summary>Documents whose shape is not known: the one that an absent one stands for, and a look into one.</summary>
internal static class RawJson
{
    /// <summary>The document <c>{}</c>.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);

    /// <summary>The text of a member of a raw object; empty when it is not there or is no text.</summary>
    public static string TextOf(this JsonElement raw, string member) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
}
