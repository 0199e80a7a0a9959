using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The guardrail of a Converse call. Also the <c>GuardrailStreamConfiguration</c> of a stream. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConfiguration.html</remarks>
public sealed class GuardrailConfiguration
{
    /// <summary>The guardrail.</summary>
    /// <value>An id or ARN, at most 2,048 characters; omitted when null.</value>
    [JsonPropertyName("guardrailIdentifier")]
    public string? GuardrailIdentifier { get; set; }

    /// <summary>Its version.</summary>
    /// <value><c>1</c> to <c>99999999</c>, or <c>DRAFT</c>; omitted when null.</value>
    [JsonPropertyName("guardrailVersion")]
    public string? GuardrailVersion { get; set; }

    /// <summary>How much it tells of what it found.</summary>
    /// <value>Disabled when null; omitted when null.</value>
    [JsonPropertyName("trace")]
    public GuardrailTrace? Trace { get; set; }

    /// <summary>Whether a stream waits for it.</summary>
    /// <value>Only in streams: a call without streaming refuses it. <c>sync</c> when null. Omitted when null.</value>
    [JsonPropertyName("streamProcessingMode")]
    public GuardrailStreamProcessingMode? StreamProcessingMode { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal GuardrailConfiguration Clone()
    {
        var copy = (GuardrailConfiguration)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
