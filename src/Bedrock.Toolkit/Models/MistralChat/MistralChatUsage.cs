using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The tokens of a call. Not thread safe while it is changed.</summary>
/// <remarks>Source: public client code.</remarks>
public sealed class MistralChatUsage
{
    /// <summary>Tokens read.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? PromptTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? CompletionTokens { get; set; }

    /// <summary>Tokens read and written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("total_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
