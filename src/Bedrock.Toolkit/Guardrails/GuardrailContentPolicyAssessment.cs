using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the content policy found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentPolicyAssessment.html</remarks>
public sealed class GuardrailContentPolicyAssessment
{
    /// <summary>The filters.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("filters")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailContentFilter>))]
    [AllowNull]
    public IList<GuardrailContentFilter> Filters
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
