using System.Numerics.Tensors;

namespace Bedrock.Toolkit;

/// <summary>How near two vectors are. Stateless and thread-safe; on <c>System.Numerics.Tensors</c>, which uses what the processor has.</summary>
/// <remarks>Every method refuses empty vectors, vectors of different lengths, and results that are not numbers, as NaN in a vector gives them.</remarks>
public static class VectorSimilarity
{
    /// <summary>The cosine of the angle between two vectors.</summary>
    /// <param name="left">One vector.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <returns>-1 to 1, but for rounding.</returns>
    /// <exception cref="ArgumentException">The vectors are empty, of different lengths or all zeros, or hold NaN or infinite numbers.</exception>
    public static float Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Require(left.Length, right.Length);
        return Finite(TensorPrimitives.CosineSimilarity(left, right), left, right, zeroIsWrong: true);
    }

    /// <inheritdoc cref="Cosine(ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    public static float Cosine(ReadOnlyMemory<float> left, ReadOnlyMemory<float> right) => Cosine(left.Span, right.Span);

    /// <summary>The dot product of two vectors.</summary>
    /// <param name="left">One vector.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <returns>The sum of the products.</returns>
    /// <exception cref="ArgumentException">The vectors are empty or of different lengths, hold NaN or infinite numbers, or the result is beyond a
    /// float.</exception>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Require(left.Length, right.Length);
        return Finite(TensorPrimitives.Dot(left, right), left, right, zeroIsWrong: false);
    }

    /// <summary>The Euclidean distance of two vectors.</summary>
    /// <param name="left">One vector.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <returns>0 or more.</returns>
    /// <exception cref="ArgumentException">The vectors are empty or of different lengths, hold NaN or infinite numbers, or the result is beyond a
    /// float.</exception>
    public static float Euclidean(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Require(left.Length, right.Length);
        return Finite(TensorPrimitives.Distance(left, right), left, right, zeroIsWrong: false);
    }

    /// <summary>The dot product of two vectors of signed bytes, such as Cohere's <c>int8</c>.</summary>
    /// <param name="left">One vector.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <returns>The sum of the products.</returns>
    /// <exception cref="ArgumentException">The vectors are empty or of different lengths.</exception>
    /// <exception cref="OverflowException">The vectors have more than 131,071 numbers.</exception>
    public static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        Require(left.Length, right.Length);
        if (left.Length > int.MaxValue / (128 * 128))
        {
            throw new OverflowException("The dot product of so long vectors can be beyond a 32-bit number.");
        }

        return SignedByteDot.Of(left, right);
    }

    /// <summary>The Hamming distance of two vectors of packed bits, such as Cohere's <c>ubinary</c>: how many bits differ.</summary>
    /// <param name="left">One vector, eight bits a byte.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <returns>0 to 8 times the number of bytes.</returns>
    /// <exception cref="ArgumentException">The vectors are empty or of different lengths.</exception>
    public static int Hamming(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Require(left.Length, right.Length);
        return checked((int)TensorPrimitives.HammingBitDistance(left, right));
    }

    /// <summary>The Hamming distance of two vectors of packed bits in signed bytes, such as Cohere's <c>binary</c>; the same as of their unsigned
    /// form.</summary>
    /// <param name="left">One vector, eight bits a byte.</param>
    /// <param name="right">The other, of the same length.</param>
    /// <returns>0 to 8 times the number of bytes.</returns>
    /// <exception cref="ArgumentException">The vectors are empty or of different lengths.</exception>
    public static int Hamming(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        Require(left.Length, right.Length);
        return checked((int)TensorPrimitives.HammingBitDistance(left, right));
    }

    /// <summary>Scales a vector to length 1 in place.</summary>
    /// <param name="vector">The vector.</param>
    /// <exception cref="ArgumentException">The vector is empty or all zeros, or holds NaN or infinite numbers.</exception>
    public static void Normalize(Span<float> vector)
    {
        Require(vector.Length, vector.Length);
        float largest = Math.Abs(TensorPrimitives.MaxMagnitude(vector));
        if (!float.IsFinite(largest) || largest == 0)
        {
            throw Unusable(vector, nameof(vector));
        }

        // By the largest number first: squares of very large or very small ones would leave the range of a float.
        TensorPrimitives.Divide(vector, largest, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
    }

    /// <summary>Why a vector is of no use.</summary>
    internal static ArgumentException Unusable(ReadOnlySpan<float> vector, string name)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i]))
            {
                return new ArgumentException($"{name} holds NaN or an infinite number at index {i}.", name);
            }
        }

        return new ArgumentException(
            vector.ContainsAnyExcept(0f) ? $"{name} holds numbers that are too large to compare." : $"{name} is all zeros: it has no direction.", name);
    }

    private static void Require(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"The vectors have different lengths: {left} and {right}.", nameof(right));
        }

        if (left == 0)
        {
            throw new ArgumentException("The vectors are empty.", nameof(left));
        }
    }

    private static float Finite(float result, ReadOnlySpan<float> left, ReadOnlySpan<float> right, bool zeroIsWrong)
    {
        if (float.IsFinite(result))
        {
            return result;
        }

        bool leftIsWrong = left.ContainsAnyExceptInRange(float.MinValue, float.MaxValue) || (zeroIsWrong && !left.ContainsAnyExcept(0f));
        bool rightIsWrong = right.ContainsAnyExceptInRange(float.MinValue, float.MaxValue) || (zeroIsWrong && !right.ContainsAnyExcept(0f));
        throw rightIsWrong && !leftIsWrong ? Unusable(right, nameof(right)) : Unusable(left, nameof(left));
    }
}
