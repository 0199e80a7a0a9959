using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Content of the system prompt that a guardrail looks at. Not thread safe while it is changed.</summary>
public sealed class SystemGuardContent : SystemContentBlock
{
    /// <summary>One without content.</summary>
    public SystemGuardContent()
    {
    }

    /// <summary>Content of the system prompt that a guardrail looks at.</summary>
    /// <param name="content">The content.</param>
    public SystemGuardContent(GuardrailConverseContentBlock content) => Content = content;

    /// <summary>The content.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("guardContent")]
    public GuardrailConverseContentBlock? Content { get; set; }

    private protected override void Detach() => Content = Content?.Clone();
}
