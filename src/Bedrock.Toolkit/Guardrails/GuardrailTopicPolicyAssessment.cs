using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the topic policy found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopicPolicyAssessment.html</remarks>
public sealed class GuardrailTopicPolicyAssessment
{
    /// <summary>The topics.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("topics")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailTopic>))]
    public IList<GuardrailTopic>? Topics { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
