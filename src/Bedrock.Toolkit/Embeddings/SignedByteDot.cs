using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bedrock.Toolkit;

/// <summary>The dot product of signed bytes; <c>System.Numerics.Tensors</c> has none that widens.</summary>
internal static class SignedByteDot
{
    /// <summary>The sum of the products of vectors of one length, short enough for 32 bits.</summary>
    public static int Of(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        int i;
        int sum;
        if (Avx512BW.IsSupported)
        {
            sum = Wide(left, right, out i);
        }
        else if (Avx2.IsSupported)
        {
            sum = Narrow(left, right, out i);
        }
        else
        {
            sum = Portable(left, right, out i);
        }

        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    // A product is at most 16,384; the instruction adds two neighbours into 32 bits.
    private static int Wide(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right, out int end)
    {
        ref sbyte l = ref MemoryMarshal.GetReference(left);
        ref sbyte r = ref MemoryMarshal.GetReference(right);
        Vector512<int> even = Vector512<int>.Zero;
        Vector512<int> odd = Vector512<int>.Zero;
        end = left.Length & ~63;
        for (nuint i = 0; i < (nuint)end; i += 64)
        {
            even += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref l, i)), Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref r, i)));
            odd += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref l, i + 32)), Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref r, i + 32)));
        }

        return Vector512.Sum(even + odd);
    }

    private static int Narrow(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right, out int end)
    {
        ref sbyte l = ref MemoryMarshal.GetReference(left);
        ref sbyte r = ref MemoryMarshal.GetReference(right);
        Vector256<int> even = Vector256<int>.Zero;
        Vector256<int> odd = Vector256<int>.Zero;
        end = left.Length & ~31;
        for (nuint i = 0; i < (nuint)end; i += 32)
        {
            even += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref l, i)), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, i)));
            odd += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref l, i + 16)), Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref r, i + 16)));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>For processors without these instructions; internal so that tests reach it on every machine.</summary>
    internal static int Portable(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right, out int end)
    {
        Vector<int> sums = Vector<int>.Zero;
        end = left.Length - (left.Length % Vector<sbyte>.Count);
        for (int i = 0; i < end; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(left[i..]), out Vector<short> leftLow, out Vector<short> leftHigh);
            Vector.Widen(new Vector<sbyte>(right[i..]), out Vector<short> rightLow, out Vector<short> rightHigh);

            // A product fits into 16 bits; the sum of two need not.
            Vector.Widen(leftLow * rightLow, out Vector<int> a, out Vector<int> b);
            Vector.Widen(leftHigh * rightHigh, out Vector<int> c, out Vector<int> d);
            sums += a + b + c + d;
        }

        return Vector.Sum(sums);
    }
}
