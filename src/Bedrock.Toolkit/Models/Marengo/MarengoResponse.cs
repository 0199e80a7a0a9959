namespace Bedrock.Toolkit.Models;

/// <summary>The vectors of an input: an answer, or the file <c>output.json</c> of an asynchronous call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoResponse : BedrockResponse
{
    /// <summary>The vectors.</summary>
    /// <value>One for a text or an image, one per segment and side for sound and video. A single object on the wire reads as a list of one.</value>
    [JsonPropertyName("data"), JsonConverter(typeof(MarengoEmbeddingsConverter)), AllowNull]
    public IList<MarengoEmbedding> Embeddings { get; set => field = value ?? []; } = [];

    private protected override ObjectSummary Summarise() => new("Embeddings", ObjectSummary.Count(Embeddings.Count, "vector"));
}

/// <summary>Reads the vectors of an answer as a list or as a single object, and writes them as a list. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MarengoEmbeddingsConverter : JsonConverter<IList<MarengoEmbedding>>
{
    private static readonly MarengoListConverter<MarengoEmbedding> List = new();

    /// <inheritdoc/>
    public override IList<MarengoEmbedding>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? [NestedJson.Read(ref reader, MarengoJsonContext.Default.MarengoEmbedding)!]
            : List.Read(ref reader, typeToConvert, options);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IList<MarengoEmbedding> value, JsonSerializerOptions options) => List.Write(writer, value, options);
}

/// <summary>One vector of an answer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
public sealed partial class MarengoEmbedding : BedrockObject
{
    /// <summary>The vector.</summary>
    /// <value>512 numbers from 3.0, 1024 from 2.7; empty, and omitted, when there is none.</value>
    [JsonPropertyName("embedding"), JsonConverter(typeof(FloatVectorConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
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
}
