using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A text for a guardrail. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailTextBlock.html</remarks>
public sealed class GuardrailTextBlock
{
    /// <summary>The text.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("text")]
    public required string Text { get; set; }

    /// <summary>What the text is to the guardrail.</summary>
    /// <value>Text to be assessed when null; omitted when null.</value>
    [JsonPropertyName("qualifiers")]
    [JsonConverter(typeof(GuardrailListConverter<GuardrailContentQualifier>))]
    public IList<GuardrailContentQualifier>? Qualifiers { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
