namespace Bedrock.Toolkit.Models;

/// <summary>The TwelveLabs Marengo models that this version knows; the <c>FromId</c> methods take every other id. Thread-safe.</summary>
/// <remarks>
/// Text and images are answered at once, sound and video only by an asynchronous call. 2.7 is called at once through an inference profile
/// only, 3.0 too outside of us-east-1 and ap-northeast-2: <c>MarengoModels.Embed27.InProfile("us")</c>.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
/// </remarks>
public static class MarengoModels
{
    /// <summary>Marengo Embed 3.0: vectors of 512 numbers.</summary>
    public static EmbeddingModel<MarengoRequest, MarengoResponse> Embed30 { get; } = Embed30FromId("twelvelabs.marengo-embed-3-0-v1:0");

    /// <summary>Marengo Embed 2.7: vectors of 1024 numbers; AWS ends it on 2026-11-30.</summary>
    public static EmbeddingModel<Marengo27Request, MarengoResponse> Embed27 { get; } = Create27(
        "twelvelabs.marengo-embed-2-7-v1:0", ModelLifecycle.Legacy(2026, 11, 30) with { Replacement = "twelvelabs.marengo-embed-3-0-v1:0" });

    /// <summary>A model with the JSON of Marengo Embed 3.0 under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<MarengoRequest, MarengoResponse> Embed30FromId(ModelId id) =>
        new(id, MarengoJsonContext.Default.MarengoRequest, MarengoJsonContext.Default.MarengoResponse, CreateRequest, ReadVectors)
        {
            CheckRequest = MarengoRequestCheck.Embed30,
            MaxImagesPerCall = 1,
            Dimensions = [512],
            Capabilities = Capabilities(500),
        };

    /// <summary>A model with the JSON of Marengo Embed 2.7 under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<Marengo27Request, MarengoResponse> Embed27FromId(ModelId id) => Create27(id, ModelLifecycle.Active);

    /// <summary>Marengo Embed 3.0 called asynchronously, for sound and video as well.</summary>
    public static AsyncModel<MarengoRequest> Embed30Async { get; } = Embed30AsyncFromId("twelvelabs.marengo-embed-3-0-v1:0");

    /// <summary>Marengo Embed 2.7 called asynchronously, for sound and video as well; AWS ends it on 2026-11-30.</summary>
    public static AsyncModel<Marengo27Request> Embed27Async { get; } = new("twelvelabs.marengo-embed-2-7-v1:0", MarengoJsonContext.Default.Marengo27Request)
    {
        CheckInput = MarengoRequestCheck.Embed27Async,
        Capabilities = Capabilities(77),
        Lifecycle = ModelLifecycle.Legacy(2026, 11, 30) with { Replacement = "twelvelabs.marengo-embed-3-0-v1:0" },
    };

    /// <summary>The asynchronous call of a model with the JSON of Marengo Embed 3.0 under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static AsyncModel<MarengoRequest> Embed30AsyncFromId(ModelId id) => new(id, MarengoJsonContext.Default.MarengoRequest)
    {
        CheckInput = MarengoRequestCheck.Embed30Async,
        Capabilities = Capabilities(500),
    };

    private static EmbeddingModel<Marengo27Request, MarengoResponse> Create27(ModelId id, ModelLifecycle lifecycle) =>
        new(id, MarengoJsonContext.Default.Marengo27Request, MarengoJsonContext.Default.MarengoResponse, Create27Request, ReadVectors)
        {
            CheckRequest = MarengoRequestCheck.Embed27,
            MaxImagesPerCall = 1,
            Dimensions = [1024],
            Capabilities = Capabilities(77),
            Lifecycle = lifecycle,
        };

    private static ModelCapabilities Capabilities(int tokens) => new()
    {
        Input = ModelModalities.Text | ModelModalities.Image | ModelModalities.Audio | ModelModalities.Video,
        Output = ModelModalities.Embedding,
        ContextTokens = tokens,
    };

    private static MarengoRequest CreateRequest(EmbeddingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        RequireLength(input.Dimensions, 512);
        (string? text, BedrockImage? image) = input.Single("Marengo");
        return text is not null ? MarengoRequest.For(text) : MarengoRequest.For(MarengoMediaSource.FromBytes(image!.Bytes));
    }

    private static Marengo27Request Create27Request(EmbeddingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        RequireLength(input.Dimensions, 1024);
        (string? text, BedrockImage? image) = input.Single("Marengo");
        if (image is not null)
        {
            return Marengo27Request.For(MarengoMediaSource.FromBytes(image.Bytes));
        }

        // Nothing is cut in silence: a text that is too long is an error.
        Marengo27Request request = Marengo27Request.For(text!);
        request.TextTruncate = MarengoTextTruncate.None;
        return request;
    }

    private static void RequireLength(int? wanted, int only)
    {
        if (wanted is { } length && length != only)
        {
            throw new ArgumentException($"Dimensions is {length}, but the vectors of this model have {only} numbers.", "input");
        }
    }

    private static ReadOnlyMemory<float>[] ReadVectors(MarengoResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        ReadOnlyMemory<float>[] vectors = [.. response.Embeddings.Select(e => e.Embedding)];
        return vectors.Length > 0 && vectors.All(v => !v.IsEmpty) ? vectors
            : throw new BedrockProtocolException("The answer holds no vector, or an empty one.");
    }
}
