using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One vector of an answer. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoEmbedding
{
    /// <summary>The vector.</summary>
    /// <value>512 numbers from 3.0, 1024 from 2.7; empty, and omitted, when there is none.</value>
    [JsonPropertyName("embedding")]
    [JsonConverter(typeof(FloatVectorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>The side of the content that it shows.</summary>
    /// <value>Null for texts and images; omitted when null.</value>
    [JsonPropertyName("embeddingOption")]
    public MarengoEmbeddingOption? EmbeddingOption { get; set; }

    /// <summary>What it stands for.</summary>
    /// <value>Null for texts and images (unconfirmed); omitted when null.</value>
    [JsonPropertyName("embeddingScope")]
    public MarengoEmbeddingScope? EmbeddingScope { get; set; }

    /// <summary>Where its segment begins.</summary>
    /// <value>In seconds; omitted when null.</value>
    [JsonPropertyName("startSec")]
    public double? StartSec { get; set; }

    /// <summary>Where its segment ends.</summary>
    /// <value>In seconds; omitted when null.</value>
    [JsonPropertyName("endSec")]
    public double? EndSec { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
