using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A text to be checked. Not thread safe while it is changed.</summary>
public sealed class GuardrailChecksText : GuardrailChecksContentBlock
{
    /// <summary>The text.</summary>
    /// <value>Required; not empty.</value>
    [JsonPropertyName("text")]
    public required string Text { get; set; }
}
