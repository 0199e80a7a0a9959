using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of the model's reasoning: a closed set, with <see cref="UnknownReasoningContentBlock"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlock.html</remarks>
[JsonConverter(typeof(ReasoningContentBlockConverter))]
public abstract partial class ReasoningContentBlock : BedrockObject
{
    private protected ReasoningContentBlock() { }

    /// <summary>Reasoning that can be read.</summary>
    /// <param name="reasoning">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(reasoning))]
    public static implicit operator ReasoningContentBlock?(ReasoningTextBlock? reasoning) => reasoning is null ? null : new ReasoningTextContent(reasoning);
}

/// <summary>Reasoning that can be read.</summary>
public sealed partial class ReasoningTextContent : ReasoningContentBlock
{
    /// <summary>One without content.</summary>
    public ReasoningTextContent() { }

    /// <summary>Reasoning that can be read.</summary>
    /// <param name="reasoningText">The reasoning.</param>
    public ReasoningTextContent(ReasoningTextBlock reasoningText) => ReasoningText = reasoningText;

    /// <summary>The reasoning.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningText"), JsonConverter(typeof(ConverseObjectConverter<ReasoningTextBlock>))]
    public ReasoningTextBlock? ReasoningText { get; set; }
}

/// <summary>Reasoning that the provider encrypted for safety.</summary>
public sealed partial class RedactedReasoningContent : ReasoningContentBlock
{
    /// <summary>One without content.</summary>
    public RedactedReasoningContent() { }

    /// <summary>Reasoning that the provider encrypted for safety.</summary>
    /// <param name="redactedContent">The encrypted reasoning.</param>
    public RedactedReasoningContent(ReadOnlyMemory<byte> redactedContent) => RedactedContent = redactedContent;

    /// <summary>The encrypted reasoning.</summary>
    /// <value>Sent back unchanged. Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("redactedContent")]
    public ReadOnlyMemory<byte> RedactedContent { get; set; }
}

/// <summary>A piece of the model's reasoning, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownReasoningContentBlock : ReasoningContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="ReasoningContentBlock"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReasoningContentBlockConverter() : SingleKeyUnionConverter<ReasoningContentBlock>(
    ConverseJsonContext.Default, static raw => new UnknownReasoningContentBlock(raw),
    Case<ReasoningTextContent>("reasoningText"),
    Case<RedactedReasoningContent>("redactedContent"));

/// <summary>Reasoning that can be read.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningTextBlock.html</remarks>
public sealed partial class ReasoningTextBlock : BedrockObject
{
    /// <summary>The reasoning.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Proves that the text is the model's own.</summary>
    /// <value>Opaque; sent back unchanged; omitted when null.</value>
    [JsonPropertyName("signature")]
    public string? Signature { get; set; }
}
