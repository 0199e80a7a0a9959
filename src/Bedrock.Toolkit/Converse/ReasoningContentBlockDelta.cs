using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A piece of reasoning: a closed set, with <see cref="UnknownReasoningContentBlockDelta"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ReasoningContentBlockDelta.html</remarks>
[JsonConverter(typeof(ReasoningContentBlockDeltaConverter))]
public abstract partial class ReasoningContentBlockDelta : BedrockObject
{
    private protected ReasoningContentBlockDelta() { }
}

/// <summary>The signature of the reasoning.</summary>
public sealed partial class ReasoningSignatureDelta : ReasoningContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ReasoningSignatureDelta() { }

    /// <summary>The signature of the reasoning.</summary>
    /// <param name="signature">The signature.</param>
    public ReasoningSignatureDelta(string signature) => Signature = signature;

    /// <summary>The signature.</summary>
    /// <value>Opaque; sent back unchanged; empty by default.</value>
    [JsonPropertyName("signature"), AllowNull]
    public string Signature { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of reasoning that can be read.</summary>
public sealed partial class ReasoningTextDelta : ReasoningContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ReasoningTextDelta() { }

    /// <summary>A piece of reasoning that can be read.</summary>
    /// <param name="text">The piece.</param>
    public ReasoningTextDelta(string text) => Text = text;

    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of encrypted reasoning.</summary>
public sealed partial class RedactedReasoningDelta : ReasoningContentBlockDelta
{
    /// <summary>One without content.</summary>
    public RedactedReasoningDelta() { }

    /// <summary>A piece of encrypted reasoning.</summary>
    /// <param name="redactedContent">The piece.</param>
    public RedactedReasoningDelta(ReadOnlyMemory<byte> redactedContent) => RedactedContent = redactedContent;

    /// <summary>The piece.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("redactedContent")]
    public ReadOnlyMemory<byte> RedactedContent { get; set; }
}

/// <summary>A piece of reasoning, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownReasoningContentBlockDelta : ReasoningContentBlockDelta, IRawVariant;

/// <summary>Reads and writes <see cref="ReasoningContentBlockDelta"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReasoningContentBlockDeltaConverter() : SingleKeyUnionConverter<ReasoningContentBlockDelta>(
    ConverseJsonContext.Default, static raw => new UnknownReasoningContentBlockDelta(raw),
    Case<ReasoningTextDelta>("text"),
    Case<RedactedReasoningDelta>("redactedContent"),
    Case<ReasoningSignatureDelta>("signature"));
