using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the content check measured for a category. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterResultEntry.html</remarks>
public sealed class GuardrailChecksContentFilterResultEntry
{
    /// <summary>The category.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("category")]
    public GuardrailChecksContentFilterCategory? Category { get; set; }

    /// <summary>How severe it is.</summary>
    /// <value>0 (harmless) to 1; null when the service did not say, which does not mean harmless.</value>
    [JsonPropertyName("severityScore")]
    [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    public double? SeverityScore { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
