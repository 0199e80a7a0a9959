using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A category of the content check. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterCategoryConfig.html</remarks>
public sealed class GuardrailChecksContentFilterCategoryConfig
{
    /// <summary>The category.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("category")]
    public required GuardrailChecksContentFilterCategory Category { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
