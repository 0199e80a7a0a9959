using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Models;

/// <summary>The Titan text and embedding models that this version knows; the <c>FromId</c> methods take every other id. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/titan-embedding-models.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/titan-multiemb-models.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html. The retired models live on as provisioned and customised copies.
/// </remarks>
public static class TitanModels
{
    private const string NovaMicro = "amazon.nova-micro-v1:0";
    private const string NovaLite = "amazon.nova-lite-v1:0";
    private const string NovaPro = "amazon.nova-pro-v1:0";
    private const int V1Dimensions = 1536;
    private const int MaxEmbedTokens = 8192;
    private const int MaxV2Characters = 50_000;
    private const int MaxImageModelTokens = 256;

    /// <summary>Titan Text G1 - Lite: the smallest of its family; answers of up to 4,096 tokens.</summary>
    [Obsolete("AWS ended Titan Text Lite on 2025-08-15; use amazon.nova-micro-v1:0. For a customised copy use TextFromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> TextLite { get; } =
        Text("amazon.titan-text-lite-v1", Retired(NovaMicro), maxOutputTokens: 4096);

    /// <summary>Titan Text G1 - Express: for general use; answers of up to 8,192 tokens.</summary>
    [Obsolete("AWS ended Titan Text Express on 2025-08-15; use amazon.nova-lite-v1:0. For a customised copy use TextFromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> TextExpress { get; } =
        Text("amazon.titan-text-express-v1", Retired(NovaLite), maxOutputTokens: 8192);

    /// <summary>Titan Text G1 - Premier: the largest of its family; answers of up to 3,072 tokens.</summary>
    [Obsolete("AWS ended Titan Text Premier on 2025-08-15; use amazon.nova-pro-v1:0. For a customised copy use TextFromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> TextPremier { get; } =
        Text("amazon.titan-text-premier-v1:0", Retired(NovaPro), maxOutputTokens: 3072);

    /// <summary>Titan TG1 Large: the preview before Titan Text; the day of its end and its limits are unconfirmed.</summary>
    [Obsolete("AWS no longer serves Titan TG1 Large; use amazon.nova-lite-v1:0. For a customised copy use TextFromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> TextG1Large { get; } =
        Text("amazon.titan-tg1-large", new ModelLifecycle { Status = ModelStatus.Retired, Replacement = NovaLite }, maxOutputTokens: null);

    /// <summary>Titan Embeddings G1 - Text (V1): vectors of 1536 numbers, no settings.</summary>
    public static EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> EmbedTextV1 { get; } = EmbedTextV1FromId("amazon.titan-embed-text-v1");

    /// <summary>Titan Text Embeddings V2: vectors of 1024, 512 or 256 numbers, or bits.</summary>
    public static EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> EmbedTextV2 { get; } = EmbedTextV2FromId("amazon.titan-embed-text-v2:0");

    /// <summary>Titan Multimodal Embeddings G1: vectors of 1024, 384 or 256 numbers of a text, an image, or both.</summary>
    public static EmbeddingModel<TitanEmbedImageRequest, TitanEmbedImageResponse> EmbedImageV1 { get; } = EmbedImageV1FromId("amazon.titan-embed-image-v1");

    /// <summary>A model with the JSON of Titan Text under any id: a provisioned or customised copy, or one that this version does not know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> TextFromId(ModelId id) =>
        Text(id, ModelLifecycle.Active, maxOutputTokens: null);

    /// <summary>A model with the JSON of Titan Embeddings G1 - Text (V1) under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> EmbedTextV1FromId(ModelId id) =>
        Embed(id, [V1Dimensions], TitanRequestChecks.EmbedTextV1, CreateV1Request);

    /// <summary>A model with the JSON of Titan Text Embeddings V2 under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> EmbedTextV2FromId(ModelId id) =>
        Embed(id, [1024, 512, 256], TitanRequestChecks.EmbedTextV2, CreateV2Request, MaxV2Characters);

    /// <summary>A model with the JSON of Titan Multimodal Embeddings G1 under any id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static EmbeddingModel<TitanEmbedImageRequest, TitanEmbedImageResponse> EmbedImageV1FromId(ModelId id) =>
        new(
            id,
            TitanJsonContext.Default.TitanEmbedImageRequest,
            TitanJsonContext.Default.TitanEmbedImageResponse,
            CreateImageRequest,
            ReadImageVectors)
        {
            CheckRequest = TitanRequestChecks.EmbedImage,
            MaxImagesPerCall = 1,
            Dimensions = [1024, 384, 256],
            Capabilities = new ModelCapabilities
            {
                Input = ModelModalities.Text | ModelModalities.Image,
                Output = ModelModalities.Embedding,
                ContextTokens = MaxImageModelTokens,
            },
        };

    private static ModelLifecycle Retired(string replacement) => ModelLifecycle.Retired(2025, 8, 15) with { Replacement = replacement };

    private static StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> Text(ModelId id, ModelLifecycle lifecycle, int? maxOutputTokens) =>
        new(
            id,
            TitanJsonContext.Default.TitanTextRequest,
            TitanJsonContext.Default.TitanTextResponse,
            TitanJsonContext.Default.TitanTextStreamEvent,
            // The last chunk has a reason; one that a guardrail put in place of the answer has none, but the count that only a last chunk has.
            static e => e.CompletionReason is not null
                || (e.GuardrailAction == BedrockGuardrailAction.Intervened && e.TotalOutputTextTokenCount is not null)
                || e.IsServiceEnd,
            static () => new TitanTextStreamFold())
        {
            CheckRequest = TitanRequestChecks.Text,
            ReadMaxTokens = static request => request.TextGenerationConfig?.MaxTokenCount,
            Lifecycle = lifecycle,
            Capabilities = new ModelCapabilities { MaxOutputTokens = maxOutputTokens },
        };

    private static EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> Embed(
        ModelId id,
        IReadOnlyList<int> dimensions,
        Action<TitanEmbedTextRequest> check,
        Func<EmbeddingInput, TitanEmbedTextRequest> createRequest,
        int? maxCharacters = null) =>
        new(
            id,
            TitanJsonContext.Default.TitanEmbedTextRequest,
            TitanJsonContext.Default.TitanEmbedTextResponse,
            createRequest,
            ReadVectors)
        {
            CheckRequest = check,
            MaxTextsPerCall = 1,
            MaxTextCharacters = maxCharacters,
            Dimensions = dimensions,
            Capabilities = new ModelCapabilities { Output = ModelModalities.Embedding, ContextTokens = MaxEmbedTokens },
        };

    // V1 has no setting for the length: its own length is what comes anyway, any other is refused by the check.
    private static TitanEmbedTextRequest CreateV1Request(EmbeddingInput input) =>
        new() { InputText = OnlyText(input), Dimensions = input.Dimensions == V1Dimensions ? null : input.Dimensions };

    private static TitanEmbedTextRequest CreateV2Request(EmbeddingInput input) =>
        new() { InputText = OnlyText(input), Dimensions = input.Dimensions };

    private static string OnlyText(EmbeddingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Single("Titan Text Embeddings", images: false).Text!;
    }

    private static TitanEmbedImageRequest CreateImageRequest(EmbeddingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        (string? text, BedrockImage? image) = input.Single("Titan Multimodal Embeddings");
        return new()
        {
            InputText = text,
            InputImage = image?.Bytes,
            EmbeddingConfig = input.Dimensions is { } length ? new() { OutputEmbeddingLength = length } : null,
        };
    }

    private static IReadOnlyList<ReadOnlyMemory<float>> ReadVectors(TitanEmbedTextResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        ReadOnlyMemory<float> vector = response.Embedding.IsEmpty ? response.EmbeddingsByType?.Float ?? default : response.Embedding;
        return vector.IsEmpty ? throw new BedrockProtocolException("The answer holds no vector of floating-point numbers.") : [vector];
    }

    private static IReadOnlyList<ReadOnlyMemory<float>> ReadImageVectors(TitanEmbedImageResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Message is { } failure)
        {
            throw new BedrockModelException($"The model could not embed the input: {failure}");
        }

        return response.Embedding.IsEmpty ? throw new BedrockProtocolException("The answer holds no vector.") : [response.Embedding];
    }
}

/// <summary>What the Titan text models take. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</remarks>
internal static class TitanRules
{
    private static readonly ModelRules Text = new()
    {
        Line = "Titan Text",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP,
        Reasoning = ReplayedReasoning.None,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        BeginsWithUser = true,
        RolesAlternate = true,
        TakesSystem = false,
    };

    public static ModelRuleEntry[] Entries { get; } = [new("amazon.titan-text", Text), new("amazon.titan-tg1", Text)];
}
