using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a Nova 2 model thought, to be sent back unchanged. Not thread safe while it is changed.</summary>
public sealed class NovaReasoningBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaReasoningBlock()
    {
    }

    /// <summary>A piece of reasoning.</summary>
    /// <param name="text">What the model thought.</param>
    /// <param name="signature">The service's mark; null when there was none.</param>
    public NovaReasoningBlock(string text, string? signature = null) =>
        ReasoningContent = new NovaReasoning { ReasoningText = new NovaReasoningText { Text = text, Signature = signature } };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("reasoningContent")]
    [JsonConverter(typeof(NovaObjectConverter<NovaReasoning>))]
    public NovaReasoning? ReasoningContent { get; set; }

    private protected override void Detach() => ReasoningContent = ReasoningContent?.Clone();
}
