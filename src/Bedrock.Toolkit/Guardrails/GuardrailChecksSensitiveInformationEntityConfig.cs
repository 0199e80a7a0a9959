using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A kind of sensitive information to look for. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationEntityConfig.html</remarks>
public sealed class GuardrailChecksSensitiveInformationEntityConfig
{
    /// <summary>The kind.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("type")]
    public required GuardrailChecksSensitiveInformationEntityType Type { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
