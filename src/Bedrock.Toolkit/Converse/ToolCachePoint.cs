using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A cache point in the list of tools: the tools before it are cached. Not thread safe while it is changed.</summary>
public sealed class ToolCachePoint : Tool
{
    /// <summary>One without content.</summary>
    public ToolCachePoint()
    {
    }

    /// <summary>A cache point in the list of tools: the tools before it are cached.</summary>
    /// <param name="cachePoint">The cache point.</param>
    public ToolCachePoint(CachePointBlock cachePoint) => CachePoint = cachePoint;

    /// <summary>The cache point.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cachePoint")]
    [JsonConverter(typeof(ConverseObjectConverter<CachePointBlock>))]
    public CachePointBlock? CachePoint { get; set; }

    private protected override void Detach() => CachePoint = CachePoint?.Clone();
}
