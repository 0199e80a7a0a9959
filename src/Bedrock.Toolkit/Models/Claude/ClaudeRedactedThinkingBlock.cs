using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reasoning that is only given encrypted; send it back unchanged. Not thread safe while it is changed.</summary>
public sealed class ClaudeRedactedThinkingBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "redacted_thinking";

    /// <summary>The encrypted reasoning.</summary>
    /// <value>Opaque text; empty by default.</value>
    [JsonPropertyName("data")]
    [AllowNull]
    public string Data
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
