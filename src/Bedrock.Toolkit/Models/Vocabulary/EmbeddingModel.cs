namespace Bedrock.Toolkit;

/// <summary>A model that turns texts, and with some models images, into vectors. Immutable and thread-safe.</summary>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public class EmbeddingModel<TRequest, TResponse> : Model<TRequest, TResponse>, IEmbeddingModel
{
    /// <summary>Describes an embedding model.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="requestTypeInfo">How to write the request.</param>
    /// <param name="responseTypeInfo">How to read the response.</param>
    /// <param name="createRequest">Builds a request from texts or images.</param>
    /// <param name="readVectors">Takes the vectors out of a response, one per text or image, in their order.</param>
    public EmbeddingModel(
        ModelId id,
        JsonTypeInfo<TRequest> requestTypeInfo,
        JsonTypeInfo<TResponse> responseTypeInfo,
        Func<EmbeddingInput, TRequest> createRequest,
        Func<TResponse, IReadOnlyList<ReadOnlyMemory<float>>> readVectors)
        : base(id, requestTypeInfo, responseTypeInfo)
    {
        ArgumentNullException.ThrowIfNull(createRequest);
        ArgumentNullException.ThrowIfNull(readVectors);
        CreateRequest = createRequest;
        ReadVectors = readVectors;
        Capabilities = new ModelCapabilities { Output = ModelModalities.Embedding };
    }

    /// <inheritdoc/>
    public int MaxTextsPerCall { get; init; } = 1;

    /// <inheritdoc/>
    public int MaxImagesPerCall { get; init; }

    /// <inheritdoc/>
    public int? MaxTextCharacters { get; init; }

    /// <inheritdoc/>
    public int MaxInputBytesPerCall { get; init; } = 20_000_000;

    /// <inheritdoc/>
    public IReadOnlyList<int> Dimensions { get; init; } = [];

    /// <summary>Builds a request from texts or images.</summary>
    public Func<EmbeddingInput, TRequest> CreateRequest { get; }

    /// <summary>Takes the vectors out of a response, one per text or image, in their order.</summary>
    public Func<TResponse, IReadOnlyList<ReadOnlyMemory<float>>> ReadVectors { get; }

    /// <inheritdoc/>
    public override EmbeddingModel<TRequest, TResponse> WithId(ModelId id) => (EmbeddingModel<TRequest, TResponse>)CopyWith(id);

    /// <inheritdoc/>
    public override EmbeddingModel<TRequest, TResponse> InProfile(string geography) => WithId(Id.InProfile(geography));
}

/// <summary>What every embedding model says of itself, whatever its JSON is.</summary>
public interface IEmbeddingModel
{
    /// <summary>The id that goes into the request's path.</summary>
    ModelId Id { get; }

    /// <summary>How many texts one call takes.</summary>
    /// <value>1 or more.</value>
    int MaxTextsPerCall { get; }

    /// <summary>How many images one call takes.</summary>
    /// <value>0 for a model that takes none.</value>
    int MaxImagesPerCall { get; }

    /// <summary>The longest text.</summary>
    /// <value>In characters, a surrogate pair counting as one; null when only a limit in tokens is documented.</value>
    int? MaxTextCharacters { get; }

    /// <summary>How much the inputs of one call may weigh together: UTF-8 for texts, base64 for images.</summary>
    /// <value>In bytes; 20,000,000 by default, which leaves room for the rest of a body of 25,000,000 and for escapes.</value>
    int MaxInputBytesPerCall { get; }

    /// <summary>The vector lengths on offer.</summary>
    /// <value>The default first; empty when not known.</value>
    IReadOnlyList<int> Dimensions { get; }
}

/// <summary>What to embed in one call, in terms that fit every embedding model: texts or images, each of which becomes a vector.</summary>
public sealed class EmbeddingInput
{
    /// <summary>The texts.</summary>
    /// <value>At most <see cref="IEmbeddingModel.MaxTextsPerCall"/> texts, none of them blank; empty when <see cref="Images"/> are given.</value>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The images.</summary>
    /// <value>At most <see cref="IEmbeddingModel.MaxImagesPerCall"/> images; empty when <see cref="Texts"/> are given.</value>
    public IReadOnlyList<BedrockImage> Images { get; init; } = [];

    /// <summary>What the vectors are for.</summary>
    /// <value><see cref="EmbeddingPurpose.Document"/> by default; models that make no difference ignore it.</value>
    public EmbeddingPurpose Purpose { get; init; }

    /// <summary>The wanted vector length.</summary>
    /// <value>One of <see cref="IEmbeddingModel.Dimensions"/>; the model's default when null.</value>
    public int? Dimensions { get; init; }

    /// <summary>The only input of a model that takes one text or one image per call; the other of the two is null.</summary>
    internal (string? Text, BedrockImage? Image) Single(string family, bool images = true)
    {
        if (!images && Images.Count > 0)
        {
            throw new ArgumentException($"Images holds {Images.Count} images, but {family} takes only texts.", "input");
        }

        return (Texts.Count, Images.Count) switch
        {
            (1, 0) => (Texts[0], null),
            (0, 1) => (null, Images[0]),
            _ => throw new ArgumentException(
                $"Texts holds {Texts.Count} texts and Images {Images.Count} images, but {family} takes one {(images ? "text or image" : "text")} per call.",
                    "input"),
        };
    }
}

/// <summary>What an embedding is for.</summary>
public enum EmbeddingPurpose
{
    /// <summary>To be found: a text that is stored.</summary>
    Document,

    /// <summary>To search with: a question.</summary>
    Query,
}
