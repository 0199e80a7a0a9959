using System.Collections;
using System.Numerics.Tensors;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Ecosystem.Tests.Contracts;

/// <summary>Vectors of a generator that a layer above makes smaller, and what a generator tells of its calls.</summary>
public sealed class QuantizedEmbeddingContractTests : IDisposable
{
    // Pairs that share words: simulated vectors are made of words.
    private static readonly string[] Texts = ["the red boat at the pier", "the red boat at sea", "a bowl of hot soup", "a bowl of cold soup"];

    private readonly FakeBedrock _fake = new();

    public static TheoryData<string> Models => EmbeddingGeneratorContractTests.Models;

    public void Dispose() => _fake.Dispose();

    [Fact]
    public async Task Bits_OfVectors_KeepWhatIsNear()
    {
        using var generator = new Smaller<BinaryEmbedding>(_fake.Client.AsIEmbeddingGenerator("amazon.titan-embed-text-v2:0"),
            static vector => new BinaryEmbedding(new BitArray([.. vector.Vector.Span.ToArray().Select(static value => value > 0)])));

        GeneratedEmbeddings<BinaryEmbedding> vectors = await generator.GenerateAsync(Texts);

        Assert.Equal(0, Distance(0, 0));
        Assert.All((int[])[0, 1], left => Assert.All((int[])[2, 3], right => Assert.True(Distance(0, 1) < Distance(left, right))));
        Assert.All((int[])[0, 1], left => Assert.All((int[])[2, 3], right => Assert.True(Distance(2, 3) < Distance(left, right))));

        int Distance(int left, int right) => ((BitArray)vectors[left].Vector.Clone()).Xor(vectors[right].Vector).Cast<bool>().Count(static bit => bit);
    }

    [Fact]
    public async Task Halves_OfVectors_KeepWhatIsNear()
    {
        using var generator = new Smaller<Embedding<Half>>(_fake.Client.AsIEmbeddingGenerator("amazon.titan-embed-text-v2:0"),
            static vector => new Embedding<Half>(vector.Vector.Span.ToArray().Select(static value => (Half)value).ToArray()));

        GeneratedEmbeddings<Embedding<Half>> vectors = await generator.GenerateAsync(Texts);

        Assert.Equal(1, Similarity(0, 0), 0.001);
        Assert.All((int[])[0, 1], left => Assert.All((int[])[2, 3], right => Assert.True(Similarity(0, 1) > Similarity(left, right))));

        double Similarity(int left, int right) =>
            (double)TensorPrimitives.CosineSimilarity<Half>(vectors[left].Vector.Span, vectors[right].Vector.Span);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Usage_OfOneAndSeveral_IsSummedOrAbsent(string model)
    {
        using FakeBedrock any = new FakeBedrock().AllowAnyModel();
        using IEmbeddingGenerator<string, Embedding<float>> generator = any.Client.AsIEmbeddingGenerator(model);

        UsageDetails? one = (await generator.GenerateAsync(["fog"])).Usage;
        UsageDetails? three = (await generator.GenerateAsync(["sun", "fog", "rain"])).Usage;

        Assert.Equal(one?.InputTokenCount, one?.TotalTokenCount);
        Assert.Equal(three?.InputTokenCount, three?.TotalTokenCount);
        Assert.True(one?.InputTokenCount is null || three?.InputTokenCount > one.InputTokenCount);
    }

    private sealed class Smaller<TSmall>(IEmbeddingGenerator<string, Embedding<float>> inner, Func<Embedding<float>, TSmall> cut)
        : IEmbeddingGenerator<string, TSmall>
        where TSmall : Embedding
    {
        public async Task<GeneratedEmbeddings<TSmall>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            GeneratedEmbeddings<Embedding<float>> whole = await inner.GenerateAsync(values, options, cancellationToken);
            return new GeneratedEmbeddings<TSmall>(whole.Select(cut)) { Usage = whole.Usage };
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

        public void Dispose() => inner.Dispose();
    }
}
