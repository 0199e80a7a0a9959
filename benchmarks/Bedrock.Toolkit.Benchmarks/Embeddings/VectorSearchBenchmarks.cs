using BenchmarkDotNet.Attributes;

namespace Bedrock.Toolkit.Benchmarks.Embeddings;

/// <summary>The ten nearest of many vectors of 1,024 numbers.</summary>
public class VectorSearchBenchmarks
{
    private const int Length = 1024;
    private const int Count = 10;

    private float[] _matrix = [];
    private float[] _query = [];
    private sbyte[] _bytes = [];
    private sbyte[] _queryBytes = [];

    /// <summary>How many vectors are searched.</summary>
    [Params(1_000, 100_000)]
    public int Rows { get; set; }

    /// <summary>Makes the vectors, and sees to it that all variants find the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(11);
        _matrix = new float[Rows * Length];
        for (int i = 0; i < _matrix.Length; i++)
        {
            _matrix[i] = random.NextSingle() - 0.5f;
        }

        _query = [.. Enumerable.Range(0, Length).Select(_ => random.NextSingle() - 0.5f)];
        _bytes = Array.ConvertAll(_matrix, x => (sbyte)MathF.Round(x * 254));
        _queryBytes = Array.ConvertAll(_query, x => (sbyte)MathF.Round(x * 254));
        int[] expected = [.. Search_NaiveLoop().Select(m => m.Index)];
        if (!Search_TopK().Select(m => m.Index).SequenceEqual(expected) || !Search_TopKOneThread().Select(m => m.Index).SequenceEqual(expected))
        {
            throw new InvalidOperationException("The variants find different vectors.");
        }
    }

    /// <summary>What one would write first: a loop over the numbers, then a sort.</summary>
    [Benchmark(Baseline = true)]
    public VectorMatch[] Search_NaiveLoop()
    {
        var matches = new List<VectorMatch>(Rows);
        for (int row = 0; row < Rows; row++)
        {
            float dot = 0, left = 0, right = 0;
            for (int i = 0; i < Length; i++)
            {
                float x = _query[i];
                float y = _matrix[(row * Length) + i];
                dot += x * y;
                left += x * x;
                right += y * y;
            }

            matches.Add(new VectorMatch(row, dot / (MathF.Sqrt(left) * MathF.Sqrt(right))));
        }

        return [.. matches.OrderByDescending(m => m.Score).Take(Count)];
    }

    /// <summary>The library, as many threads as the machine has.</summary>
    [Benchmark]
    public IReadOnlyList<VectorMatch> Search_TopK() => VectorSearch.TopK(_query, _matrix, Count);

    /// <summary>The library on one thread.</summary>
    [Benchmark]
    public IReadOnlyList<VectorMatch> Search_TopKOneThread() => VectorSearch.TopK(_query, _matrix, Count, maxThreads: 1);

    /// <summary>The library on one thread, with the vectors as signed bytes.</summary>
    [Benchmark]
    public IReadOnlyList<VectorMatch> Search_TopKInt8OneThread() => VectorSearch.TopKInt8(_queryBytes, _bytes, Count, maxThreads: 1);
}
