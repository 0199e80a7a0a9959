using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the check for sensitive information processed. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationUsage.html</remarks>
public sealed class GuardrailChecksSensitiveInformationUsage
{
    /// <summary>Text units.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("textUnits")]
    [JsonConverter(typeof(CountConverter))]
    public int? TextUnits { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
