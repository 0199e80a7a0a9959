using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A match of a regular expression of the guardrail. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailRegexFilter.html</remarks>
public sealed class GuardrailRegexFilter
{
    /// <summary>The name that the guardrail gives the expression.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The text that was found.</summary>
    /// <value>Null when the service did not say. Personal: do not log it.</value>
    [JsonPropertyName("match")]
    public string? Match { get; set; }

    /// <summary>The expression.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("regex")]
    public string? Regex { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailSensitiveInformationPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
