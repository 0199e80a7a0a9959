using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Text. Not thread safe while it is changed.</summary>
public sealed class NovaTextBlock : NovaContentBlock
{
    /// <summary>An empty text.</summary>
    public NovaTextBlock()
    {
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public NovaTextBlock(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Not blank in a user message; empty by default.</value>
    [JsonPropertyName("text")]
    [AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cachePoint")]
    [JsonConverter(typeof(NovaObjectConverter<NovaCachePoint>))]
    public NovaCachePoint? CachePoint { get; set; }

    private protected override void Detach() => CachePoint = CachePoint?.Clone();
}
