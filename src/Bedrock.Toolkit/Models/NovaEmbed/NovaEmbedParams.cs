using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What to embed and how: exactly one of text, image, audio and video. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedParams
{
    /// <summary>What the vectors are for.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("embeddingPurpose")]
    public required NovaEmbedPurpose EmbeddingPurpose { get; set; }

    /// <summary>The length of the vectors.</summary>
    /// <value>3072, 1024, 384 or 256; the service takes 3072 when it is missing; omitted when null.</value>
    [JsonPropertyName("embeddingDimension")]
    [JsonConverter(typeof(CountConverter))]
    public int? EmbeddingDimension { get; set; }

    /// <summary>The text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedText>))]
    public NovaEmbedText? Text { get; set; }

    /// <summary>The image.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("image")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedImage>))]
    public NovaEmbedImage? Image { get; set; }

    /// <summary>The sound.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("audio")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedAudio>))]
    public NovaEmbedAudio? Audio { get; set; }

    /// <summary>The video.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("video")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedVideo>))]
    public NovaEmbedVideo? Video { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
