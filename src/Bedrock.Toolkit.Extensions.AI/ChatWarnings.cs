using System.Text.Json;

namespace Microsoft.Extensions.AI;

/// <summary>What of a request had no place. Used by one thread at a time.</summary>
internal sealed class ChatWarnings
{
    private readonly List<string> _texts = [];

    public void Add(string text)
    {
        if (!_texts.Contains(text))
        {
            _texts.Add(text);
        }
    }

    /// <summary>Puts the warnings into the properties of an answer; without warnings there is no property.</summary>
    public void PutInto(ref AdditionalPropertiesDictionary? properties)
    {
        if (_texts.Count > 0)
        {
            (properties ??= [])[BedrockChatClientExtensions.WarningsProperty] = _texts.ToArray();
        }
    }

    public static IReadOnlyList<string> Of(AdditionalPropertiesDictionary? properties) =>
        properties?.GetValueOrDefault(BedrockChatClientExtensions.WarningsProperty) switch
        {
            IReadOnlyList<string> texts => texts,

            // An answer that went through a cache has become JSON.
            JsonElement { ValueKind: JsonValueKind.Array } json => [.. json.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String)
                .Select(e => e.GetString()!)],
            _ => [],
        };
}
