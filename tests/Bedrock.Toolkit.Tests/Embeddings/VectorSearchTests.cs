namespace Bedrock.Toolkit.Tests.Embeddings;

public class VectorSearchTests
{
    [Theory]
    [InlineData(VectorMetric.Cosine, 200, 16, 10)]
    [InlineData(VectorMetric.Dot, 200, 16, 1)]
    [InlineData(VectorMetric.Euclidean, 200, 16, 200)]
    [InlineData(VectorMetric.Cosine, 3, 5, 10)]
    [InlineData(VectorMetric.Cosine, 66_000, 64, 25)]
    [InlineData(VectorMetric.Euclidean, 66_000, 64, 25)]
    public void TopK_RandomVectors_AreTheFirstOfAllSorted(VectorMetric metric, int rows, int length, int count)
    {
        float[] matrix = Random(rows * length, 5);
        float[] query = Random(length, 6);

        IReadOnlyList<VectorMatch> found = VectorSearch.TopK(query, matrix, count, metric, maxThreads: 3);

        VectorMatch[] all = [.. Enumerable.Range(0, rows).Select(i => new VectorMatch(i, Measure(metric, query, matrix.AsSpan(i * length, length))))];
        IOrderedEnumerable<VectorMatch> expected = metric == VectorMetric.Euclidean ? all.OrderBy(m => m.Score) : all.OrderByDescending(m => m.Score);
        Assert.Equal(expected.ThenBy(m => m.Index).Take(count), found);
    }

    [Fact]
    public void TopK_EqualScores_KeepTheOrderOfTheRows()
    {
        float[] matrix = [.. Enumerable.Repeat(new[] { 1f, 1f }, 50).SelectMany(v => v)];

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], VectorSearch.TopK(new[] { 1f, 1f }, matrix, 7).Select(m => m.Index));
    }

    [Fact]
    public void TopK_HowManyThreads_MakesNoDifference()
    {
        float[] matrix = Random(70_000 * 64, 1);
        float[] query = Random(64, 2);

        Assert.Equal(VectorSearch.TopK(query, matrix, 100, maxThreads: 1), VectorSearch.TopK(query, matrix, 100, maxThreads: 7));
    }

    [Fact]
    public void TopKInt8AndBinary_RandomVectors_AreTheFirstOfAllSorted()
    {
        var random = new Random(9);
        byte[] bits = new byte[500 * 24];
        random.NextBytes(bits);
        sbyte[] numbers = [.. bits.Select(b => (sbyte)b)];

        int[] byDot = [.. Enumerable.Range(0, 500).OrderByDescending(i => VectorSimilarity.Dot(numbers.AsSpan(0, 24), numbers.AsSpan(i * 24, 24)))
            .ThenBy(i => i).Take(9)];
        int[] byBits = [.. Enumerable.Range(0, 500).OrderBy(i => VectorSimilarity.Hamming(bits.AsSpan(0, 24), bits.AsSpan(i * 24, 24))).ThenBy(i => i).Take(9)];

        Assert.Equal(byDot, VectorSearch.TopKInt8(numbers.AsMemory(0, 24), numbers, 9).Select(m => m.Index));
        IReadOnlyList<VectorMatch> nearest = VectorSearch.TopKBinary(bits.AsMemory(0, 24), bits, 9);
        Assert.Equal(byBits, nearest.Select(m => m.Index));
        Assert.Equal(new VectorMatch(0, 0), nearest[0]);
        Assert.True(nearest[1].Score > 0);
    }

    [Fact]
    public void TopK_WhatCannotBeSearched_IsRefused()
    {
        float[] query = [1, 2];
        Refused("The query is empty", () => VectorSearch.TopK(default, new float[4], 1));
        Refused("nothing to search", () => VectorSearch.TopK(query, default, 1));
        Refused("no multiple", () => VectorSearch.TopK(query, new float[3], 1));
        Refused("index 0", () => VectorSearch.TopK(new[] { float.NaN, 1 }, new float[] { 1, 2 }, 1));
        Refused("no direction", () => VectorSearch.TopK(new float[2], new float[] { 1, 2 }, 1));
        Refused("Row 1 of the matrix is of no use: matrix holds NaN", () => VectorSearch.TopK(query, new float[] { 1, 2, 3, float.NaN }, 1));
        Refused("Row 1 of the matrix is of no use: matrix is all zeros", () => VectorSearch.TopK(query, new float[] { 1, 2, 0, 0 }, 1));
        Refused("nothing to search", () => VectorSearch.TopKInt8(new sbyte[2], default, 1));
        Refused("no multiple", () => VectorSearch.TopKBinary(new byte[2], new byte[3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VectorSearch.TopK(query, new float[] { 1, 2 }, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => VectorSearch.TopK(query, new float[] { 1, 2 }, 1, (VectorMetric)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => VectorSearch.TopK(query, new float[] { 1, 2 }, 1, maxThreads: 0));
        Assert.Equal(2, VectorSearch.TopK(query, new float[] { 1, 2, 0, 0 }, 5, VectorMetric.Dot).Count);

        static void Refused(string part, Action call) => Assert.Contains(part, Assert.Throws<ArgumentException>(call).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TopK_NaNFoundByOneOfManyThreads_IsTheSameError()
    {
        float[] matrix = Random(70_000 * 64, 1);
        matrix[(69_000 * 64) + 3] = float.NaN;

        Assert.Contains("Row 69000", Assert.Throws<ArgumentException>(() => VectorSearch.TopK(Random(64, 2), matrix, 3, maxThreads: 4)).Message,
            StringComparison.Ordinal);
    }

    private static float Measure(VectorMetric metric, ReadOnlySpan<float> a, ReadOnlySpan<float> b) => metric switch
    {
        VectorMetric.Cosine => VectorSimilarity.Cosine(a, b),
        VectorMetric.Dot => VectorSimilarity.Dot(a, b),
        _ => VectorSimilarity.Euclidean(a, b),
    };

    private static float[] Random(int count, int seed)
    {
        var random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = (float)(random.NextDouble() * 2) - 1;
        }

        return numbers;
    }
}
