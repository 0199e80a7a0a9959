using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Extensions.AI;

/// <summary>The fields that only one model has. What was said more directly counts: the request, then additional properties, then the options.</summary>
internal sealed class ChatFields
{
    private readonly JsonObject _fields;

    public ChatFields(JsonElement? own) => _fields = own is { ValueKind: JsonValueKind.Object } json ? JsonObject.Create(ChatJson.Mended(json).Clone())! : [];

    /// <summary>What a field is set to; null when it is not set.</summary>
    public JsonNode? this[string name] => _fields[name];

    public bool Remove(string name) => _fields.Remove(name);

    /// <summary>Sets a field, with dots in its path; an object is merged into one that is there.</summary>
    /// <returns>Whether there was room for all of it.</returns>
    public bool TrySet(string path, JsonNode? value)
    {
        string[] parts = path.Split('.');
        JsonObject node = _fields;
        foreach (string part in parts[..^1])
        {
            if (!node.TryGetPropertyValue(part, out JsonNode? inner))
            {
                node[part] = inner = new JsonObject();
            }

            if (inner is not JsonObject next)
            {
                return false;
            }

            node = next;
        }

        return Merge(node, parts[^1], value);
    }

    /// <summary>Sets a field whose name is taken as it is.</summary>
    public bool TrySetName(string name, JsonElement value) => Merge(_fields, name, ChatJson.Node(value));

    public JsonElement? ToElement() => _fields.Count == 0 ? null : ChatJson.Parse(_fields.ToJsonString());

    private static bool Merge(JsonObject node, string name, JsonNode? value)
    {
        if (!node.TryGetPropertyValue(name, out JsonNode? present))
        {
            node[name] = value;
            return true;
        }

        if (present is not JsonObject inner || value is not JsonObject members)
        {
            return JsonNode.DeepEquals(present, value);
        }

        bool all = true;
        foreach ((string member, JsonNode? item) in members.ToList())
        {
            members.Remove(member);
            all &= Merge(inner, member, item);
        }

        return all;
    }
}
