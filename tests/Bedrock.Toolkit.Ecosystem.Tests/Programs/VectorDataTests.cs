using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>Bedrock's generators in a vector store.</summary>
public sealed class VectorDataTests : IDisposable
{
    private readonly FakeBedrock _fake = new();

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Search_ByTheQueryGenerator_AsksWithItsPurpose()
    {
        IEmbeddingGenerator<string, Embedding<float>> documents = _fake.Client.AsIEmbeddingGenerator(CohereEmbedModels.V4, new() { Dimensions = 256 });
        IEmbeddingGenerator<string, Embedding<float>> queries =
            _fake.Client.AsIEmbeddingGenerator(CohereEmbedModels.V4, new() { Dimensions = 256, Purpose = EmbeddingPurpose.Query });
        using var notes = new MemoryCollection("notes", Definition(documents, typeof(string), 256));
        await notes.UpsertAsync([Of(1, "Fog over the harbour"), Of(2, "Sun on the hill")]);

        ReadOnlyMemory<float> question = await queries.GenerateVectorAsync("Fog over the harbour");
        List<VectorSearchResult<Note>> found = await FindAsync(notes, question);

        Assert.Equal([1, 2], found.Select(result => result.Record.Id));
        Assert.Equal(["search_document", "search_query"], _fake.Requests(CohereEmbedModels.V4).Select(request => request.InputType.ToString()));
    }

    [Fact]
    public async Task Collection_ThatIsOnlySearched_TakesTheQueryGenerator()
    {
        using var notes = new MemoryCollection("notes", Definition(
            _fake.Client.AsIEmbeddingGenerator(CohereEmbedModels.V4, new() { Purpose = EmbeddingPurpose.Query }), typeof(string), 1536));

        Assert.Empty(await FindAsync(notes, "harbour fog"));

        Assert.Equal("search_query", _fake.Requests(CohereEmbedModels.V4).Single().InputType.ToString());
    }

    [Fact]
    public async Task Pictures_SearchedByText_AreFound()
    {
        IEmbeddingGenerator generator = _fake.Client.AsIContentEmbeddingGenerator(TitanModels.EmbedImageV1);
        var picture = (DataContent)(await _fake.Client.AsIImageGenerator("stability.stable-image-core-v1:1").GenerateImagesAsync("a lighthouse")).Contents[0];
        using var notes = new MemoryCollection("pictures", Definition(generator, typeof(DataContent), 1024));
        await notes.UpsertAsync(new Note { Id = 1, Text = "A lighthouse", Vector = picture });

        Assert.Equal(1, Assert.Single(await FindAsync(notes, "a lighthouse at night")).Record.Id);
        Assert.Equal(1.0, Assert.Single(await FindAsync(notes, picture)).Score!.Value, 3);
    }

    [Fact]
    public async Task TextsAndDimensions_OfTitan_NeedOneGenerator()
    {
        IEmbeddingGenerator<string, Embedding<float>> titan = _fake.Client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2);
        using var notes = new MemoryCollection("notes",
            Definition(titan, typeof(string), titan.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions!.Value));
        await notes.UpsertAsync([Of(1, "Fog"), Of(2, "Sun")]);

        Assert.Equal(2, (await FindAsync(notes, "Sun"))[0].Record.Id);
    }

    private static Note Of(int id, string text) => new() { Id = id, Text = text, Vector = text };

    private static VectorStoreCollectionDefinition Definition(IEmbeddingGenerator generator, Type vector, int dimensions) => new()
    {
        EmbeddingGenerator = generator,
        Properties =
        [
            new VectorStoreKeyProperty("Id", typeof(int)),
            new VectorStoreDataProperty("Text", typeof(string)),
            new VectorStoreVectorProperty("Vector", vector, dimensions),
        ],
    };

    private static async Task<List<VectorSearchResult<Note>>> FindAsync<T>(MemoryCollection notes, T wanted)
        where T : notnull
    {
        List<VectorSearchResult<Note>> found = [];
        await foreach (VectorSearchResult<Note> result in notes.SearchAsync(wanted, 3))
        {
            found.Add(result);
        }

        return found;
    }
}
