using System.Diagnostics;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>What every embedding generator promises, held for a model of each family over the simulated Bedrock.</summary>
public sealed class EmbeddingGeneratorContractTests : IDisposable
{
    private readonly FakeBedrock _fake = new FakeBedrock().AllowAnyModel();

    public static TheoryData<string> Models =>
    [
        "amazon.titan-embed-text-v1", "amazon.titan-embed-text-v2:0", "amazon.titan-embed-image-v1", "cohere.embed-english-v3", "cohere.embed-multilingual-v3",
        "us.cohere.embed-v4:0", "amazon.nova-2-multimodal-embeddings-v1:0", "us.twelvelabs.marengo-embed-2-7-v1:0", "us.twelvelabs.marengo-embed-3-0-v1:0",
    ];

    public void Dispose() => _fake.Dispose();

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Texts_OneAndMany_KeepOrderAndForm(string model)
    {
        using IEmbeddingGenerator<string, Embedding<float>> generator = _fake.Client.AsIEmbeddingGenerator(model);

        Embedding<float> one = await generator.GenerateAsync("fog");
        GeneratedEmbeddings<Embedding<float>> many = await generator.GenerateAsync(["sun", "fog", "rain"]);

        Assert.Equal(3, many.Count);
        Assert.Equal(one.Vector.ToArray(), many[1].Vector.ToArray());
        Assert.NotEqual(many[0].Vector.ToArray(), many[2].Vector.ToArray());
        Assert.All(many, vector => Assert.Equal((model, one.Dimensions), (vector.ModelId, vector.Dimensions)));
        Assert.All(many, vector => Assert.NotNull(vector.CreatedAt));
        Assert.Empty(await generator.GenerateAsync([]));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Metadata_AndServices_AreThere(string model)
    {
        using IEmbeddingGenerator<string, Embedding<float>> generator = _fake.Client.AsIEmbeddingGenerator(model);

        EmbeddingGeneratorMetadata? metadata = generator.GetService<EmbeddingGeneratorMetadata>();
        Assert.Equal(("aws.bedrock", model), (metadata?.ProviderName, metadata?.DefaultModelId));
        Assert.NotNull(metadata?.ProviderUri);
        Assert.Equal((await generator.GenerateAsync("fog")).Dimensions, metadata.DefaultModelDimensions);
        Assert.Same(generator, generator.GetService<IEmbeddingGenerator<string, Embedding<float>>>());
        Assert.Null(generator.GetService(typeof(IEmbeddingGenerator), "a key"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Faults_OfACaller_AreErrors(string model)
    {
        using IEmbeddingGenerator<string, Embedding<float>> generator = _fake.Client.AsIEmbeddingGenerator(model);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => generator.GenerateAsync((IEnumerable<string>)null!));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => generator.GenerateAsync(["fog", null!]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAsync(["fog"], cancellationToken: new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => generator.GenerateAsync(["fog"], new EmbeddingGenerationOptions { ModelId = ChatModels.Claude }));
        Assert.Empty(_fake.Calls);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Middleware_OnTop_CachesAndTraces(string model)
    {
        string source = Guid.NewGuid().ToString();
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        using IEmbeddingGenerator<string, Embedding<float>> generator = _fake.Client.AsIEmbeddingGenerator(model).AsBuilder()
            .UseDistributedCache(cache).UseOpenTelemetry(sourceName: source).Build();

        float[] first = (await generator.GenerateAsync("fog")).Vector.ToArray();
        float[] second = (await generator.GenerateAsync("fog")).Vector.ToArray();

        Assert.Equal(first, second);
        Assert.Single(_fake.Calls);
        Assert.Equal(("embeddings", 443), (Assert.Single(spans).GetTagItem("gen_ai.operation.name"), spans[0].GetTagItem("server.port")));
        Assert.Equal("bedrock-runtime.us-east-1.amazonaws.com", spans[0].GetTagItem("server.address"));
        Assert.NotEqual(first, (await generator.GenerateAsync("sun")).Vector.ToArray());
        Assert.Equal(2, _fake.Calls.Count);
    }
}
