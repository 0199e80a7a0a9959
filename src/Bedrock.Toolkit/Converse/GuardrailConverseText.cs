using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Text that a guardrail looks at. Not thread safe while it is changed.</summary>
public sealed class GuardrailConverseText : GuardrailConverseContentBlock
{
    /// <summary>One without content.</summary>
    public GuardrailConverseText()
    {
    }

    /// <summary>Text that a guardrail looks at.</summary>
    /// <param name="text">The text.</param>
    public GuardrailConverseText(GuardrailConverseTextBlock text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(ConverseObjectConverter<GuardrailConverseTextBlock>))]
    public GuardrailConverseTextBlock? Text { get; set; }

    private protected override void Detach() => Text = Text?.Clone();
}
