using System.Text.Json;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.VectorData;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.Tests.VectorData;

/// <summary>A knowledge base as a collection that is only read.</summary>
public sealed class KnowledgeBaseCollectionTests
{
    private const string Id = "KB00000001";

    [Fact]
    public async Task Search_WithAFilter_GivesPassages()
    {
        using FakeBedrock fake = WithDocuments();
        using var berths = new KnowledgeBaseCollection(Open(fake));

        List<VectorSearchResult<KnowledgeBaseRecord>> all = await TestClient.ToListAsync(berths.SearchAsync("When is high tide?", 3));
        List<VectorSearchResult<KnowledgeBaseRecord>> south = await TestClient.ToListAsync(berths.SearchAsync(
            "When is high tide?", 3, new VectorSearchOptions<KnowledgeBaseRecord> { Filter = one => (string?)one.Attributes["port"] == "south" }));

        Assert.Equal(2, all.Count);
        Assert.Equal("tides", all[0].Record.Source);
        Assert.True(all[0].Score > all[1].Score);
        Assert.Equal("fees", Assert.Single(south).Record.Source);
        Assert.Equal("south", south[0].Record.Attributes["port"]);
    }

    [Fact]
    public async Task Writes_OfAnyKind_AreRefused()
    {
        using FakeBedrock fake = WithDocuments();
        using var berths = new KnowledgeBaseCollection(Open(fake));

        await Assert.ThrowsAsync<NotSupportedException>(() => berths.UpsertAsync(new KnowledgeBaseRecord()));
        await Assert.ThrowsAsync<NotSupportedException>(() => berths.DeleteAsync("x"));
        await Assert.ThrowsAsync<NotSupportedException>(() => berths.EnsureCollectionDeletedAsync());
        await Assert.ThrowsAsync<NotSupportedException>(() => TestClient.ToListAsync(berths.SearchAsync(new float[3], 1)));
        Assert.True(await berths.CollectionExistsAsync());
        Assert.Equal(Id, berths.Name);
    }

    private static FakeBedrock WithDocuments()
    {
        var fake = new FakeBedrock();
        fake.Agents.AddKnowledgeBase(Id, "DS00000001");
        fake.Agents.AddDocument(Id, "tides", "High tide is at 06:10.", new Dictionary<string, JsonElement> { ["port"] = JsonElement.Parse("\"north\"") });
        fake.Agents.AddDocument(Id, "fees", "Mooring costs 20 crowns.", new Dictionary<string, JsonElement> { ["port"] = JsonElement.Parse("\"south\"") });
        return fake;
    }

    private static BedrockKnowledgeBase Open(FakeBedrock fake) => new(fake.Agents.Runtime, Id);
}
