using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A category of the check for prompt attacks. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackCategoryConfig.html</remarks>
public sealed class GuardrailChecksPromptAttackCategoryConfig
{
    /// <summary>The category.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("category")]
    public required GuardrailChecksPromptAttackCategory Category { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
