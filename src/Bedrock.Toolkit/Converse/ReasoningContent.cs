using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The model's reasoning; sent back unchanged in the next request. Not thread safe while it is changed.</summary>
public sealed class ReasoningContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public ReasoningContent()
    {
    }

    /// <summary>The model's reasoning; sent back unchanged in the next request.</summary>
    /// <param name="reasoning">The reasoning.</param>
    public ReasoningContent(ReasoningContentBlock reasoning) => Reasoning = reasoning;

    /// <summary>The reasoning.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningContent")]
    public ReasoningContentBlock? Reasoning { get; set; }

    private protected override void Detach() => Reasoning = Reasoning?.Clone();
}
