using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How the model writes: the settings that all models share. What a model has beside them goes into <see cref="ConverseRequest.AdditionalModelRequestFields"/>. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InferenceConfiguration.html</remarks>
public sealed class InferenceConfiguration
{
    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 or more; the model's own default when null, which can be small; omitted when null.</value>
    [JsonPropertyName("maxTokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxTokens { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; by model when null. Some models take this or <see cref="TopP"/>, some neither. Omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are chosen.</summary>
    /// <value>0 to 1; by model when null; omitted when null.</value>
    [JsonPropertyName("topP")]
    public double? TopP { get; set; }

    /// <summary>Texts at which the model stops.</summary>
    /// <value>At most 2,500, none empty; omitted when null.</value>
    [JsonPropertyName("stopSequences")]
    [JsonConverter(typeof(ConverseListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal InferenceConfiguration Clone()
    {
        var copy = (InferenceConfiguration)MemberwiseClone();
        copy.StopSequences = StopSequences?.Copy();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
