using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the checks processed, and is paid for. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksUsageResults.html</remarks>
public sealed class GuardrailChecksUsageResults
{
    /// <summary>The content check.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("contentFilter")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksContentFilterUsage>))]
    public GuardrailChecksContentFilterUsage? ContentFilter { get; set; }

    /// <summary>The check for prompt attacks.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("promptAttack")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksPromptAttackUsage>))]
    public GuardrailChecksPromptAttackUsage? PromptAttack { get; set; }

    /// <summary>The check for sensitive information.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("sensitiveInformation")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksSensitiveInformationUsage>))]
    public GuardrailChecksSensitiveInformationUsage? SensitiveInformation { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
