using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The signature of the reasoning. Not thread safe while it is changed.</summary>
public sealed class ReasoningSignatureDelta : ReasoningContentBlockDelta
{
    /// <summary>One without content.</summary>
    public ReasoningSignatureDelta()
    {
    }

    /// <summary>The signature of the reasoning.</summary>
    /// <param name="signature">The signature.</param>
    public ReasoningSignatureDelta(string signature) => Signature = signature;

    /// <summary>The signature.</summary>
    /// <value>Opaque; sent back unchanged; empty by default.</value>
    [JsonPropertyName("signature")]
    [AllowNull]
    public string Signature
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
