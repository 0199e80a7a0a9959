using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>An image that a guardrail looks at. Not thread safe while it is changed.</summary>
public sealed class GuardrailConverseImage : GuardrailConverseContentBlock
{
    /// <summary>One without content.</summary>
    public GuardrailConverseImage()
    {
    }

    /// <summary>An image that a guardrail looks at.</summary>
    /// <param name="image">The image.</param>
    public GuardrailConverseImage(GuardrailConverseImageBlock image) => Image = image;

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(ConverseObjectConverter<GuardrailConverseImageBlock>))]
    public GuardrailConverseImageBlock? Image { get; set; }

    private protected override void Detach() => Image = Image?.Clone();
}
