using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Sound or a video; asynchronous only. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoMediaInput
{
    /// <summary>The content.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("mediaSource")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoMediaSource>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required MarengoMediaSource MediaSource { get; set; }

    /// <summary>Where to begin.</summary>
    /// <value>In seconds, 0 or more; the service takes 0 when it is missing; omitted when null.</value>
    [JsonPropertyName("startSec")]
    public double? StartSec { get; set; }

    /// <summary>Where to end.</summary>
    /// <value>In seconds; the service takes the end of the content when it is missing; omitted when null.</value>
    [JsonPropertyName("endSec")]
    public double? EndSec { get; set; }

    /// <summary>How the content is cut.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("segmentation")]
    [JsonConverter(typeof(MarengoObjectConverter<MarengoSegmentation>))]
    public MarengoSegmentation? Segmentation { get; set; }

    /// <summary>The sides of the content to embed.</summary>
    /// <value>The service takes all when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingOption")]
    [JsonConverter(typeof(MarengoListConverter<MarengoEmbeddingOption>))]
    public IList<MarengoEmbeddingOption>? EmbeddingOption { get; set; }

    /// <summary>Whether the sides get vectors of their own.</summary>
    /// <value>The service takes <c>separate_embedding</c> when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingType")]
    [JsonConverter(typeof(MarengoListConverter<MarengoEmbeddingType>))]
    public IList<MarengoEmbeddingType>? EmbeddingType { get; set; }

    /// <summary>What the vectors stand for.</summary>
    /// <value>The default is unconfirmed; omitted when null.</value>
    [JsonPropertyName("embeddingScope")]
    [JsonConverter(typeof(MarengoListConverter<MarengoEmbeddingScope>))]
    public IList<MarengoEmbeddingScope>? EmbeddingScope { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
