using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image for a guardrail. Not thread safe while it is changed.</summary>
public sealed class GuardrailImageContent : GuardrailContentBlock
{
    /// <summary>The image.</summary>
    /// <value>Required.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(GuardrailObjectConverter<GuardrailImageBlock>))]
    public required GuardrailImageBlock Image { get; set; }
}
