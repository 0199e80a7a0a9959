using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the model's reasoning: a closed set, with <see cref="UnknownReasoningContentBlock"/> for what this version does not know. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlock.html</remarks>
[JsonConverter(typeof(ReasoningContentBlockConverter))]
public abstract class ReasoningContentBlock
{
    private protected ReasoningContentBlock()
    {
    }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>Reasoning that can be read.</summary>
    /// <param name="reasoning">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(reasoning))]
    public static implicit operator ReasoningContentBlock?(ReasoningTextBlock? reasoning) => reasoning is null ? null : new ReasoningTextContent(reasoning);

    internal ReasoningContentBlock Clone()
    {
        var copy = (ReasoningContentBlock)MemberwiseClone();
        copy.AdditionalProperties = AdditionalProperties.Copy();
        copy.Detach();
        return copy;
    }

    /// <summary>Called on a fresh copy: replaces what it still shares with its original.</summary>
    private protected virtual void Detach()
    {
    }
}
