using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One document of an answer. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/rerank-supported.html</remarks>
public sealed class AmazonRerankResult
{
    /// <summary>Which document it is.</summary>
    /// <value>Its position in the request, from 0.</value>
    [JsonPropertyName("index")]
    [JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }

    /// <summary>How well it answers the question.</summary>
    /// <value>0 to 1.</value>
    [JsonPropertyName("relevance_score")]
    public double RelevanceScore { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
