using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of reasoning. Not thread safe while it is changed.</summary>
public sealed class ReasoningDelta : ContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ReasoningDelta()
    {
    }

    /// <summary>A piece of reasoning.</summary>
    /// <param name="reasoningContent">The piece.</param>
    public ReasoningDelta(ReasoningContentBlockDelta reasoningContent) => ReasoningContent = reasoningContent;

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningContent")]
    public ReasoningContentBlockDelta? ReasoningContent { get; set; }
}
