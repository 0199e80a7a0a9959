using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The signature of a thinking block, just before the block ends. Not thread safe while it is changed.</summary>
public sealed class ClaudeSignatureDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "signature_delta";

    /// <summary>The signature.</summary>
    /// <value>Opaque; empty by default.</value>
    [JsonPropertyName("signature")]
    [AllowNull]
    public string Signature
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
