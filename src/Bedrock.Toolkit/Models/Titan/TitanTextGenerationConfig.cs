using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How a Titan Text model writes its answer. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</remarks>
public sealed class TitanTextGenerationConfig
{
    /// <summary>How freely the next word is drawn.</summary>
    /// <value>0 (always the likeliest) to 1; the service takes 0.7 when it is missing; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The share of probability from which words are drawn.</summary>
    /// <value>Above 0 and up to 1; the service takes 0.9 when it is missing; omitted when null.</value>
    [JsonPropertyName("topP")]
    public double? TopP { get; set; }

    /// <summary>The most tokens to write.</summary>
    /// <value>In tokens: 0 to 4,096 (Lite), 8,192 (Express) or 3,072 (Premier); the service takes 512 when it is missing; omitted when null.</value>
    [JsonPropertyName("maxTokenCount")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxTokenCount { get; set; }

    /// <summary>Texts at which the model stops writing.</summary>
    /// <value>Such as <c>User:</c> or <c>|</c>; none by default; omitted when null.</value>
    [JsonPropertyName("stopSequences")]
    [JsonConverter(typeof(TitanListConverter<string>))]
    public IList<string>? StopSequences { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A copy that shares no list and no map with this object.</summary>
    /// <returns>The copy.</returns>
    public TitanTextGenerationConfig Clone() => new()
    {
        Temperature = Temperature,
        TopP = TopP,
        MaxTokenCount = MaxTokenCount,
        StopSequences = StopSequences is null ? null : [.. StopSequences],
        AdditionalProperties = AdditionalProperties is null ? null : new Dictionary<string, JsonElement>(AdditionalProperties),
    };
}
