using System.Linq.Expressions;
using System.Reflection;
using Bedrock.Toolkit.Agents.S3Vectors;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.VectorData;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace Bedrock.Toolkit.Tests.VectorData;

/// <summary>What the abstraction promises of a collection, held to an index of S3 Vectors.</summary>
public sealed class S3VectorCollectionTests
{
    private const string Bucket = "harbour";

    [Fact]
    public async Task Collection_MadeAndDeleted_IsThereAndGone()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using var store = new S3VectorStore(fake.Agents.Vectors, Bucket);
        using VectorStoreCollection<string, Berth> berths = store.GetCollection<string, Berth>("berths");

        Assert.False(await berths.CollectionExistsAsync());
        await berths.EnsureCollectionExistsAsync();
        await berths.EnsureCollectionExistsAsync();
        Assert.True(await store.CollectionExistsAsync("berths"));
        Assert.Equal(["berths"], await TestClient.ToListAsync(store.ListCollectionNamesAsync()));
        VectorIndex index = (await fake.Agents.Vectors.GetIndexAsync(new GetIndexRequest { VectorBucketName = Bucket, IndexName = "berths" })).Index!;
        Assert.Equal(4, index.Dimension);
        Assert.Equal(["Text"], index.MetadataConfiguration!.NonFilterableMetadataKeys);

        await berths.EnsureCollectionDeletedAsync();
        await store.EnsureCollectionDeletedAsync("berths");
        Assert.False(await berths.CollectionExistsAsync());
    }

    [Fact]
    public async Task Records_UpsertedAndRead_AreTheSame()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using VectorStoreCollection<string, Berth> berths = await FilledAsync(fake, 5);

        Berth found = (await berths.GetAsync("b00003", new RecordRetrievalOptions { IncludeVectors = true }))!;
        Berth without = (await berths.GetAsync("b00003"))!;

        Berth expected = Berth.Draw(3);
        Assert.Equal(expected.Vector.ToArray(), found.Vector.ToArray());
        Assert.Equal(
            (expected.Key, expected.Port, expected.Year, expected.Depth, expected.IsOpen, expected.Text),
            (found.Key, found.Port, found.Year, found.Depth, found.IsOpen, found.Text));
        Assert.Equal(expected.Tags, found.Tags);
        Assert.True(without.Vector.IsEmpty);
        Assert.Null(await berths.GetAsync("missing"));
        Assert.Equal(["b00001", "b00004"], (await TestClient.ToListAsync(berths.GetAsync(["b00001", "missing", "b00004"]))).Select(one => one.Key));
    }

    [Fact]
    public async Task Upsert_OfTheSameKey_OverwritesAndDeleteForgets()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using VectorStoreCollection<string, Berth> berths = await FilledAsync(fake, 3);
        Berth changed = Berth.Draw(1);
        changed.Port = "west";

        await berths.UpsertAsync([Berth.Draw(1), changed]);
        await berths.DeleteAsync(["b00000", "missing"]);
        await berths.DeleteAsync("b00000");

        Assert.Equal("west", (await berths.GetAsync("b00001"))!.Port);
        Assert.Null(await berths.GetAsync("b00000"));
    }

    [Fact]
    public async Task Search_OfAVector_GivesTheNearestFirst()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using VectorStoreCollection<string, Berth> berths = await FilledAsync(fake, 30);
        ReadOnlyMemory<float> wanted = Berth.Draw(7).Vector;

        List<VectorSearchResult<Berth>> all = await TestClient.ToListAsync(berths.SearchAsync(wanted, 10));
        List<VectorSearchResult<Berth>> skipped = await TestClient.ToListAsync(
            berths.SearchAsync(wanted, 4, new VectorSearchOptions<Berth> { Skip = 3, IncludeVectors = true }));
        List<VectorSearchResult<Berth>> near = await TestClient.ToListAsync(
            berths.SearchAsync(wanted, 10, new VectorSearchOptions<Berth> { ScoreThreshold = all[2].Score }));

        Assert.Equal("b00007", all[0].Record.Key);
        Assert.Equal(1, all[0].Score!.Value, 6);
        Assert.Equal(all.OrderByDescending(one => one.Score).Select(one => one.Record.Key), all.Select(one => one.Record.Key));
        Assert.Equal(all.Skip(3).Take(4).Select(one => one.Record.Key), skipped.Select(one => one.Record.Key));
        Assert.All(skipped, one => Assert.Equal(4, one.Record.Vector.Length));
        Assert.Equal(3, near.Count);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => TestClient.ToListAsync(berths.SearchAsync(wanted, 101)));
    }

    [Fact]
    public async Task Search_ByText_AsksTheGenerator()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using IEmbeddingGenerator<string, Embedding<float>> generator =
            fake.Client.AsIEmbeddingGenerator(Bedrock.Toolkit.Models.TitanModels.EmbedTextV2, new() { Dimensions = 256 });
        var definition = new VectorStoreCollectionDefinition
        {
            EmbeddingGenerator = generator,
            Properties =
            [
                new VectorStoreKeyProperty("Id", typeof(Guid)),
                new VectorStoreDataProperty("Text", typeof(string)),
                new VectorStoreVectorProperty("Vector", typeof(string), 256),
            ],
        };
        using var store = new S3VectorStore(fake.Agents.Vectors, Bucket);
        using VectorStoreCollection<object, Dictionary<string, object?>> notes = store.GetDynamicCollection("notes", definition);
        await notes.EnsureCollectionExistsAsync();
        Guid id = Guid.NewGuid();
        await notes.UpsertAsync(new List<Dictionary<string, object?>>
        {
            new() { ["Id"] = id, ["Text"] = "Gulls nest on the pier.", ["Vector"] = "Gulls nest on the pier." },
            new() { ["Id"] = Guid.NewGuid(), ["Text"] = "Mooring fees rise.", ["Vector"] = "Mooring fees rise." },
        });

        VectorSearchResult<Dictionary<string, object?>> best = (await TestClient.ToListAsync(notes.SearchAsync("Where do gulls nest?", 1)))[0];

        Assert.Equal(id, best.Record["Id"]);
        Assert.Equal("Gulls nest on the pier.", best.Record["Text"]);
        await Assert.ThrowsAsync<NotSupportedException>(() => notes.GetAsync(id, new RecordRetrievalOptions { IncludeVectors = true }));
    }

    [Fact]
    public async Task Get_ByCondition_LooksAtEveryVector()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using VectorStoreCollection<string, Berth> berths = await FilledAsync(fake, 40);

        List<Berth> ordered = await TestClient.ToListAsync(berths.GetAsync(
            one => one.Port == "north", 3,
            new FilteredRecordRetrievalOptions<Berth> { OrderBy = order => order.Descending(one => one.Key), Skip = 1 }));
        List<Berth> some = await TestClient.ToListAsync(berths.GetAsync(one => one.Text!.EndsWith("5."), 2));

        Assert.Equal(["b00032", "b00028", "b00024"], ordered.Select(one => one.Key));
        Assert.Equal(2, some.Count);
    }

    [Fact]
    public async Task Filters_ThousandDrawn_MeanTheSameAsInMemory()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using VectorStoreCollection<string, Berth> berths = await FilledAsync(fake, 90);
        Berth[] all = [.. Enumerable.Range(0, 90).Select(Berth.Draw)];
        var random = new Random(20);
        int some = 0;
        for (int turn = 0; turn < 1_000; turn++)
        {
            Expression<Func<Berth, bool>> filter = new FilterDraw(random).Condition();
            string[] expected = [.. all.Where(filter.Compile(preferInterpretation: true)).Select(one => one.Key).Order(StringComparer.Ordinal)];

            List<VectorSearchResult<Berth>> found = await TestClient.ToListAsync(
                berths.SearchAsync(all[0].Vector, 100, new VectorSearchOptions<Berth> { Filter = filter }));

            string[] keys = [.. found.Select(one => one.Record.Key).Order(StringComparer.Ordinal)];
            Assert.True(expected.SequenceEqual(keys), $"turn {turn}: {filter}: {expected.Length} in memory, {keys.Length} found");
            some += expected.Length is > 0 and < 90 ? 1 : 0;
        }

        Assert.True(some > 500, $"Only {some} filters let some records pass and not others.");
    }

    [Fact]
    public async Task Filters_ThatCannotBe_AreRefusedBeforeAnythingIsSent()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using VectorStoreCollection<string, Berth> berths = await FilledAsync(fake, 2);
        fake.ClearCalls();

        await Refused(one => one.Text == "x", "'Text' is not indexed");
        await Refused(one => one.Key == "x", "'Key' is no data property");
        await Refused(one => one.Port!.Contains("xx"), "no search inside a text");
        await Refused(one => one.Port!.StartsWith("xx"), "no filter for");

        Assert.Empty(fake.Calls);

        async Task Refused(Expression<Func<Berth, bool>> filter, string words)
        {
            NotSupportedException error = await Assert.ThrowsAsync<NotSupportedException>(() => TestClient.ToListAsync(
                berths.SearchAsync(Berth.Draw(0).Vector, 1, new VectorSearchOptions<Berth> { Filter = filter })));
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Upsert_OfManyThrottledAndBrokenOff_LosesAndDoublesNothing()
    {
        const int count = 20_000;
        using var fake = new FakeBedrock(options => options.TimeProvider = new AdvancingTime(movesDate: true));
        await fake.Agents.Vectors.CreateVectorBucketAsync(new CreateVectorBucketRequest { VectorBucketName = Bucket });
        fake.Agents.VectorsPerSecond = 2_000;
        fake.KeepCalls(0);
        var options = new S3VectorStoreOptions { TimeProvider = fake.Engine.Time };
        using (var first = new S3VectorStore(fake.Agents.Vectors, Bucket, options))
        using (VectorStoreCollection<string, Berth> berths = first.GetCollection<string, Berth>("berths"))
        {
            await berths.EnsureCollectionExistsAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => berths.UpsertAsync(Records(count, dieAt: 9_321)));
        }

        fake.FaultEvery(5, BedrockFault.Throttling);
        using var second = new S3VectorStore(fake.Agents.Vectors, Bucket, options);
        using VectorStoreCollection<string, Berth> resumed = second.GetCollection<string, Berth>("berths");
        await resumed.UpsertAsync(Records(count));
        fake.ClearConditions();

        Dictionary<string, ListOutputVector> stored = [];
        await foreach (ListOutputVector vector in fake.Agents.Vectors.ListVectorsAsync(
            new ListVectorsRequest { VectorBucketName = Bucket, IndexName = "berths", ReturnData = true, MaxResults = 1000 }))
        {
            stored.Add(vector.Key!, vector);
        }

        Assert.Equal(count, stored.Count);
        Assert.All(Records(count), one => Assert.Equal(
            one.Vector.ToArray(), ((VectorValuesFloat32)stored[one.Key].Data!).Float32.ToArray()));

        static IEnumerable<Berth> Records(int count, int dieAt = int.MaxValue) => Enumerable.Range(0, count)
            .Select(number => number == dieAt ? throw new InvalidOperationException("killed") : Berth.Draw(number));
    }

    [Fact]
    public async Task Faults_OfTheService_AreThoseOfTheAbstraction()
    {
        using FakeBedrock fake = await WithBucketAsync();
        using var store = new S3VectorStore(fake.Agents.Vectors, Bucket);
        using VectorStoreCollection<string, Berth> berths = store.GetCollection<string, Berth>("berths");

        VectorStoreException error = await Assert.ThrowsAsync<VectorStoreException>(() => berths.UpsertAsync(Berth.Draw(1)));

        Assert.Equal(
            ("aws.s3vectors", Bucket, "berths", "PutVectors"),
            (error.VectorStoreSystemName, error.VectorStoreName, error.CollectionName, error.OperationName));
        Assert.Equal(BedrockErrorCode.NotFound, Assert.IsType<BedrockServiceException>(error.InnerException).ErrorCode);
        Assert.Equal("berths", ((VectorStoreCollectionMetadata)berths.GetService(typeof(VectorStoreCollectionMetadata))!).CollectionName);
    }

    private static async Task<FakeBedrock> WithBucketAsync()
    {
        var fake = new FakeBedrock();
        await fake.Agents.Vectors.CreateVectorBucketAsync(new CreateVectorBucketRequest { VectorBucketName = Bucket });
        return fake;
    }

    private static async Task<VectorStoreCollection<string, Berth>> FilledAsync(FakeBedrock fake, int count)
    {
        VectorStoreCollection<string, Berth> berths = new S3VectorStore(fake.Agents.Vectors, Bucket).GetCollection<string, Berth>("berths");
        await berths.EnsureCollectionExistsAsync();
        await berths.UpsertAsync(Enumerable.Range(0, count).Select(Berth.Draw));
        return berths;
    }

    /// <summary>Draws conditions of all forms that a filter has.</summary>
    private sealed class FilterDraw(Random random)
    {
        private static readonly MethodInfo ContainsText = typeof(List<string>).GetMethod(nameof(List<string>.Contains))!;

        private readonly ParameterExpression _berth = Expression.Parameter(typeof(Berth), "berth");

        public Expression<Func<Berth, bool>> Condition() => Expression.Lambda<Func<Berth, bool>>(Of(3), _berth);

        private Expression Of(int depth) => random.Next(depth > 0 ? 10 : 6) switch
        {
            0 => Compare(nameof(Berth.Year), Expression.Constant(1999 + random.Next(9)), bySize: true),
            1 => Compare(nameof(Berth.Depth), Expression.Constant(random.Next(12) * 0.5, typeof(double?)), bySize: true),
            2 => Compare(
                nameof(Berth.Port), Expression.Constant(random.Next(4) switch { 0 => null, 1 => "north", 2 => "south", _ => "west" }, typeof(string)), false),
            3 => Expression.Property(_berth, nameof(Berth.IsOpen)),
            4 => Expression.Call(Expression.Property(_berth, nameof(Berth.Tags)), ContainsText, Expression.Constant(random.Next(2) == 0 ? "deep" : "lit")),
            5 => Expression.Call(
                Expression.Constant(new List<string> { "north", "east" }), ContainsText, Expression.Property(_berth, nameof(Berth.Port))),
            6 => Expression.Not(Of(depth - 1)),
            7 => Expression.OrElse(Of(depth - 1), Of(depth - 1)),
            _ => Expression.AndAlso(Of(depth - 1), Of(depth - 1)),
        };

        private BinaryExpression Compare(string member, ConstantExpression value, bool bySize)
        {
            Expression left = Expression.Property(_berth, member);
            ExpressionType[] types = bySize
                ?
                [
                    ExpressionType.Equal, ExpressionType.NotEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.GreaterThan,
                    ExpressionType.GreaterThanOrEqual,
                ]
                : [ExpressionType.Equal, ExpressionType.NotEqual];
            ExpressionType type = types[random.Next(types.Length)];
            return random.Next(2) == 0 ? Expression.MakeBinary(type, left, value) : Expression.MakeBinary(type, value, left);
        }
    }
}
