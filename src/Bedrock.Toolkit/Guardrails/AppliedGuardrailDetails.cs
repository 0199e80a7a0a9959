using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The guardrail that made an assessment. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_AppliedGuardrailDetails.html</remarks>
public sealed class AppliedGuardrailDetails
{
    /// <summary>Its id.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailId")]
    public string? GuardrailId { get; set; }

    /// <summary>Its version.</summary>
    /// <value>A number or <c>DRAFT</c>; null when the service did not say.</value>
    [JsonPropertyName("guardrailVersion")]
    public string? GuardrailVersion { get; set; }

    /// <summary>Its ARN.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailArn")]
    public string? GuardrailArn { get; set; }

    /// <summary>Why it was applied.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailOrigin")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailOrigin>))]
    public IList<GuardrailOrigin>? GuardrailOrigin { get; set; }

    /// <summary>Whose it is.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailOwnership")]
    public GuardrailOwnership? GuardrailOwnership { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
