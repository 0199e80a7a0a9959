using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Which checks to make. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksConfig.html</remarks>
public sealed class GuardrailChecksConfig
{
    /// <summary>Harmful content.</summary>
    /// <value>Not checked when null; omitted when null.</value>
    [JsonPropertyName("contentFilter")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksContentFilterConfig>))]
    public GuardrailChecksContentFilterConfig? ContentFilter { get; set; }

    /// <summary>Prompt attacks.</summary>
    /// <value>Not checked when null; omitted when null.</value>
    [JsonPropertyName("promptAttack")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksPromptAttackConfig>))]
    public GuardrailChecksPromptAttackConfig? PromptAttack { get; set; }

    /// <summary>Sensitive information.</summary>
    /// <value>Not checked when null; omitted when null.</value>
    [JsonPropertyName("sensitiveInformation")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksSensitiveInformationConfig>))]
    public GuardrailChecksSensitiveInformationConfig? SensitiveInformation { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
