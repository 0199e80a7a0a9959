using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the checks found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksResults.html</remarks>
public sealed class GuardrailChecksResults
{
    /// <summary>Harmful content.</summary>
    /// <value>Null when it was not checked.</value>
    [JsonPropertyName("contentFilter")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksContentFilterResult>))]
    public GuardrailChecksContentFilterResult? ContentFilter { get; set; }

    /// <summary>Prompt attacks.</summary>
    /// <value>Null when they were not checked.</value>
    [JsonPropertyName("promptAttack")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksPromptAttackResult>))]
    public GuardrailChecksPromptAttackResult? PromptAttack { get; set; }

    /// <summary>Sensitive information.</summary>
    /// <value>Null when it was not checked.</value>
    [JsonPropertyName("sensitiveInformation")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksSensitiveInformationResult>))]
    public GuardrailChecksSensitiveInformationResult? SensitiveInformation { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
