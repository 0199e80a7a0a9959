using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a tool gave: in a user message, one for each call of the turn before. Not thread safe while it is changed.</summary>
public sealed class ClaudeToolResultBlock : ClaudeContentBlock
{
    /// <summary>A result without content.</summary>
    public ClaudeToolResultBlock()
    {
    }

    /// <summary>A result.</summary>
    /// <param name="toolUseId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <param name="isError">Whether the tool failed.</param>
    public ClaudeToolResultBlock(string toolUseId, ClaudeContent? content, bool? isError = null)
    {
        ToolUseId = toolUseId;
        Content = content;
        IsError = isError;
    }

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "tool_result";

    /// <summary>The id of the call.</summary>
    /// <value><see cref="ClaudeToolUseBlock.Id"/>; empty by default.</value>
    [JsonPropertyName("tool_use_id")]
    [AllowNull]
    public string ToolUseId
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What the tool gave.</summary>
    /// <value>A string, or text, image, document, search result and tool reference blocks; omitted when null.</value>
    [JsonPropertyName("content")]
    public ClaudeContent? Content { get; set; }

    /// <summary>Whether the tool failed.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("is_error")]
    public bool? IsError { get; set; }

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
