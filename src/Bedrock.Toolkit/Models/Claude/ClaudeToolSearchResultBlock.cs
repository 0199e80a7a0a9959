using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What the service's tool search found (<c>tool_search_tool_result</c>); send it back unchanged. Not thread safe while it is changed.</summary>
public sealed class ClaudeToolSearchResultBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "tool_search_tool_result";

    /// <summary>The id of the call.</summary>
    /// <value><see cref="ClaudeServerToolUseBlock.Id"/>; empty by default.</value>
    [JsonPropertyName("tool_use_id")]
    [AllowNull]
    public string ToolUseId
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What was found.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeToolSearchResult>))]
    public ClaudeToolSearchResult? Content { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    private protected override void Detach()
    {
        CacheControl = CacheControl?.Clone();
        Content = Content?.Clone();
    }
}
