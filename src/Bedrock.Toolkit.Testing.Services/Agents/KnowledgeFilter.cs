using System.Text.Json;
using Bedrock.Toolkit.Agents.Building;
using Bedrock.Toolkit.Agents.Runtime;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>Decides whether a document passes a filter, as its store would: an operator that the store lacks is passed over without an error.</summary>
internal static class KnowledgeFilter
{
    public static bool Passes(
        KnowledgeBaseRetrievalFilter? filter, IReadOnlyDictionary<string, JsonElement> metadata, KnowledgeBaseStorageType store) => filter switch
    {
        null => true,
        KnowledgeBaseRetrievalFilterAndAll all => all.AndAll.All(one => Passes(one, metadata, store)),
        KnowledgeBaseRetrievalFilterOrAll any => any.OrAll.Any(one => Passes(one, metadata, store)),
        KnowledgeBaseRetrievalFilterEquals { EqualsValue: var a } => Find(a, metadata) is { } value && Same(value, a.Value),
        KnowledgeBaseRetrievalFilterNotEquals { NotEquals: var a } => Find(a, metadata) is { } value && !Same(value, a.Value),
        KnowledgeBaseRetrievalFilterGreaterThan { GreaterThan: var a } => Compare(a, metadata) > 0,
        KnowledgeBaseRetrievalFilterGreaterThanOrEquals { GreaterThanOrEquals: var a } => Compare(a, metadata) >= 0,
        KnowledgeBaseRetrievalFilterLessThan { LessThan: var a } => Compare(a, metadata) < 0,
        KnowledgeBaseRetrievalFilterLessThanOrEquals { LessThanOrEquals: var a } => Compare(a, metadata) <= 0,
        KnowledgeBaseRetrievalFilterIn { In: var a } => Find(a, metadata) is { } value && Listed(a.Value, value),
        KnowledgeBaseRetrievalFilterNotIn { NotIn: var a } => Find(a, metadata) is { } value && !Listed(a.Value, value),
        KnowledgeBaseRetrievalFilterStartsWith { StartsWith: var a } => !HasTextOperators(store)
            || (Text(a, metadata)?.StartsWith(a.Value.GetString() ?? string.Empty, StringComparison.Ordinal) ?? false),
        KnowledgeBaseRetrievalFilterStringContains { StringContains: var a } => (!HasTextOperators(store) && store != KnowledgeBaseStorageType.NeptuneAnalytics)
            || (Text(a, metadata)?.Contains(a.Value.GetString() ?? string.Empty, StringComparison.Ordinal) ?? false),
        KnowledgeBaseRetrievalFilterListContains { ListContains: var a } => !HasTextOperators(store)
            || (Find(a, metadata) is { ValueKind: JsonValueKind.Array } list && Listed(list, a.Value)),
        _ => true,
    };

    private static bool HasTextOperators(KnowledgeBaseStorageType store) => store == KnowledgeBaseStorageType.OpensearchServerless;

    private static JsonElement? Find(KnowledgeBaseFilterAttribute attribute, IReadOnlyDictionary<string, JsonElement> metadata) =>
        metadata.TryGetValue(attribute.Key, out JsonElement value) ? value : null;

    private static string? Text(KnowledgeBaseFilterAttribute attribute, IReadOnlyDictionary<string, JsonElement> metadata) =>
        Find(attribute, metadata) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static bool Listed(JsonElement list, JsonElement value) =>
        list.ValueKind == JsonValueKind.Array && list.EnumerateArray().Any(one => Same(one, value));

    private static bool Same(JsonElement one, JsonElement other) => one.ValueKind == JsonValueKind.Number && other.ValueKind == JsonValueKind.Number
        ? one.GetDouble().Equals(other.GetDouble())
        : JsonElement.DeepEquals(one, other);

    private static int? Compare(KnowledgeBaseFilterAttribute attribute, IReadOnlyDictionary<string, JsonElement> metadata) =>
        Find(attribute, metadata) is { ValueKind: JsonValueKind.Number } number && attribute.Value.ValueKind == JsonValueKind.Number
            ? number.GetDouble().CompareTo(attribute.Value.GetDouble())
            : null;
}
