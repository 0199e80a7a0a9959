using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the content check measured. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterResult.html</remarks>
public sealed class GuardrailChecksContentFilterResult
{
    /// <summary>By category.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("results")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksContentFilterResultEntry>))]
    [AllowNull]
    public IList<GuardrailChecksContentFilterResultEntry> Results
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
