using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text that a guardrail looks at. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseTextBlock.html</remarks>
public sealed class GuardrailConverseTextBlock
{
    /// <summary>The text.</summary>
    /// <value>Not blank.</value>
    [JsonPropertyName("text")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Text { get; set; }

    /// <summary>What the text is to the guardrail.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("qualifiers")]
    [JsonConverter(typeof(ConverseListConverter<GuardrailConverseContentQualifier>))]
    public IList<GuardrailConverseContentQualifier>? Qualifiers { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    internal GuardrailConverseTextBlock Clone()
    {
        var copy = (GuardrailConverseTextBlock)MemberwiseClone();
        copy.Qualifiers = Qualifiers?.Copy();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
