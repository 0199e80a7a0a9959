using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A cache point between blocks: what stands before it is cached. Not thread safe while it is changed.</summary>
public sealed class NovaCachePointBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaCachePointBlock()
    {
    }

    /// <summary>A cache point.</summary>
    /// <param name="cachePoint">The point.</param>
    public NovaCachePointBlock(NovaCachePoint cachePoint) => CachePoint = cachePoint;

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("cachePoint")]
    [JsonConverter(typeof(NovaObjectConverter<NovaCachePoint>))]
    public NovaCachePoint? CachePoint { get; set; }

    /// <summary>A cache point of the default kind.</summary>
    /// <returns>The block.</returns>
    public static NovaCachePointBlock Default() => new(new NovaCachePoint());

    private protected override void Detach() => CachePoint = CachePoint?.Clone();
}
