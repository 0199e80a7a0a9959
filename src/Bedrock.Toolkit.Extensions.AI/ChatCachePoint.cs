using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Reads the property that sets a cache point.</summary>
internal static class ChatCachePoint
{
    public const string Property = "CachePoint";

    /// <summary>The cache point of a message, a content, a tool or the options; null when there is none.</summary>
    /// <exception cref="ArgumentException">The property is set to something else.</exception>
    public static CachePointBlock? Of(IReadOnlyDictionary<string, object?>? properties, string where)
    {
        if (properties is null || !properties.TryGetValue(Property, out object? value))
        {
            return null;
        }

        return value switch
        {
            null or false => null,
            true => new CachePointBlock(),
            CachePointBlock block => block,
            CacheTtl ttl => CachePointBlock.For(ttl),
            string text => OfText(text),
            JsonElement { ValueKind: JsonValueKind.True } => new CachePointBlock(),
            JsonElement { ValueKind: JsonValueKind.False or JsonValueKind.Null } => null,
            JsonElement { ValueKind: JsonValueKind.String } json => OfText(json.GetString()!),
            JsonElement { ValueKind: JsonValueKind.Object } json => OfObject(json),
            _ => throw new ArgumentException(
                $"{where}.AdditionalProperties[\"{Property}\"] must be true, a CacheTtl, \"5m\", \"1h\" or a "
                    + $"Bedrock.Toolkit.Converse.CachePointBlock; it is a {value.GetType().FullName}.", "messages"),
        };
    }

    private static CachePointBlock OfText(string text) => text.Length == 0 || text == "default" ? new CachePointBlock() : CachePointBlock.For(text);

    // A block that was stored as JSON, by this library's names or by those of a serialiser that knows only the properties.
    private static CachePointBlock OfObject(JsonElement json)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!member.NameEquals("ttl") && !member.NameEquals("Ttl"))
            {
                continue;
            }

            if (member.Value.ValueKind == JsonValueKind.String)
            {
                return OfText(member.Value.GetString()!);
            }

            if (member.Value.ValueKind == JsonValueKind.Object && member.Value.TryGetProperty("value", out JsonElement ttl)
                && ttl.ValueKind == JsonValueKind.String)
            {
                return OfText(ttl.GetString()!);
            }
        }

        return new CachePointBlock();
    }
}
