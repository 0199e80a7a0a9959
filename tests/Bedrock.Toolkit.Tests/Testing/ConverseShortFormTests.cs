using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>What a newcomer types into a test first.</summary>
public sealed class ConverseShortFormTests
{
    [Fact]
    public async Task Reply_Text_ServesCallAndStream()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NovaModels.Lite).Reply("The tide turns at nine.");

        Assert.Equal("The tide turns at nine.", (await fake.Client.ConverseAsync(NovaModels.Lite, "When?")).Text);
        Assert.Equal("The tide turns at nine.", (await fake.Client.ConverseStreamAsync(NovaModels.Lite, "When?").ForEachAsync(_ => { })).Text);
    }

    [Fact]
    public async Task ReplyToolCall_InALoop_RunsTheTool()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NovaModels.Lite).ReplyToolCall("weather", """{"city":"Oslo"}""").Reply("It rains in Oslo.");
        string? asked = null;
        RunnableTool weather = RunnableTool.Create("weather", "The weather of a city.", (string city) => asked = city);

        ToolLoopResult result = await fake.Client.ConverseWithToolsAsync(NovaModels.Lite, "What is it like in Oslo?", [weather]);

        Assert.Equal("Oslo", asked);
        Assert.Equal("It rains in Oslo.", result.Response.Text);
    }

    [Theory]
    [InlineData(0, null, null, "InferenceConfig.MaxTokens must be at least 1.")]
    [InlineData(null, 5.0, null, "InferenceConfig.Temperature must be between 0 and 1; it is ")]
    [InlineData(null, -0.1, null, "InferenceConfig.Temperature must be between 0 and 1; it is ")]
    [InlineData(null, null, 1.1, "InferenceConfig.TopP must be between 0 and 1; it is ")]
    [InlineData(null, null, double.NaN, "InferenceConfig.TopP must be between 0 and 1; it is ")]
    public async Task Converse_SamplingOutOfRange_IsRefusedWithMemberAndRule(int? maxTokens, double? temperature, double? topP, string rule)
    {
        using var fake = new FakeBedrock();
        ConverseRequest request = "Hello";
        request.InferenceConfig = new InferenceConfiguration { MaxTokens = maxTokens, Temperature = temperature, TopP = topP };

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => fake.Client.ConverseAsync(NovaModels.Lite, request));

        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embed_OneText_IsTheVectorOfTheList()
    {
        using var fake = new FakeBedrock();

        ReadOnlyMemory<float> one = await fake.Client.EmbedTextAsync(TitanModels.EmbedTextV2, "tide tables");
        EmbeddingResult many = await fake.Client.EmbedAsync(TitanModels.EmbedTextV2, ["tide tables", "baking bread"]);

        Assert.True(one.Span.SequenceEqual(many.Vectors[0].Span));
        Assert.Equal(1, VectorSimilarity.Cosine(one, many.Vectors[0]), 3);
        Assert.Equal(0, Assert.Single(VectorSearch.TopK(one, many.Vectors, 1)).Index);
        Assert.Equal(1, Assert.Single(VectorSearch.TopK(many.Vectors[1], many.Vectors, 1)).Index);
        Assert.Contains(
            "Vector 1 has 2 numbers, the query 3",
            Assert.Throws<ArgumentException>(() => VectorSearch.TopK(new float[3], [new float[3], new float[2]], 1)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rerank_TokenBehindTheNumber_IsTaken()
    {
        using var fake = new FakeBedrock();

        RerankResult best = await fake.Client.RerankAsync(CohereRerankModels.V35, "Where is the sky?", ["grass", "the sky is up"], 1, CancellationToken.None);

        Assert.Equal(1, Assert.Single(best.Documents).Index);
    }
}
