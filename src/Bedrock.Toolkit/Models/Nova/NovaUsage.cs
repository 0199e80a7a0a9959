using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The tokens of a call. Not thread safe while it is changed.</summary>
public sealed class NovaUsage
{
    /// <summary>Tokens read that came from no cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("inputTokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("outputTokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? OutputTokens { get; set; }

    /// <summary>Tokens read and written.</summary>
    /// <value>Not in streams; omitted when null.</value>
    [JsonPropertyName("totalTokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }

    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cacheReadInputTokenCount")]
    [JsonConverter(typeof(CountConverter))]
    public int? CacheReadInputTokenCount { get; set; }

    /// <summary>Tokens written to the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cacheWriteInputTokenCount")]
    [JsonConverter(typeof(CountConverter))]
    public int? CacheWriteInputTokenCount { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
