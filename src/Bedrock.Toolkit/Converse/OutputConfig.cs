using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What form the answer has, and how much work goes into it. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_OutputConfig.html</remarks>
public sealed class OutputConfig
{
    /// <summary>The form of the answer.</summary>
    /// <value>Free text when null; refused by some models; omitted when null.</value>
    [JsonPropertyName("textFormat")]
    [JsonConverter(typeof(ConverseObjectConverter<OutputFormat>))]
    public OutputFormat? TextFormat { get; set; }

    /// <summary>How much work goes into the answer.</summary>
    /// <value>At most 16 characters, such as <c>low</c>, <c>medium</c>, <c>high</c>, by model; omitted when null.</value>
    [JsonPropertyName("effort")]
    public string? Effort { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal OutputConfig Clone()
    {
        var copy = (OutputConfig)MemberwiseClone();
        copy.TextFormat = TextFormat?.Clone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
