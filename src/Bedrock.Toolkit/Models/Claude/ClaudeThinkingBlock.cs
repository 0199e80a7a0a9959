using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The model's reasoning before its answer; send it back unchanged. Not thread safe while it is changed.</summary>
/// <remarks>
/// Claude 3.7 shows all of it, later models a summary. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html
/// </remarks>
public sealed class ClaudeThinkingBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "thinking";

    /// <summary>The reasoning.</summary>
    /// <value>Empty by default, and where the display is omitted.</value>
    [JsonPropertyName("thinking")]
    [AllowNull]
    public string Thinking
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What proves that the block comes from the model.</summary>
    /// <value>Opaque; must go back as it came; omitted when null.</value>
    [JsonPropertyName("signature")]
    public string? Signature { get; set; }
}
