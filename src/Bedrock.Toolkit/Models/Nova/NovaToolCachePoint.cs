using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A cache point behind the tools; AWS says that the Nova models take none there. Not thread safe while it is changed.</summary>
public sealed class NovaToolCachePoint : NovaTool
{
    /// <summary>The point.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("cachePoint")]
    [JsonConverter(typeof(NovaObjectConverter<NovaCachePoint>))]
    public NovaCachePoint? CachePoint { get; set; }

    private protected override void Detach() => CachePoint = CachePoint?.Clone();
}
