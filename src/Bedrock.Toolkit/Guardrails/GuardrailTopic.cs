using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A topic that a guardrail denies, and whether it was found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTopic.html</remarks>
public sealed class GuardrailTopic
{
    /// <summary>The name that the guardrail gives the topic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The kind of topic.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailTopicType? Type { get; set; }

    /// <summary>What it led to.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("action")]
    public GuardrailTopicPolicyAction? Action { get; set; }

    /// <summary>Whether it was found.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("detected")]
    public bool? Detected { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
