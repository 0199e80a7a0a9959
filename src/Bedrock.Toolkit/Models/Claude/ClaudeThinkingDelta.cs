using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of reasoning. Not thread safe while it is changed.</summary>
public sealed class ClaudeThinkingDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "thinking_delta";

    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("thinking")]
    [AllowNull]
    public string Thinking
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;
}
