using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a content filter found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
public sealed class GuardrailContentFilter
{
    /// <summary>What it looks for.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailContentFilterType? Type { get; set; }

    /// <summary>How sure it is.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("confidence")]
    public GuardrailContentFilterConfidence? Confidence { get; set; }

    /// <summary>How strictly it is set.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("filterStrength")]
    public GuardrailContentFilterStrength? FilterStrength { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailContentPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
