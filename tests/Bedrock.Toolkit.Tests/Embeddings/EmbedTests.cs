using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Embeddings;

public class EmbedTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(96, 1)]
    [InlineData(97, 2)]
    [InlineData(200, 3)]
    public async Task Embed_Cohere_SplitsWhatOneCallDoesNotTake(int texts, int calls)
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        string[] all = [.. Enumerable.Range(0, texts).Select(i => $"item {i}")];

        EmbeddingResult result = await client.EmbedAsync(CohereEmbedModels.EnglishV3, all, EmbeddingPurpose.Query);

        Assert.Equal(calls, service.Calls.Count);
        Assert.Equal(calls, result.Calls);
        Assert.Equal(all.Select(EmbeddingService.VectorOf), result.Vectors.Select(v => v.ToArray()));
        Assert.Equal(2 * texts, result.Usage!.InputTokens);
    }

    [Fact]
    public async Task Embed_Titan_MakesOneCallATextInOrder()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();
        string[] all = [.. Enumerable.Range(0, 50).Select(i => $"item {i}")];

        EmbeddingResult result = await client.EmbedAsync(TitanModels.EmbedTextV2, all);

        Assert.Equal(50, service.Calls.Count);
        Assert.InRange(service.MaxRunning, 1, 8);
        Assert.Equal(all.Select(EmbeddingService.VectorOf), result.Vectors.Select(v => v.ToArray()));
    }

    [Fact]
    public async Task Embed_AnyFamily_GivesVectorsOfTheWantedLength()
    {
        using var fake = new FakeBedrock();
        string[] texts = ["When does the ferry leave?", "The ferry leaves at nine.", "Bananas ripen next to apples."];

        await AssertAsync(TitanModels.EmbedTextV1, null, 1536);
        await AssertAsync(TitanModels.EmbedTextV2, 256, 256);
        await AssertAsync(TitanModels.EmbedImageV1, 384, 384);
        await AssertAsync(NovaEmbedModels.MultimodalV1, 1024, 1024);
        await AssertAsync(CohereEmbedModels.EnglishV3, null, 1024);
        await AssertAsync(CohereEmbedModels.V4, 512, 512);
        await AssertAsync(MarengoModels.Embed30, null, 512);
        await AssertAsync(MarengoModels.Embed27.InProfile("us"), null, 1024);

        async Task AssertAsync<TRequest, TResponse>(EmbeddingModel<TRequest, TResponse> model, int? dimensions, int length)
        {
            EmbeddingResult result = await fake.Client.EmbedAsync(model, texts, EmbeddingPurpose.Document, dimensions);
            Assert.All(result.Vectors, v => Assert.Equal(length, v.Length));
            Assert.True(result.Usage!.InputTokens > 0);
            float near = VectorSimilarity.Cosine(result.Vectors[0].Span, result.Vectors[1].Span);
            float far = VectorSimilarity.Cosine(result.Vectors[0].Span, result.Vectors[2].Span);
            Assert.True(near > far + 0.2, $"{model}: {near} and {far}");
        }
    }

    [Fact]
    public async Task EmbedImages_AnyFamilyThatTakesThem_GivesAVectorEach()
    {
        using var fake = new FakeBedrock();
        BedrockImage[] images = [new(Png), new(Jpeg), new(Png)];

        await AssertAsync(TitanModels.EmbedImageV1);
        await AssertAsync(NovaEmbedModels.MultimodalV1);
        await AssertAsync(CohereEmbedModels.MultilingualV3);
        await AssertAsync(CohereEmbedModels.V4);
        await AssertAsync(MarengoModels.Embed30);
        await AssertAsync(MarengoModels.Embed27);

        async Task AssertAsync<TRequest, TResponse>(EmbeddingModel<TRequest, TResponse> model)
        {
            EmbeddingResult result = await fake.Client.EmbedImagesAsync(model, images);
            Assert.Equal(result.Vectors[0].ToArray(), result.Vectors[2].ToArray());
            Assert.NotEqual(result.Vectors[0].ToArray(), result.Vectors[1].ToArray());
        }
    }

    [Fact]
    public async Task Embed_WhatTheModelDoesNotTake_IsRefusedBeforeACall()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        await RefusedAsync("nothing to embed", () => client.EmbedAsync(TitanModels.EmbedTextV2, []));
        await RefusedAsync("Item 1 is blank", () => client.EmbedAsync(TitanModels.EmbedTextV2, ["a", " "]));
        await RefusedAsync("Item 1 is blank", () => client.EmbedAsync(TitanModels.EmbedTextV2, ["a", null!]));
        await RefusedAsync("Item 0 is longer than 2048", () => client.EmbedAsync(CohereEmbedModels.EnglishV3, [new string('a', 2049)]));
        await RefusedAsync("Item 0 is longer than 50000", () => client.EmbedAsync(TitanModels.EmbedTextV2, [new string('a', 50_001)]));
        await RefusedAsync("offers 1024, 512, 256", () => client.EmbedAsync(TitanModels.EmbedTextV2, ["a"], dimensions: 300));
        await RefusedAsync("dimensions is 0", () => client.EmbedAsync(TitanModels.EmbedTextV2, ["a"], dimensions: 0));
        await RefusedAsync("takes only texts", () => client.EmbedImagesAsync(TitanModels.EmbedTextV2, [new(Png)]));
        await RefusedAsync("gif", () => client.EmbedImagesAsync(CohereEmbedModels.EnglishV3, [new(Gif)]));
        await RefusedAsync("no image", () => client.EmbedImagesAsync(TitanModels.EmbedImageV1, [new(NoImage)]));
        await RefusedAsync("no image", () => client.EmbedImagesAsync(NovaEmbedModels.MultimodalV1, [new(NoImage)]));
        await RefusedAsync("no image", () => client.EmbedImagesAsync(MarengoModels.Embed30, [new(NoImage)]));
        await RefusedAsync("no image", () => client.EmbedImagesAsync(CohereEmbedModels.V4, [new(NoImage)]));
        Assert.Empty(service.Calls);

        static async Task RefusedAsync(string part, Func<Task> call) =>
            Assert.Contains(part, (await Assert.ThrowsAsync<ArgumentException>(call)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"embeddings":[[1,2]]}""", "1 vectors for 2 inputs")]
    [InlineData("""{"embeddings":[[1,2],[3]]}""", "2 and of 1 numbers")]
    [InlineData("""{"embeddings":[[1,2],[]]}""", "0 numbers")]
    [InlineData("""{"embeddings":[[1,2],["NaN",2]]}""", "input 1 holds NaN")]
    [InlineData("""{"embeddings":[["-Infinity",2],[1,2]]}""", "input 0 holds NaN")]
    [InlineData("""{"id":"x"}""", "no vectors")]
    public async Task Embed_AnswerThatIsNoAnswer_IsAProtocolException(string json, string part)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(json)));

        var e = await Assert.ThrowsAsync<BedrockProtocolException>(() => client.EmbedAsync(CohereEmbedModels.EnglishV3, ["a", "b"]));

        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_OneCallFails_FailsAsThatCall()
    {
        using var service = new EmbeddingService();
        using BedrockClient client = service.Client();

        await Assert.ThrowsAsync<BedrockValidationException>(() => client.EmbedAsync(TitanModels.EmbedTextV2, ["item 1", "bad 2", "item 3"]));
    }

    [Fact]
    public void Cut_ByBytes_SendsWhatIsTooLargeAlone()
    {
        var limits = new BatchLimits(MaxTexts: 10, MaxImages: 2, MaxBytes: 100);
        EmbeddingContent[] contents =
            [new(new string('a', 50)), new(new string('a', 200)), new("b"), new("c"), new(new BedrockImage(Png)), new(new BedrockImage(Png))];

        Assert.Equal([0..1, 1..2, 2..4, 4..5, 5..6], limits.Cut(contents));
    }

    [Fact]
    public async Task MaxAttempts_OfACall_OverridesTheClients()
    {
        var handler = new ScriptedHandler(_ => Answers.Error(503, "ServiceUnavailableException"), _ => Answers.Error(503, "ServiceUnavailableException"));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockServiceException>(() => client.EmbedAsync(TitanModels.EmbedTextV2, ["a"], options: new() { MaxAttempts = 1 }));
        Assert.Single(handler.Sent);
        Assert.Equal("attempt=1; max=1", handler.Sent[0].Headers["amz-sdk-request"]);
        await Assert.ThrowsAsync<ArgumentException>(() => client.EmbedAsync(TitanModels.EmbedTextV2, ["a"], options: new() { MaxAttempts = 21 }));
    }
}
