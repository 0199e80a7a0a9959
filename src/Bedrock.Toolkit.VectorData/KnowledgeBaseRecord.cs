using System.Text.Json;
using Bedrock.Toolkit.Agents;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.VectorData;

/// <summary>A passage of a knowledge base as a record.</summary>
public sealed class KnowledgeBaseRecord
{
    /// <summary>The passage's key: where it is from and which passage of it.</summary>
    [VectorStoreKey]
    public string Key { get; set; } = string.Empty;

    /// <summary>The text.</summary>
    [VectorStoreData]
    public string Text { get; set; } = string.Empty;

    /// <summary>Where it is from: an address, an S3 URI, an id.</summary>
    /// <value>Null when the service did not say.</value>
    [VectorStoreData]
    public string? Source { get; set; }

    /// <summary>The attributes of the document; a filter names them as <c>record.Attributes["port"]</c>.</summary>
    /// <value>Texts, numbers as <see cref="double"/>, booleans, lists as JSON.</value>
    public IDictionary<string, object?> Attributes { get; set; } = new Dictionary<string, object?>();

    internal static KnowledgeBaseRecord Of(KnowledgeBasePassage passage, int index) => new()
    {
        Key = passage.Metadata.TryGetValue("x-amz-bedrock-kb-chunk-id", out JsonElement id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : $"{passage.DocumentId ?? passage.Source}#{index}",
        Text = passage.Text,
        Source = passage.Source,
        Attributes = passage.Metadata.ToDictionary(static one => one.Key, static one => ValueOf(one.Value)),
    };

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Null => null,
        _ => value,
    };
}
