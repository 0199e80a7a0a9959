using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A search result that the caller found and the model may cite. Unconfirmed on Bedrock. Not thread safe while it is changed.</summary>
public sealed class ClaudeSearchResultBlock : ClaudeContentBlock
{
    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "search_result";

    /// <summary>Where the result comes from.</summary>
    /// <value>A URL or another name; empty by default.</value>
    [JsonPropertyName("source")]
    [AllowNull]
    public string Source
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The title that citations name.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("title")]
    [AllowNull]
    public string Title
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>The text of the result.</summary>
    /// <value>Text blocks; empty by default.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeContentBlock>))]
    [AllowNull]
    public IList<ClaudeContentBlock> Content
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Whether the answer cites this result.</summary>
    /// <value>Off by default; omitted when null.</value>
    [JsonPropertyName("citations")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCitationSettings>))]
    public ClaudeCitationSettings? Citations { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    private protected override void Detach()
    {
        CacheControl = CacheControl?.Clone();
        Citations = Citations?.Clone();
        Content = Content.Copy(block => block.Clone());
    }
}
