namespace Bedrock.Toolkit.Tests.Embeddings;

public class VectorSimilarityTests
{
    private static readonly float[] Zeros = new float[4];
    private static readonly float[] WithNaN = [1, float.NaN, 2, 3];
    private static readonly float[] Some = [1, -2, 3, 0.5f];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(1000)]
    [InlineData(1537)]
    public void Measures_OfRandomVectors_AreThoseOfTheDefinition(int length)
    {
        var random = new Random(length);
        for (int round = 0; round < 20; round++)
        {
            float[] a = Random(random, length);
            float[] b = Random(random, length);
            double dot = 0, aa = 0, bb = 0, distance = 0;
            for (int i = 0; i < length; i++)
            {
                dot += (double)a[i] * b[i];
                aa += (double)a[i] * a[i];
                bb += (double)b[i] * b[i];
                distance += Math.Pow((double)a[i] - b[i], 2);
            }

            Assert.Equal(dot, VectorSimilarity.Dot(a, b), 2);
            Assert.Equal(dot / Math.Sqrt(aa * bb), VectorSimilarity.Cosine(a, b), 4);
            Assert.Equal(Math.Sqrt(distance), VectorSimilarity.Euclidean(a, b), 2);

            VectorSimilarity.Normalize(a);
            Assert.Equal(1, VectorSimilarity.Dot(a, a), 4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(64)]
    [InlineData(1024)]
    [InlineData(1031)]
    public void DotInt8_OfRandomAndExtremeVectors_IsExact(int length)
    {
        var random = new Random(length);
        sbyte[] lowest = new sbyte[length];
        lowest.AsSpan().Fill(sbyte.MinValue);
        Assert.Equal(128 * 128 * length, VectorSimilarity.Dot(lowest, lowest));
        for (int round = 0; round < 20; round++)
        {
            sbyte[] a = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-128, 128))];
            sbyte[] b = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-128, 128))];
            Assert.Equal(a.Zip(b, (x, y) => x * y).Sum(), VectorSimilarity.Dot(a, b));

            int sum = SignedByteDot.Portable(a, b, out int end);
            Assert.Equal(a.Zip(b, (x, y) => x * y).Take(end).Sum(), sum);
        }
    }

    [Fact]
    public void Hamming_OfBits_CountsThoseThatDiffer()
    {
        byte[] a = [.. Enumerable.Range(0, 131).Select(i => (byte)(i * 37))];
        byte[] b = [.. Enumerable.Range(0, 131).Select(i => (byte)(i * 91 + 5))];
        int expected = a.Zip(b, (x, y) => System.Numerics.BitOperations.PopCount((uint)(x ^ y))).Sum();

        Assert.Equal(expected, VectorSimilarity.Hamming(a, b));

        // Cohere's signed form is the unsigned one less 128: the same bits differ.
        sbyte[] signedA = [.. a.Select(x => (sbyte)(x - 128))];
        sbyte[] signedB = [.. b.Select(x => (sbyte)(x - 128))];
        Assert.Equal(expected, VectorSimilarity.Hamming(signedA, signedB));
        Assert.Equal(0, VectorSimilarity.Hamming(a, a));
    }

    [Fact]
    public void Measures_DifferentLengthsOrNothing_AreRefused()
    {
        Action[] different =
        [
            () => VectorSimilarity.Cosine(Some, new float[3]), () => VectorSimilarity.Dot(Some, new float[5]), () =>
                VectorSimilarity.Euclidean(Some, new float[3]),
            () => VectorSimilarity.Dot(new sbyte[1], new sbyte[2]), () => VectorSimilarity.Hamming(new byte[1], new byte[2]), () =>
                VectorSimilarity.Hamming(new sbyte[1], new sbyte[2]),
        ];
        Action[] empty =
        [
            () => VectorSimilarity.Cosine([], []), () => VectorSimilarity.Dot(Array.Empty<float>(), []), () => VectorSimilarity.Euclidean([], []),
            () => VectorSimilarity.Normalize([]), () => VectorSimilarity.Dot(Array.Empty<sbyte>(), []),
        ];

        Assert.All(different, d => Assert.Contains("different lengths", Assert.Throws<ArgumentException>(d).Message, StringComparison.Ordinal));
        Assert.All(empty, d => Assert.Contains("empty", Assert.Throws<ArgumentException>(d).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Measures_NaN_NamesTheVectorAndThePlace()
    {
        Action[] right = [() => VectorSimilarity.Cosine(Some, WithNaN), () => VectorSimilarity.Dot(Some, WithNaN),
            () => VectorSimilarity.Euclidean(Some, WithNaN)];
        Assert.All(right, d =>
        {
            var e = Assert.Throws<ArgumentException>(d);
            Assert.Equal("right", e.ParamName);
            Assert.Contains("index 1", e.Message, StringComparison.Ordinal);
        });
        Assert.Equal("left", Assert.Throws<ArgumentException>(() => VectorSimilarity.Dot(WithNaN, Some)).ParamName);
        Assert.Contains("index 1", Assert.Throws<ArgumentException>(() => VectorSimilarity.Normalize([.. WithNaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => VectorSimilarity.Dot(Some, [1, float.PositiveInfinity, 1, 1]));
    }

    [Fact]
    public void Measures_ZerosAndHugeNumbers_AreRefusedWhereTheyHaveNoMeaning()
    {
        Assert.Contains("no direction", Assert.Throws<ArgumentException>(() => VectorSimilarity.Cosine(Some, Zeros)).Message, StringComparison.Ordinal);
        Assert.Contains("no direction", Assert.Throws<ArgumentException>(() => VectorSimilarity.Normalize(new float[4])).Message, StringComparison.Ordinal);
        Assert.Equal(0, VectorSimilarity.Dot(Some, Zeros));
        Assert.Contains("too large", Assert.Throws<ArgumentException>(() => VectorSimilarity.Dot([1e30f, 1e30f], [1e30f, 1e30f])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e30f)]
    [InlineData(1e-30f)]
    [InlineData(1f)]
    public void Normalize_NumbersOfAnySize_KeepsTheDirection(float size)
    {
        float[] vector = [3 * size, -4 * size];

        VectorSimilarity.Normalize(vector);

        Assert.Equal(0.6f, vector[0], 5);
        Assert.Equal(-0.8f, vector[1], 5);
    }

    private static float[] Random(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (float)(random.NextDouble() * 2) - 1)];
}
