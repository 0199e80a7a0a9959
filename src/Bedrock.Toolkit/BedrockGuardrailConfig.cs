using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit;

/// <summary>How a guardrail reads the body of an InvokeModel request: the member <c>amazon-bedrock-guardrailConfig</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-tagging.html. Members other than the tag suffix are unconfirmed and go through <see cref="AdditionalProperties"/>.</remarks>
public sealed class BedrockGuardrailConfig
{
    /// <summary>The suffix of the tags that mark user input in the prompt.</summary>
    /// <value>1 to 20 letters and digits, new for every request; omitted when null.</value>
    [JsonPropertyName("tagSuffix")]
    public string? TagSuffix { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
