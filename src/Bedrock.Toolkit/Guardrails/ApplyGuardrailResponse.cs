using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a guardrail found and did. Not thread safe while it is changed.</summary>
/// <remarks><see cref="Action"/> alone does not tell that the content is fine: policies that only detect never make it intervene. See <see cref="GuardrailSummary"/>. Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
public sealed class ApplyGuardrailResponse : BedrockResponse
{
    /// <summary>What was processed, and is paid for.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailUsage>))]
    public GuardrailUsage? Usage { get; set; }

    /// <summary>What the guardrail did.</summary>
    /// <value>Null when the service did not say; do not read it as harmless.</value>
    [JsonPropertyName("action")]
    public GuardrailAction? Action { get; set; }

    /// <summary>Why it did so, in words.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("actionReason")]
    public string? ActionReason { get; set; }

    /// <summary>The content as changed, or the text that stands for blocked content.</summary>
    /// <value>Empty when the guardrail did not intervene.</value>
    [JsonPropertyName("outputs")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailOutputContent>))]
    [AllowNull]
    public IList<GuardrailOutputContent> Outputs
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>What each policy found.</summary>
    /// <value>Empty when the service sent none.</value>
    [JsonPropertyName("assessments")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailAssessment>))]
    [AllowNull]
    public IList<GuardrailAssessment> Assessments
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>How much of the content was assessed.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("guardrailCoverage")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailCoverage>))]
    public GuardrailCoverage? GuardrailCoverage { get; set; }
}
