using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Sensitive information that was found, and where. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationResultEntry.html</remarks>
public sealed class GuardrailChecksSensitiveInformationResultEntry
{
    /// <summary>Which kind it is.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("type")]
    public GuardrailChecksSensitiveInformationEntityType? Type { get; set; }

    /// <summary>How sure the check is.</summary>
    /// <value>0 to 1; null when the service did not say.</value>
    [JsonPropertyName("confidenceScore")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? ConfidenceScore { get; set; }

    /// <summary>Where it begins in the text of the block.</summary>
    /// <value>From 0; null when the service did not say.</value>
    [JsonPropertyName("beginOffset")]
    [JsonConverter(typeof(CountConverter))]
    public int? BeginOffset { get; set; }

    /// <summary>Where it ends.</summary>
    /// <value>Null when the service did not say. Whether the end belongs to it is not documented.</value>
    [JsonPropertyName("endOffset")]
    [JsonConverter(typeof(CountConverter))]
    public int? EndOffset { get; set; }

    /// <summary>The message.</summary>
    /// <value>From 0; null when the service did not say.</value>
    [JsonPropertyName("messageIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? MessageIndex { get; set; }

    /// <summary>The block of the message.</summary>
    /// <value>From 0; null when the service did not say.</value>
    [JsonPropertyName("contentIndex")]
    [JsonConverter(typeof(CountConverter))]
    public int? ContentIndex { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
