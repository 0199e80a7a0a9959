using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Messages to be checked without a guardrail of your own. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html</remarks>
public sealed class InvokeGuardrailChecksRequest
{
    /// <summary>The messages.</summary>
    /// <value>Required; at least one.</value>
    [JsonPropertyName("messages")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksMessage>))]
    public required IList<GuardrailChecksMessage> Messages { get; set; }

    /// <summary>Which checks to make.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("checks")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailChecksConfig>))]
    public required GuardrailChecksConfig Checks { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
