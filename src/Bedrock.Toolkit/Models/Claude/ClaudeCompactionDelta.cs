using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The summary of a compaction block, in one piece. Not thread safe while it is changed.</summary>
public sealed class ClaudeCompactionDelta : ClaudeContentDelta
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "compaction_delta";

    /// <summary>The summary.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    /// <summary>The summary in encrypted form; unconfirmed on Bedrock.</summary>
    /// <value>Opaque; omitted when null.</value>
    [JsonPropertyName("encrypted_content")]
    public string? EncryptedContent { get; set; }
}
