using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A word of a list of AWS that was found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailManagedWord.html</remarks>
public sealed class GuardrailManagedWord
{
    /// <summary>The word in the content.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("match")]
    public string? Match { get; set; }

    /// <summary>The list.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailManagedWordType? Type { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailWordPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
