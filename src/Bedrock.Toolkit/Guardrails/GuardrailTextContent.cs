using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text for a guardrail. Not thread safe while it is changed.</summary>
public sealed class GuardrailTextContent : GuardrailContentBlock
{
    /// <summary>The text and what it is.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailTextBlock>))]
    public required GuardrailTextBlock Text { get; set; }
}
