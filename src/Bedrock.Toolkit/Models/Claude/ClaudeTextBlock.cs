using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Text. Not thread safe while it is changed.</summary>
public sealed class ClaudeTextBlock : ClaudeContentBlock
{
    /// <summary>An empty text.</summary>
    public ClaudeTextBlock()
    {
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public ClaudeTextBlock(string text) => Text = text;

    /// <inheritdoc/>
    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The text.</summary>
    /// <value>Not blank in a user message; empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text
    {
        get;
        set => field = value ?? string.Empty;
    }
    = string.Empty;

    /// <summary>Where in the request's documents the text comes from.</summary>
    /// <value>In responses, when a document had citations switched on; omitted when null.</value>
    [JsonPropertyName("citations")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeCitation>))]
    public IList<ClaudeCitation>? Citations { get; set; }

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>Whether a bare string says the same.</summary>
    [JsonIgnore]
    internal bool IsPlain => CacheControl is null && Citations is null && AdditionalProperties is null or { Count: 0 };

    private protected override void Detach()
    {
        CacheControl = CacheControl?.Clone();
        Citations = Citations.Copy();
    }
}
