using System.Numerics.Tensors;

namespace Bedrock.Toolkit;

/// <summary>
/// Finds the nearest of many vectors that lie one after another in memory, by looking at all of them. No vector store: for what does not fit into
/// memory, or changes, use a database (<c>docs/embeddings.md</c>). Stateless and thread-safe.
/// </summary>
public static class VectorSearch
{
    // Below it, splitting the work costs more than it saves.
    private const long ParallelAbove = 4_000_000;

    private delegate float Score<TNumber>(ReadOnlySpan<TNumber> query, ReadOnlySpan<TNumber> row);

    /// <summary>Finds the nearest vectors.</summary>
    /// <param name="query">The vector to search with.</param>
    /// <param name="matrix">The vectors to search, one after another, each as long as <paramref name="query"/>.</param>
    /// <param name="count">How many to find.</param>
    /// <param name="metric">What nearness is.</param>
    /// <param name="maxThreads">How many threads may share the work; those of the machine when null. Small matrices are searched by one.</param>
    /// <returns>The nearest first, those of one score in the order of the rows; fewer than <paramref name="count"/> when there are not so many.</returns>
    /// <exception cref="ArgumentException">The query or the matrix is empty, the matrix is no multiple of the query, or a vector holds NaN,
    /// infinite numbers, or, for the cosine, only zeros.</exception>
    public static IReadOnlyList<VectorMatch> TopK(
        ReadOnlyMemory<float> query, ReadOnlyMemory<float> matrix, int count, VectorMetric metric = VectorMetric.Cosine, int? maxThreads = null)
    {
        Score<float> score = metric switch
        {
            VectorMetric.Cosine => static (q, row) => TensorPrimitives.CosineSimilarity(q, row),
            VectorMetric.Dot => static (q, row) => TensorPrimitives.Dot(q, row),

            // The nearer the higher, as everywhere else in here.
            VectorMetric.Euclidean => static (q, row) => -TensorPrimitives.Distance(q, row),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "There is no such metric."),
        };
        int rows = RowsOf(query.Length, matrix.Length, count, maxThreads);
        if (!float.IsFinite(TensorPrimitives.MaxMagnitude(query.Span)) || (metric == VectorMetric.Cosine && !query.Span.ContainsAnyExcept(0f)))
        {
            throw VectorSimilarity.Unusable(query.Span, nameof(query));
        }

        VectorMatch[] found = Search(query, matrix, rows, count, maxThreads, score, static (row, index) =>
        {
            ArgumentException unusable = VectorSimilarity.Unusable(row, "matrix");
            return new ArgumentException($"Row {index} of the matrix is of no use: {unusable.Message}", nameof(matrix));
        });
        if (metric == VectorMetric.Euclidean)
        {
            for (int i = 0; i < found.Length; i++)
            {
                found[i] = found[i] with { Score = -found[i].Score };
            }
        }

        return found;
    }

    /// <summary>Finds the nearest of vectors as <c>EmbedAsync</c> gives them.</summary>
    /// <remarks>They are put one after another first, in a copy: who searches the same vectors often does that once, and calls the other form.</remarks>
    /// <param name="query">The vector to search with.</param>
    /// <param name="vectors">The vectors to search, each as long as <paramref name="query"/>.</param>
    /// <param name="count">How many to find.</param>
    /// <param name="metric">What nearness is.</param>
    /// <returns>The nearest first, with the position in <paramref name="vectors"/>.</returns>
    /// <exception cref="ArgumentException">There is no vector, one has another length than the query, or one holds NaN, infinite numbers, or, for the
    /// cosine, only zeros.</exception>
    [OverloadResolutionPriority(-1)]
    public static IReadOnlyList<VectorMatch> TopK(
        ReadOnlyMemory<float> query, IReadOnlyList<ReadOnlyMemory<float>> vectors, int count, VectorMetric metric)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        float[] matrix = new float[checked(vectors.Count * query.Length)];
        for (int i = 0; i < vectors.Count; i++)
        {
            if (vectors[i].Length != query.Length)
            {
                throw new ArgumentException($"Vector {i} has {vectors[i].Length} numbers, the query {query.Length}.", nameof(vectors));
            }

            vectors[i].Span.CopyTo(matrix.AsSpan(i * query.Length));
        }

        return TopK(query, matrix, count, metric);
    }

    /// <summary>Finds the nearest of vectors as <c>EmbedAsync</c> gives them, by the cosine.</summary>
    /// <param name="query">The vector to search with.</param>
    /// <param name="vectors">The vectors to search, each as long as <paramref name="query"/>.</param>
    /// <param name="count">How many to find.</param>
    /// <returns>The nearest first, with the position in <paramref name="vectors"/>.</returns>
    /// <exception cref="ArgumentException">There is no vector, one has another length than the query, or one holds NaN, infinite numbers, or only
    /// zeros.</exception>
    [OverloadResolutionPriority(-1)]
    public static IReadOnlyList<VectorMatch> TopK(ReadOnlyMemory<float> query, IReadOnlyList<ReadOnlyMemory<float>> vectors, int count) =>
        TopK(query, vectors, count, VectorMetric.Cosine);

    /// <summary>Finds the vectors of signed bytes, such as Cohere's <c>int8</c>, with the greatest dot product.</summary>
    /// <param name="query">The vector to search with.</param>
    /// <param name="matrix">The vectors to search, one after another, each as long as <paramref name="query"/>.</param>
    /// <param name="count">How many to find.</param>
    /// <param name="maxThreads">How many threads may share the work; those of the machine when null.</param>
    /// <returns>The nearest first, with the dot product as score.</returns>
    /// <exception cref="ArgumentException">The query or the matrix is empty, or the matrix is no multiple of the query.</exception>
    public static IReadOnlyList<VectorMatch> TopKInt8(ReadOnlyMemory<sbyte> query, ReadOnlyMemory<sbyte> matrix, int count, int? maxThreads = null)
    {
        int rows = RowsOf(query.Length, matrix.Length, count, maxThreads);
        return Search(query, matrix, rows, count, maxThreads, static (q, row) => VectorSimilarity.Dot(q, row), null);
    }

    /// <summary>Finds the vectors of packed bits, such as Cohere's <c>ubinary</c>, that differ in the fewest bits.</summary>
    /// <param name="query">The vector to search with, eight bits a byte.</param>
    /// <param name="matrix">The vectors to search, one after another, each as long as <paramref name="query"/>.</param>
    /// <param name="count">How many to find.</param>
    /// <param name="maxThreads">How many threads may share the work; those of the machine when null.</param>
    /// <returns>The nearest first, with the number of different bits as score.</returns>
    /// <exception cref="ArgumentException">The query or the matrix is empty, or the matrix is no multiple of the query.</exception>
    public static IReadOnlyList<VectorMatch> TopKBinary(ReadOnlyMemory<byte> query, ReadOnlyMemory<byte> matrix, int count, int? maxThreads = null)
    {
        int rows = RowsOf(query.Length, matrix.Length, count, maxThreads);
        VectorMatch[] found = Search(query, matrix, rows, count, maxThreads, static (q, row) => -VectorSimilarity.Hamming(q, row), null);
        return Array.ConvertAll(found, static m => m with { Score = -m.Score });
    }

    private static int RowsOf(int query, int matrix, int count, int? maxThreads)
    {
        if (query == 0)
        {
            throw new ArgumentException("The query is empty.", nameof(query));
        }

        if (matrix == 0)
        {
            throw new ArgumentException("The matrix is empty: there is nothing to search.", nameof(matrix));
        }

        if (matrix % query != 0)
        {
            throw new ArgumentException($"The matrix has {matrix} numbers, which is no multiple of the query's {query}.", nameof(matrix));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxThreads ?? 1, 1, nameof(maxThreads));
        return matrix / query;
    }

    private static VectorMatch[] Search<TNumber>(
        ReadOnlyMemory<TNumber> query,
        ReadOnlyMemory<TNumber> matrix,
        int rows,
        int count,
        int? maxThreads,
        Score<TNumber> score,
        Func<ReadOnlySpan<TNumber>, int, ArgumentException>? unusable)
    {
        int size = Math.Min(count, rows);
        int parts = matrix.Length < ParallelAbove ? 1 : Math.Min(maxThreads ?? Environment.ProcessorCount, rows);
        if (parts == 1)
        {
            return Scan(query.Span, matrix.Span, 0, rows, size, score, unusable).ToSorted();
        }

        var found = new VectorMatch[parts][];
        Exception? failure = null;
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part =>
        {
            int first = (int)((long)rows * part / parts);
            int end = (int)((long)rows * (part + 1) / parts);
            try
            {
                found[part] = Scan(query.Span, matrix.Span, first, end, size, score, unusable).ToSorted();
            }
            catch (ArgumentException e)
            {
                // Thrown below as it is, not wrapped.
                Interlocked.CompareExchange(ref failure, e, null);
            }
        });
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        var heap = new TopHeap(size);
        foreach (VectorMatch match in found.SelectMany(f => f))
        {
            heap.Offer(match);
        }

        return heap.ToSorted();
    }

    private static TopHeap Scan<TNumber>(
        ReadOnlySpan<TNumber> query,
        ReadOnlySpan<TNumber> matrix,
        int first,
        int end,
        int size,
        Score<TNumber> score,
        Func<ReadOnlySpan<TNumber>, int, ArgumentException>? unusable)
    {
        var heap = new TopHeap(size);
        for (int row = first; row < end; row++)
        {
            ReadOnlySpan<TNumber> vector = matrix.Slice(row * query.Length, query.Length);
            float value = score(query, vector);
            if (!float.IsFinite(value))
            {
                throw unusable!(vector, row);
            }

            heap.Offer(new VectorMatch(row, value));
        }

        return heap;
    }
}

/// <summary>A vector that was found.</summary>
/// <param name="Index">Which row of the matrix it is, from 0.</param>
/// <param name="Score">The value of the metric: a similarity, or for distances the distance.</param>
public readonly record struct VectorMatch(int Index, float Score);

/// <summary>How near two vectors are.</summary>
public enum VectorMetric
{
    /// <summary>The cosine of the angle between them: 1 for the same direction, -1 for opposite ones.</summary>
    Cosine,

    /// <summary>The dot product: the cosine, for vectors of length 1, at less cost.</summary>
    Dot,

    /// <summary>The Euclidean distance; the smaller, the nearer.</summary>
    Euclidean,
}
