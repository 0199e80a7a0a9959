using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the tokens read are made of. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionPromptTokensDetails
{
    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cached_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? CachedTokens { get; set; }

    /// <summary>Tokens of audio.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? AudioTokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
