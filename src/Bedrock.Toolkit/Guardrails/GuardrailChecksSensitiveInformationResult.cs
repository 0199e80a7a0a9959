using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The sensitive information that was found. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksSensitiveInformationResult.html</remarks>
public sealed class GuardrailChecksSensitiveInformationResult
{
    /// <summary>What was found.</summary>
    /// <value>Empty when nothing was.</value>
    [JsonPropertyName("results")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksSensitiveInformationResultEntry>))]
    [AllowNull]
    public IList<GuardrailChecksSensitiveInformationResultEntry> Results
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Whether there was more than the answer lists.</summary>
    /// <value>Null when the service did not say.</value>
    [JsonPropertyName("truncated")]
    public bool? Truncated { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
