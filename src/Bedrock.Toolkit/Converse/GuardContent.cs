using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Content that a guardrail looks at. Not thread safe while it is changed.</summary>
public sealed class GuardContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public GuardContent()
    {
    }

    /// <summary>Content that a guardrail looks at.</summary>
    /// <param name="content">The content.</param>
    public GuardContent(GuardrailConverseContentBlock content) => Content = content;

    /// <summary>The content.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("guardContent")]
    public GuardrailConverseContentBlock? Content { get; set; }

    private protected override void Detach() => Content = Content?.Clone();
}
