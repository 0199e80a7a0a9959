using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One input for Nova Multimodal Embeddings, answered at once. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
public sealed class NovaEmbedRequest
{
    /// <summary>The version of the schema.</summary>
    /// <value>Only <c>nova-multimodal-embed-v1</c>, which the service takes when it is missing; omitted when null.</value>
    [JsonPropertyName("schemaVersion")]
    public string? SchemaVersion { get; set; }

    /// <summary>The task.</summary>
    /// <value><see cref="NovaEmbedTaskType.SingleEmbedding"/> by default.</value>
    [JsonPropertyName("taskType")]
    public NovaEmbedTaskType TaskType { get; set; } = NovaEmbedTaskType.SingleEmbedding;

    /// <summary>What to embed and how.</summary>
    /// <value>Required by the service.</value>
    [JsonPropertyName("singleEmbeddingParams")]
    [JsonConverter(typeof(NovaEmbedObjectConverter<NovaEmbedParams>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required NovaEmbedParams SingleEmbeddingParams { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A request with nothing but a text, which fails when the text is too long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="purpose">What the vector is for; <see cref="NovaEmbedPurpose.GenericIndex"/> when null.</param>
    /// <param name="dimension">The length of the vector; the service's default when null.</param>
    /// <returns>The request.</returns>
    public static NovaEmbedRequest For(string text, NovaEmbedPurpose? purpose = null, int? dimension = null) => new()
    {
        SingleEmbeddingParams = new()
        {
            EmbeddingPurpose = purpose ?? NovaEmbedPurpose.GenericIndex,
            EmbeddingDimension = dimension,
            Text = new() { TruncationMode = NovaEmbedTruncationMode.None, Value = text },
        },
    };

    /// <summary>A copy that shares no object and no map with this request; the bytes of content are shared.</summary>
    /// <returns>The copy.</returns>
    public NovaEmbedRequest Clone() => NovaEmbedCopies.Of(this);
}
