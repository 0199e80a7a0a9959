using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the model writes its answer. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html</remarks>
public sealed class NovaInferenceConfig
{
    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 to the model's own limit; chosen by the service when missing; omitted when null.</value>
    [JsonPropertyName("maxTokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>The other name of <see cref="MaxTokens"/>, which the service also takes.</summary>
    /// <value>Seen in recorded calls; use one of both; omitted when null.</value>
    [JsonPropertyName("max_new_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxNewTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0.00001 to 1; 0.7 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; 0.9 by default; omitted when null.</value>
    [JsonPropertyName("topP")]
    public double? TopP { get; set; }

    /// <summary>From how many of the likeliest words the model chooses.</summary>
    /// <value>0 to 128; not used by default; omitted when null.</value>
    [JsonPropertyName("topK")]
    [JsonConverter(typeof(CountConverter))]
    public int? TopK { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopSequences")]
    [JsonConverter(typeof(NovaListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>Whether and how much the model reasons.</summary>
    /// <value>Nova 2; by another page of AWS it stands in the request itself (unconfirmed), see <see cref="NovaRequest.ReasoningConfig"/>; omitted when null.</value>
    [JsonPropertyName("reasoningConfig")]
    [JsonConverter(typeof(NovaObjectConverter<NovaReasoningConfig>))]
    public NovaReasoningConfig? ReasoningConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal NovaInferenceConfig Clone()
    {
        var copy = (NovaInferenceConfig)MemberwiseClone();
        copy.StopSequences = StopSequences.Copy();
        copy.ReasoningConfig = ReasoningConfig?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
