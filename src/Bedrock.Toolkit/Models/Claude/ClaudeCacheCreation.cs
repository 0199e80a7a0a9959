using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Tokens written to the prompt cache, by their life. Not thread safe while it is changed.</summary>
public sealed class ClaudeCacheCreation
{
    /// <summary>Tokens that live for five minutes.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("ephemeral_5m_input_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? Ephemeral5mInputTokens { get; set; }

    /// <summary>Tokens that live for one hour.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("ephemeral_1h_input_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? Ephemeral1hInputTokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
