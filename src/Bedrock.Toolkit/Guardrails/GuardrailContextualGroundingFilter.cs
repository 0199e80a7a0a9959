using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>How far an answer is grounded, or relevant. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContextualGroundingFilter.html</remarks>
public sealed class GuardrailContextualGroundingFilter
{
    /// <summary>What was measured.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailContextualGroundingFilterType? Type { get; set; }

    /// <summary>The score below which the filter acts.</summary>
    /// <value>0 to 1; null when the service did not say.</value>
    [JsonPropertyName("threshold")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Threshold { get; set; }

    /// <summary>The score.</summary>
    /// <value>0 to 1, higher is better; null when the service did not say.</value>
    [JsonPropertyName("score")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? Score { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailContextualGroundingPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
