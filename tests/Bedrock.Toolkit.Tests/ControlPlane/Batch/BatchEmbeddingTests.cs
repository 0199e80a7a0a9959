using Bedrock.Toolkit.ControlPlane.Batch;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>Vectors of many texts, by their places.</summary>
public sealed class BatchEmbeddingTests : IDisposable
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 30).Select(i => $"ferry number {i}")];

    private readonly BatchStage _stage = new();

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task EmbedMany_Titan_GivesTheVectorsOfDirectCallsByPlace() => await AssertSameAsync(TitanModels.EmbedTextV2, 256);

    [Fact]
    public async Task EmbedMany_Nova_GivesTheVectorsOfDirectCallsByPlace() => await AssertSameAsync(NovaEmbedModels.MultimodalV1, 256);

    [Fact]
    public async Task EmbedMany_TextsThatFail_AreTold()
    {
        _stage.Fake.Control.Batch(errors: 0.2, seed: 3);
        _stage.Options.MaxRounds = 1;

        List<BatchEmbedding> all = await TestClient.ToListAsync(_stage.Create().EmbedManyAsync(TitanModels.EmbedTextV2, Texts.ToAsyncEnumerable()));

        Assert.Equal(Enumerable.Range(0, 30).Select(i => (long)i), all.Select(one => one.Index).Order());
        Assert.InRange(all.Count(one => !one.Succeeded), 1, 29);
        Assert.All(all, one => Assert.Equal(one.Succeeded, one.Vector.Length == 1024));
        Assert.All(all, one => Assert.Equal(one.Succeeded, one.Failure is null));
    }

    [Fact]
    public async Task EmbedMany_BlankText_NamesItsPlace()
    {
        IAsyncEnumerable<string> texts = Texts.Append(" ").ToAsyncEnumerable();

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(
            () => TestClient.ToListAsync(_stage.Create().EmbedManyAsync(TitanModels.EmbedTextV2, texts)));

        Assert.StartsWith("texts[30] is blank", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _stage.Calls("CreateModelInvocationJob"));
    }

    [Fact]
    public void EmbedMany_ModelThatIsNotListed_NamesTheDirectWay()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => _stage.Create().EmbedManyAsync(CohereEmbedModels.V4, Texts.ToAsyncEnumerable()));

        Assert.Contains("EmbedManyAsync of the client", error.Message, StringComparison.Ordinal);
        Assert.Contains("offers 1024, 512, 256",
            Assert.Throws<ArgumentException>(() => _stage.Create().EmbedManyAsync(TitanModels.EmbedTextV2, Texts.ToAsyncEnumerable(), dimensions: 7)).Message,
            StringComparison.Ordinal);
    }

    private async Task AssertSameAsync<TRequest, TResponse>(EmbeddingModel<TRequest, TResponse> model, int dimensions)
    {
        List<BatchEmbedding> all = await TestClient.ToListAsync(_stage.Create().EmbedManyAsync(model, Texts.ToAsyncEnumerable(), dimensions: dimensions));

        EmbeddingResult direct = await _stage.Fake.Client.EmbedAsync(model, Texts, dimensions: dimensions);
        Assert.Equal(Texts.Length, all.Count);
        Assert.All(all, one => Assert.Equal(direct.Vectors[(int)one.Index].ToArray(), one.Vector.ToArray()));
    }
}
