using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Converse;

/// <summary>Brings a JSON schema to the words that the native format of a model takes. Stateless and thread-safe.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html and error texts that users have published.</remarks>
internal static class SchemaReduction
{
    private static readonly string[] Refused =
    [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems",
        "minProperties", "maxProperties", "minContains", "maxContains",
    ];

    private static readonly string[] OfOne = ["items", "additionalItems", "contains", "not", "if", "then", "else", "propertyNames"];
    private static readonly string[] Named = ["$ref", "anyOf", "oneOf", "allOf", "enum", "const"];
    private static readonly string[] OfMany = ["anyOf", "oneOf", "allOf", "prefixItems"];
    private static readonly string[] OfNames = ["properties", "$defs", "definitions", "patternProperties", "dependentSchemas"];

    /// <summary>What a model would refuse in the schema, as the end of a sentence about it; null when there is nothing.</summary>
    public static string? FaultOf(JsonElement schema) => FaultOf(RawJson.Node(schema.GetRawText()));

    /// <summary>As above, for a schema in a text; one that is no JSON is left to the service.</summary>
    public static string? FaultOf(string schema)
    {
        try
        {
            return FaultOf(RawJson.Node(schema));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the schema has maps or refers to itself: no words can say that otherwise.</summary>
    public static bool NeedsTool(JsonElement schema)
    {
        JsonNode? root = RawJson.Node(schema.GetRawText());
        return HasMap(root) || IsRecursive(root);
    }

    /// <summary>The schema with closed objects, and with the refused words in the descriptions.</summary>
    /// <param name="schema">The schema; it stays as it is.</param>
    /// <param name="moved">The words that were moved, each once.</param>
    public static JsonElement Reduce(JsonElement schema, out IReadOnlyList<string> moved)
    {
        JsonNode? root = RawJson.Node(schema.GetRawText());
        List<string> words = [];
        Visit(root, node => Reduce(node, words));
        moved = [.. words.Distinct(StringComparer.Ordinal)];
        return RawJson.Parse(root?.ToJsonString() ?? "{}");
    }

    private static string? FaultOf(JsonNode? root)
    {
        string? word = null;
        Visit(root, node => word ??= node.Select(static member => member.Key).FirstOrDefault(key => IsRefused(node, key) && !IsTaken(node, key)));
        return word is not null ? $"must not hold '{word}': the format takes no ranges and lengths; say them in a description"
            : HasMap(root) ? "must not have maps or open objects (additionalProperties: false closes one): the format takes closed objects only"
            : IsRecursive(root) ? "must not refer to itself: the format takes no recursion"
            : null;
    }

    // Seen to be taken: a shortest length of 1.
    private static bool IsTaken(JsonObject node, string key) =>
        key == "minLength" && node[key] is JsonValue least && least.TryGetValue(out int length) && length is 0 or 1;

    private static bool IsRefused(JsonObject node, string key) => Array.IndexOf(Refused, key) >= 0
        && !(key == "minItems" && node[key] is JsonValue least && least.TryGetValue(out int count) && count is 0 or 1);

    private static void Reduce(JsonObject node, List<string> words)
    {
        node.Remove("$schema");
        string[] refused = [.. node.Select(static member => member.Key).Where(key => IsRefused(node, key))];
        if (refused.Length > 0)
        {
            string rule = string.Join(", ", refused.Select(key => $"{key} {node[key]?.ToJsonString()}"));
            string? before = node["description"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
            foreach (string key in refused)
            {
                node.Remove(key);
            }

            node["description"] = string.IsNullOrWhiteSpace(before) ? $"({rule})" : $"{before} ({rule})";
            words.AddRange(refused);
        }

        if (node["properties"] is JsonObject && !IsMap(node))
        {
            node["additionalProperties"] = false;
        }
    }

    private static bool HasMap(JsonNode? root)
    {
        bool found = false;
        Visit(root, node => found |= IsMap(node));
        return found;
    }

    // An object that lists no members has any.
    private static bool IsMap(JsonObject node) => node["additionalProperties"] switch
    {
        JsonObject => true,
        JsonValue more => more.GetValueKind() == JsonValueKind.True,
        _ => node["patternProperties"] is JsonObject { Count: > 0 }
            || (node["properties"] is null && IsOfObject(node["type"]) && !node.Any(static member => Array.IndexOf(Named, member.Key) >= 0)),
    };

    private static bool IsOfObject(JsonNode? type) => type is JsonArray types ? types.Any(IsOfObject)
        : type is JsonValue value && value.TryGetValue(out string? name) && name == "object";

    private static bool IsRecursive(JsonNode? root) => root is not null && Recurs(root, root, "#", [], []);

    private static bool Recurs(JsonNode root, JsonNode? node, string pointer, HashSet<string> open, HashSet<string> done)
    {
        if (node is not JsonObject members || done.Contains(pointer))
        {
            return false;
        }

        open.Add(pointer);
        if (members["$ref"] is JsonValue value && value.TryGetValue(out string? target) && target.StartsWith('#')
            && (open.Contains(target) || Recurs(root, Resolve(root, target), target, open, done)))
        {
            return true;
        }

        foreach ((string path, JsonNode? child) in Children(members))
        {
            if (Recurs(root, child, $"{pointer}/{path}", open, done))
            {
                return true;
            }
        }

        open.Remove(pointer);
        done.Add(pointer);
        return false;
    }

    private static JsonNode? Resolve(JsonNode root, string target)
    {
        JsonNode? node = root;
        foreach (string step in target.Split('/').Skip(1))
        {
            string name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray elements when int.TryParse(name, out int index) && index < elements.Count => elements[index],
                _ => null,
            };
        }

        return node;
    }

    private static void Visit(JsonNode? schema, Action<JsonObject> visit)
    {
        if (schema is not JsonObject node)
        {
            return;
        }

        foreach ((_, JsonNode? child) in Children(node))
        {
            Visit(child, visit);
        }

        visit(node);
    }

    // Only places of schemas: a member that is called minimum is none.
    private static List<(string Path, JsonNode? Child)> Children(JsonObject node)
    {
        List<(string, JsonNode?)> children = [];
        foreach ((string name, JsonNode? value) in node)
        {
            if (value is JsonObject && (Array.IndexOf(OfOne, name) >= 0 || name == "additionalProperties"))
            {
                children.Add((name, value));
            }
            else if (value is JsonArray list && Array.IndexOf(OfMany, name) >= 0)
            {
                children.AddRange(list.Select((item, i) => ($"{name}/{i}", item)));
            }
            else if (value is JsonObject named && Array.IndexOf(OfNames, name) >= 0)
            {
                children.AddRange(named.Select(member => ($"{name}/{member.Key}", member.Value)));
            }
        }

        return children;
    }
}
