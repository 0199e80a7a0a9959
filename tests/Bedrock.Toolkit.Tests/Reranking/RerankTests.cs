using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Reranking;

public class RerankTests
{
    private static readonly string[] Documents =
    [
        "The bakery opens at six.",
        "Boats moor on the north side.",
        "The ferry to the island leaves at nine.",
        "Bananas ripen next to apples.",
        "The island has one ferry.",
    ];

    [Fact]
    public async Task Rerank_EitherFamily_GivesOriginalPositionsBestFirst()
    {
        using var fake = new FakeBedrock();

        await AssertAsync(CohereRerankModels.V35);
        await AssertAsync(AmazonRerankModels.V1);

        async Task AssertAsync<TRequest, TResponse>(RerankModel<TRequest, TResponse> model)
        {
            RerankResult result = await fake.Client.RerankAsync(model, "When does the ferry leave for the island?", Documents);
            Assert.Equal(5, result.Documents.Count);
            Assert.Equal([2, 4], result.Documents.Take(2).Select(d => d.Index));
            Assert.All(result.Documents, d => Assert.Equal(Documents[d.Index], d.Document));
            Assert.Equal(result.Documents.OrderByDescending(d => d.Score), result.Documents);
            Assert.All(result.Documents, d => Assert.InRange(d.Score, 0, 1));
            Assert.True(result.Usage!.InputTokens > 0);

            RerankResult top = await fake.Client.RerankAsync(model, "When does the ferry leave for the island?", Documents, topN: 2);
            Assert.Equal(result.Documents.Take(2), top.Documents);
        }
    }

    [Fact]
    public async Task Rerank_MoreThanACallTakes_SplitsAndPutsTogether()
    {
        using var fake = new FakeBedrock();
        RerankModel<CohereRerankRequest, CohereRerankResponse> whole = CohereRerankModels.V35;
        var parts = new RerankModel<CohereRerankRequest, CohereRerankResponse>(
            whole.Id, whole.RequestTypeInfo, whole.ResponseTypeInfo, whole.CreateRequest, whole.ReadScores) { MaxDocumentsPerCall = 2 };

        RerankResult split = await fake.Client.RerankAsync(parts, "ferry to the island", Documents, topN: 3);

        Assert.Equal([1, 2, 2], fake.Requests(whole).Select(r => r.Documents.Count).Order());
        Assert.All(fake.Requests(whole), r => Assert.Equal(Math.Min(3, r.Documents.Count), r.TopN));
        Assert.Equal((await fake.Client.RerankAsync(whole, "ferry to the island", Documents, topN: 3)).Documents, split.Documents);
    }

    [Fact]
    public async Task Rerank_EqualScores_KeepTheOrderOfTheList()
    {
        using var fake = new FakeBedrock();

        RerankResult result = await fake.Client.RerankAsync(AmazonRerankModels.V1, "zebra", ["a", "b", "c"]);

        Assert.Equal([0, 1, 2], result.Documents.Select(d => d.Index));
    }

    [Theory]
    [InlineData("""{"results":[{"index":5,"relevance_score":1}]}""")]
    [InlineData("""{"results":[{"index":-1,"relevance_score":1}]}""")]
    [InlineData("""{"results":[{"index":0,"relevance_score":1},{"index":0,"relevance_score":0.5}]}""")]
    public async Task Rerank_AnswerThatNamesNoDocument_IsAProtocolException(string json)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Json(json)));

        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.RerankAsync(CohereRerankModels.V35, "a", Documents));
    }

    [Fact]
    public async Task Rerank_WhatNoModelTakes_IsRefusedBeforeACall()
    {
        var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<ArgumentException>(() => client.RerankAsync(CohereRerankModels.V35, " ", Documents));
        await Assert.ThrowsAsync<ArgumentException>(() => client.RerankAsync(CohereRerankModels.V35, "a", []));
        Assert.Contains("documents[1]", (await Assert.ThrowsAsync<ArgumentException>(() => client.RerankAsync(CohereRerankModels.V35, "a", ["b", ""]))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.RerankAsync(CohereRerankModels.V35, "a", Documents, topN: 0));
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public void ToString_OfADocument_HidesTheText() => Assert.Equal("3: 0.25", new RerankedDocument(3, 0.25, "secret").ToString());
}
