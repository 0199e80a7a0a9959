using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>Decides whether metadata pass a filter of S3 Vectors. A list passes when any of its elements does.</summary>
internal static class VectorFilter
{
    /// <exception cref="ServiceFailure">The filter has an operator that there is not, or a key that cannot be filtered.</exception>
    public static bool Passes(JsonElement filter, JsonElement? metadata, IReadOnlySet<string> nonFilterable)
    {
        if (filter.ValueKind != JsonValueKind.Object)
        {
            throw ServiceFailure.Validation("Invalid filter: it must be an object.");
        }

        bool passes = true;
        foreach (JsonProperty part in filter.EnumerateObject())
        {
            passes &= part.Name switch
            {
                "$and" => All(part.Value, metadata, nonFilterable),
                "$or" => Any(part.Value, metadata, nonFilterable),
                ['$', ..] => throw ServiceFailure.Validation($"Invalid filter: there is no operator {part.Name}."),
                _ when nonFilterable.Contains(part.Name) =>
                    throw ServiceFailure.Validation($"Invalid filter: the metadata key {part.Name} is not filterable."),
                _ => Field(part.Value, ValueOf(metadata, part.Name)),
            };
        }

        return passes;
    }

    private static JsonElement? ValueOf(JsonElement? metadata, string key) =>
        metadata is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(key, out JsonElement value) ? value : null;

    // Every one is looked at, so that a fault in any of them is told.
    private static bool All(JsonElement parts, JsonElement? metadata, IReadOnlySet<string> nonFilterable) =>
        Parts(parts).Select(part => Passes(part, metadata, nonFilterable)).ToList().TrueForAll(static one => one);

    private static bool Any(JsonElement parts, JsonElement? metadata, IReadOnlySet<string> nonFilterable) =>
        Parts(parts).Select(part => Passes(part, metadata, nonFilterable)).ToList().Exists(static one => one);

    private static JsonElement.ArrayEnumerator Parts(JsonElement parts) => parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0
        ? parts.EnumerateArray()
        : throw ServiceFailure.Validation("Invalid filter: $and and $or take a list with at least one filter.");

    private static bool Field(JsonElement condition, JsonElement? value)
    {
        if (condition.ValueKind != JsonValueKind.Object)
        {
            return Holds("$eq", condition, value);
        }

        bool holds = true;
        foreach (JsonProperty part in condition.EnumerateObject())
        {
            holds &= Holds(part.Name, part.Value, value);
        }

        return holds;
    }

    private static bool Holds(string name, JsonElement wanted, JsonElement? value) => name switch
    {
        "$exists" => wanted.ValueKind == JsonValueKind.True == value is not null,
        "$eq" => Elements(value).Any(one => Same(one, wanted)),
        "$ne" => !Elements(value).Any(one => Same(one, wanted)),
        "$gt" => Elements(value).Any(one => Compare(one, wanted) > 0),
        "$gte" => Elements(value).Any(one => Compare(one, wanted) >= 0),
        "$lt" => Elements(value).Any(one => Compare(one, wanted) < 0),
        "$lte" => Elements(value).Any(one => Compare(one, wanted) <= 0),
        "$in" => Elements(value).Any(one => wanted.EnumerateArray().Any(option => Same(one, option))),
        "$nin" => !Elements(value).Any(one => wanted.EnumerateArray().Any(option => Same(one, option))),
        _ => throw ServiceFailure.Validation($"Invalid filter: there is no operator {name}."),
    };

    private static IEnumerable<JsonElement> Elements(JsonElement? value) => value switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } one => [one],
    };

    private static bool Same(JsonElement one, JsonElement other) => one.ValueKind == JsonValueKind.Number && other.ValueKind == JsonValueKind.Number
        ? one.GetDouble().Equals(other.GetDouble())
        : JsonElement.DeepEquals(one, other);

    private static int? Compare(JsonElement one, JsonElement other) => one.ValueKind == JsonValueKind.Number && other.ValueKind == JsonValueKind.Number
        ? one.GetDouble().CompareTo(other.GetDouble())
        : null;
}
