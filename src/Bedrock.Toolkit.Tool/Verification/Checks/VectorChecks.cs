using System.Globalization;
using System.Numerics.Tensors;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>Embeddings, search, rerank and images.</summary>
internal static class VectorChecks
{
    private const string Page = "docs/embeddings.md";
    private const double Slack = 0.01;

    private static readonly string[] Texts = [Prompts.Bread, Prompts.FerryAnswer, Prompts.Library];

    public static IEnumerable<VerifyCheck> All(VerifySettings settings)
    {
        EmbeddingModel<MarengoRequest, MarengoResponse> marengo = MarengoModels.Embed30.InProfile(settings.Geography);
        EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> cohere = CohereEmbedModels.EnglishV3;
        ImageModel<StableRemoveBackgroundRequest, StableImageResponse> service = StabilityServiceModels.RemoveBackground.InProfile(settings.Geography);
        return
        [
            Embed("titan-embed", "titan-embeddings", "A text becomes 1024 numbers of length 1", TitanModels.EmbedTextV2, 1, TitanAsync),
            Embed("titan-embed-256", "titan-embeddings", "A shorter vector is made on request, of length 1 too", TitanModels.EmbedTextV2, 1, TitanShortAsync),
            Embed("titan-embed-multimodal", "titan-embeddings", "A picture and a text become vectors of one space", TitanModels.EmbedImageV1, 2,
                TitanImageAsync),
            Embed("titan-embed-search", "titan-embeddings", "The sentence that answers a question is nearer to it than others", TitanModels.EmbedTextV2, 4,
                run => SearchAsync(run, TitanModels.EmbedTextV2)),
            Embed("cohere-embed", "cohere-embed", "Three texts become three vectors of 1024 numbers in one call", cohere, 1, CohereAsync),
            Embed("cohere-embed-int8", "cohere-embed", "Vectors come in two types of numbers in one call", cohere, 1, CohereTypesAsync),
            Embed("cohere-embed-search", "cohere-embed", "The sentence that answers a question is nearer to it than others", cohere, 2,
                run => SearchAsync(run, cohere)),
            Embed("nova-embed", "nova-embeddings", "A text becomes as many numbers as asked for", NovaEmbedModels.MultimodalV1, 1, NovaAsync),
            Embed("marengo-embed", "marengo", "A text becomes 512 numbers", marengo, 1, run => MarengoAsync(run, marengo)),
            Rerank("rerank-cohere", CohereRerankModels.V35, async run => (await run.Client.InvokeAsync(CohereRerankModels.V35,
                CohereRerankRequest.For(Prompts.Ferry, Texts), run.Token).ConfigureAwait(false)).Results.Select(r => (r.Index, r.RelevanceScore))),
            Rerank("rerank-amazon", AmazonRerankModels.V1, async run => (await run.Client.InvokeAsync(AmazonRerankModels.V1,
                AmazonRerankRequest.For(Prompts.Ferry, Texts), run.Token).ConfigureAwait(false)).Results.Select(r => (r.Index, r.RelevanceScore))),
            new("rerank-top", "rerank", "Only the best documents come back, with their text", $"{Page}: search and rerank", [new(CohereRerankModels.V35.Id)],
                RerankTopAsync),
            new("stability-image", "stability", "A text becomes an image with a size", "docs/images.md: images of any model",
                [new(StableImageModels.Core11.Id)], ImageAsync),
            new("stability-service", "stability", "An image service changes a picture", "docs/images.md: with the model's own request", [new(service.Id)],
                run => ServiceAsync(run, service)),
        ];
    }

    private static VerifyCheck Embed(string id, string family, string title, ModelId model, int calls, Func<CheckRun, Task> run) =>
        new(id, family, title, $"{Page}: embeddings of any family", [new(model, calls, OutputTokens: 0)], run);

    private static VerifyCheck Rerank(string id, ModelId model, Func<CheckRun, Task<IEnumerable<(int Index, double Score)>>> rank) =>
        new(id, "rerank", "All documents come back in the order of their scores, the one with the answer first",
            "docs/models/rerank.md: the model's own request", [new(model)], async run => ExpectOrder([.. await rank(run).ConfigureAwait(false)]));

    private static async Task TitanAsync(CheckRun run)
    {
        TitanEmbedTextResponse answer = await run.Client.InvokeAsync(TitanModels.EmbedTextV2, TitanEmbedTextRequest.For(Prompts.Ferry), run.Token)
            .ConfigureAwait(false);
        ExpectVector(answer.Embedding.Span, 1024, isUnit: true);
        CheckRun.Expect(answer.InputTextTokenCount > 0, "tokens read, counted", CheckRun.Count(answer.InputTextTokenCount));
    }

    private static async Task TitanShortAsync(CheckRun run)
    {
        var request = new TitanEmbedTextRequest { InputText = Prompts.Ferry, Dimensions = 256, Normalize = true };
        ExpectVector((await run.Client.InvokeAsync(TitanModels.EmbedTextV2, request, run.Token).ConfigureAwait(false)).Embedding.Span, 256, isUnit: true);
    }

    private static async Task TitanImageAsync(CheckRun run)
    {
        EmbeddingResult texts = await run.Client.EmbedAsync(TitanModels.EmbedImageV1, [Prompts.Bread], run.Token).ConfigureAwait(false);
        EmbeddingResult images = await run.Client.EmbedImagesAsync(TitanModels.EmbedImageV1, [new BedrockImage(ConverseChecks.PictureBytes)],
            cancellationToken: run.Token).ConfigureAwait(false);
        ExpectVector(texts.Vectors[0].Span, 1024, isUnit: false);
        ExpectVector(images.Vectors[0].Span, 1024, isUnit: false);
    }

    private static async Task CohereAsync(CheckRun run)
    {
        CohereEmbedResponse answer = await run.Client.InvokeAsync(CohereEmbedModels.EnglishV3,
            CohereEmbedRequest.For(CohereEmbedInputType.SearchDocument, Texts), run.Token).ConfigureAwait(false);
        IList<ReadOnlyMemory<float>> vectors = answer.Embeddings?.Float ?? [];
        CheckRun.Expect(vectors.Count == Texts.Length, $"{Texts.Length} vectors", $"{vectors.Count}");
        foreach (ReadOnlyMemory<float> vector in vectors)
        {
            ExpectVector(vector.Span, 1024, isUnit: false);
        }
    }

    private static async Task CohereTypesAsync(CheckRun run)
    {
        CohereEmbedRequest request = CohereEmbedRequest.For(CohereEmbedInputType.SearchDocument, Prompts.Bread);
        request.EmbeddingTypes = [CohereEmbeddingType.Float, CohereEmbeddingType.Int8];
        CohereEmbedResponse answer = await run.Client.InvokeAsync(CohereEmbedModels.EnglishV3, request, run.Token).ConfigureAwait(false);
        CheckRun.Expect(answer.Embeddings?.Int8 is [{ Length: 1024 }] && answer.Embeddings.Float is [{ Length: 1024 }],
            "one vector of 1024 numbers as int8, and one as float",
            $"{answer.Embeddings?.Int8?.Count ?? 0} vectors as int8 and {answer.Embeddings?.Float?.Count ?? 0} as float, or others");
    }

    private static async Task NovaAsync(CheckRun run)
    {
        NovaEmbedResponse answer = await run.Client.InvokeAsync(NovaEmbedModels.MultimodalV1, NovaEmbedRequest.For(Prompts.Ferry, dimension: 384), run.Token)
            .ConfigureAwait(false);
        CheckRun.Expect(answer.Embeddings.Count == 1, "one vector", $"{answer.Embeddings.Count}");
        ExpectVector(answer.Embeddings[0].Embedding.Span, 384, isUnit: false);
    }

    private static async Task MarengoAsync(CheckRun run, EmbeddingModel<MarengoRequest, MarengoResponse> model)
    {
        MarengoResponse answer = await run.Client.InvokeAsync(model, MarengoRequest.For(Prompts.Ferry), run.Token).ConfigureAwait(false);
        CheckRun.Expect(answer.Embeddings.Count > 0, "a vector", "none");
        ExpectVector(answer.Embeddings[0].Embedding.Span, 512, isUnit: false);
    }

    private static async Task SearchAsync<TRequest, TResponse>(CheckRun run, EmbeddingModel<TRequest, TResponse> model)
    {
        EmbeddingResult documents = await run.Client.EmbedAsync(model, Texts, run.Token).ConfigureAwait(false);
        EmbeddingResult question = await run.Client.EmbedAsync(model, [Prompts.Ferry], EmbeddingPurpose.Query, cancellationToken: run.Token)
            .ConfigureAwait(false);
        int best = VectorSearch.TopK(question.Vectors[0], documents.Vectors, 1)[0].Index;
        CheckRun.Expect(best == 1, "the sentence with the answer to be the nearest", $"sentence {best + 1} of {Texts.Length}");
    }

    private static async Task RerankTopAsync(CheckRun run)
    {
        RerankResult result = await run.Client.RerankAsync(CohereRerankModels.V35, Prompts.Ferry, Texts, 2, run.Token).ConfigureAwait(false);
        CheckRun.Expect(result.Documents.Count == 2, "two documents", $"{result.Documents.Count}");
        CheckRun.Expect(result.Documents[0] is { Index: 1, Document: Prompts.FerryAnswer }, "the document with the answer first",
            $"document {result.Documents[0].Index + 1}");
    }

    private static async Task ImageAsync(CheckRun run)
    {
        ImageResult result = await run.Client.GenerateImagesAsync(StableImageModels.Core11, new ImageInput { Prompt = Prompts.Lighthouse, Seed = 7 }, run.Token)
            .ConfigureAwait(false);
        CheckRun.Expect(result.Status == ImageStatus.Complete, "a complete result", result.Status.ToString());
        ExpectImage(result.Images);
    }

    private static async Task ServiceAsync(CheckRun run, Model<StableRemoveBackgroundRequest, StableImageResponse> model)
    {
        var request = new StableRemoveBackgroundRequest { Image = ConverseChecks.PictureBytes };
        StableImageResponse answer = await run.Client.InvokeAsync(model, request, run.Token).ConfigureAwait(false);
        ExpectImage([.. answer.Images ?? []]);
    }

    private static void ExpectImage(IReadOnlyList<BedrockImage> images)
    {
        CheckRun.Expect(images.Count == 1, "one image", $"{images.Count}");
        CheckRun.Expect(images[0] is { MediaType: not null, Size: { Width: > 0, Height: > 0 } }, "bytes of an image with a size", "bytes that are no image");
    }

    private static void ExpectVector(ReadOnlySpan<float> vector, int length, bool isUnit)
    {
        CheckRun.Expect(vector.Length == length, $"{length} numbers", $"{vector.Length}");
        double size = TensorPrimitives.Norm(vector);
        CheckRun.Expect(double.IsFinite(size) && size > 0, "finite numbers, not all zero", "others");
        CheckRun.Expect(!isUnit || Math.Abs(size - 1) < Slack, "a vector of length 1",
            string.Create(CultureInfo.InvariantCulture, $"{size:0.###}"));
    }

    private static void ExpectOrder(IReadOnlyList<(int Index, double Score)> ranked)
    {
        CheckRun.Expect(ranked.Select(static r => r.Index).Order().SequenceEqual(Enumerable.Range(0, Texts.Length)), $"each of {Texts.Length} documents once",
            $"documents {string.Join(", ", ranked.Select(static r => r.Index))}");
        CheckRun.Expect(ranked.Zip(ranked.Skip(1)).All(static pair => pair.First.Score >= pair.Second.Score), "scores that fall", "scores that do not");
        CheckRun.Expect(ranked[0].Index == 1, "the document with the answer first", $"document {ranked[0].Index + 1}");
    }
}
