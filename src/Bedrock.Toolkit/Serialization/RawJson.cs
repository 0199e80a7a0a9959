using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Serialization;

/// <summary>Documents whose shape is not known: the one that an absent one stands for, and a look into one.</summary>
internal static class RawJson
{
    /// <summary>How deep documents may be nested that models write.</summary>
    public const int MaxDepth = 1_000;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth };

    /// <summary>The document <c>{}</c>.</summary>
    public static JsonElement EmptyObject { get; } = JsonElement.Parse("{}"u8);

    /// <summary>Reads a document, as deep as a model may have written it.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonElement Parse(string json) => JsonElement.Parse(json, Deep);

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => JsonElement.Parse(json, Deep);

    /// <summary>A document as nodes that can be changed, with U+FFFD in the place of halves of surrogate pairs.</summary>
    public static JsonNode? Node(string json) => JsonNode.Parse(LoneSurrogates.MendJson(json), null, Deep);

    /// <summary>The document with U+FFFD in the place of halves of surrogate pairs, which nothing could write; the one given when it has none.</summary>
    public static JsonElement Mended(JsonElement json)
    {
        string raw = json.GetRawText();
        string mended = LoneSurrogates.MendJson(raw);
        return ReferenceEquals(raw, mended) ? json : Parse(mended);
    }

    /// <summary>Whether a value says nothing: null, an empty text, or an object of such.</summary>
    public static bool HoldsNothing(this JsonElement raw) => raw.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => raw.ValueEquals(string.Empty),
        JsonValueKind.Object => raw.EnumerateObject().All(static member => member.Value.HoldsNothing()),
        _ => false,
    };

    /// <summary>The text of a member of a raw object; empty when it is not there or is no text.</summary>
    public static string TextOf(this JsonElement raw, string member) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : string.Empty;
}
