using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The vectors of an input: an answer, or the file <c>output.json</c> of an asynchronous call. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed class MarengoResponse : BedrockResponse
{
    /// <summary>The vectors.</summary>
    /// <value>One for a text or an image, one per segment and side for sound and video. A single object on the wire reads as a list of one.</value>
    [JsonPropertyName("data")]
    [JsonConverter(typeof(MarengoEmbeddingsConverter))]
    [AllowNull]
    public IList<MarengoEmbedding> Embeddings { get; set => field = value ?? []; } = [];
}
