using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Tokens written to the prompt cache, by the life of the entry. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CacheDetail.html</remarks>
public sealed class CacheDetail
{
    /// <summary>How long the entry lives after its last use.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("ttl")]
    public CacheTtl? Ttl { get; set; }

    /// <summary>The tokens.</summary>
    /// <value>0 or more; omitted when null.</value>
    [JsonPropertyName("inputTokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
