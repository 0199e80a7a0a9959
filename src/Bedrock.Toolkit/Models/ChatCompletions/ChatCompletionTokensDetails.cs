using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the tokens written were used for. Not thread safe while it is changed.</summary>
public sealed class ChatCompletionTokensDetails
{
    /// <summary>Tokens of reasoning.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoning_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? ReasoningTokens { get; set; }

    /// <summary>Tokens of audio.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? AudioTokens { get; set; }

    /// <summary>Tokens of a prediction that came true.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("accepted_prediction_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? AcceptedPredictionTokens { get; set; }

    /// <summary>Tokens of a prediction that did not come true.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("rejected_prediction_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? RejectedPredictionTokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
