using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The summary that takes the place of the conversation before it; send it back unchanged. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html</remarks>
public sealed class ClaudeCompactionBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "compaction";

    /// <summary>The summary.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    /// <summary>The summary in encrypted form; unconfirmed on Bedrock.</summary>
    /// <value>Opaque; omitted when null.</value>
    [JsonPropertyName("encrypted_content")]
    public string? EncryptedContent { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    private protected override void Detach() => CacheControl = CacheControl?.Clone();
}
