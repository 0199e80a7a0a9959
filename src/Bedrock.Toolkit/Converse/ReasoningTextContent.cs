using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Reasoning that can be read. Not thread safe while it is changed.</summary>
public sealed class ReasoningTextContent : ReasoningContentBlock
{
    /// <summary>One without content.</summary>
    public ReasoningTextContent()
    {
    }

    /// <summary>Reasoning that can be read.</summary>
    /// <param name="reasoningText">The reasoning.</param>
    public ReasoningTextContent(ReasoningTextBlock reasoningText) => ReasoningText = reasoningText;

    /// <summary>The reasoning.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningText")]
    [JsonConverter(typeof(ConverseObjectConverter<ReasoningTextBlock>))]
    public ReasoningTextBlock? ReasoningText { get; set; }

    private protected override void Detach() => ReasoningText = ReasoningText?.Clone();
}
