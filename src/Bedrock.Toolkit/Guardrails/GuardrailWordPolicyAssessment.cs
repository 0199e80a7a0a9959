using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the word policy found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailWordPolicyAssessment.html</remarks>
public sealed class GuardrailWordPolicyAssessment
{
    /// <summary>Words of the guardrail's own list.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("customWords")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailCustomWord>))]
    public IList<GuardrailCustomWord>? CustomWords { get; set; }

    /// <summary>Words of the lists of AWS.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("managedWordLists")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailManagedWord>))]
    public IList<GuardrailManagedWord>? ManagedWordLists { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
