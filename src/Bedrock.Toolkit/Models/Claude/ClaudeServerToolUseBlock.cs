using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The model called a tool that the service runs, such as the tool search; send it back unchanged. Not thread safe while it is changed.</summary>
public sealed class ClaudeServerToolUseBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "server_tool_use";

    /// <summary>The id that the result refers to.</summary>
    /// <value>Such as <c>srvtoolu_…</c>; empty by default.</value>
    [JsonPropertyName("id")]
    [AllowNull]
    public string Id
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>Such as <c>tool_search_tool_regex</c>; empty by default.</value>
    [JsonPropertyName("name")]
    [AllowNull]
    public string Name
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>What the tool was called with.</summary>
    /// <value>A JSON object; <c>{}</c> by default; as for <see cref="ClaudeToolUseBlock.Input"/> a string when a stream's pieces are no JSON.</value>
    [JsonPropertyName("input")]
    public JsonElement Input
    {
        get;
        set => field = value.ValueKind == JsonValueKind.Undefined ? WireCopies.EmptyObject : value;
    }
    = WireCopies.EmptyObject;

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    private protected override void Detach() => CacheControl = CacheControl?.Clone();
}
