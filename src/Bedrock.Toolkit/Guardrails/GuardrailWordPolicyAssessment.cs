using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the word policy found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailWordPolicyAssessment.html</remarks>
public sealed class GuardrailWordPolicyAssessment
{
    /// <summary>Words of the guardrail's own list.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("customWords")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailCustomWord>))]
    [AllowNull]
    public IList<GuardrailCustomWord> CustomWords
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Words of the lists of AWS.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("managedWordLists")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailManagedWord>))]
    [AllowNull]
    public IList<GuardrailManagedWord> ManagedWordLists
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
