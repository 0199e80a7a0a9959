using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the check for prompt attacks measured. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksPromptAttackResult.html</remarks>
public sealed class GuardrailChecksPromptAttackResult
{
    /// <summary>By category.</summary>
    /// <value>Empty when there are none.</value>
    [JsonPropertyName("results")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailChecksPromptAttackResultEntry>))]
    [AllowNull]
    public IList<GuardrailChecksPromptAttackResultEntry> Results
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
