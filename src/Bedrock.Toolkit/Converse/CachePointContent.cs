using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A cache point in a message: what stands before it is cached. Not thread safe while it is changed.</summary>
public sealed class CachePointContent : ContentBlock
{
    /// <summary>One without content.</summary>
    public CachePointContent()
    {
    }

    /// <summary>A cache point in a message: what stands before it is cached.</summary>
    /// <param name="cachePoint">The cache point.</param>
    public CachePointContent(CachePointBlock cachePoint) => CachePoint = cachePoint;

    /// <summary>The cache point.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cachePoint")]
    [JsonConverter(typeof(ConverseObjectConverter<CachePointBlock>))]
    public CachePointBlock? CachePoint { get; set; }

    private protected override void Detach() => CachePoint = CachePoint?.Clone();
}
