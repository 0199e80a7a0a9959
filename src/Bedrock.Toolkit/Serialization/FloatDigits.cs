using System.Buffers.Binary;
using System.Numerics;

namespace Bedrock.Toolkit.Serialization;

/// <summary>
/// Reads the numbers that vectors are made of: up to 19 digits without an exponent. What it cannot surely round right it leaves to others, so that
/// every result has the bits that <see cref="float.Parse(string)"/> gives.
/// </summary>
internal static class FloatDigits
{
    private const ulong MaxBeforeAnotherDigit = (ulong.MaxValue - 9) / 10;
    private const int MaxDecimals = 22;
    private const ulong LowBits = (1UL << 29) - 1;
    private const ulong Midpoint = 1UL << 28;
    private const ulong Margin = 16;

    // Powers of ten up to 22 are exact in a double.
    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    private static readonly ulong[] WholePowers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    // So large a number may be when so many digits follow.
    private static readonly ulong[] MaxBefore = [.. WholePowers.Select(static power => (ulong.MaxValue - power + 1) / power)];

    /// <summary>Reads the number that a text begins with, by the grammar of JSON.</summary>
    /// <param name="text">The number and what follows it.</param>
    /// <param name="value">The nearest float.</param>
    /// <param name="length">How long the number is.</param>
    /// <returns>False when another parser must decide.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out float value, out int length)
    {
        value = 0;
        length = 0;
        if (text.IsEmpty)
        {
            return false;
        }

        // A number, for signs have no pattern that a branch could follow.
        int sign = text[0] == '-' ? 1 : 0;
        int at = sign;
        ulong mantissa = 0;
        if (!TryDigits(text, ref at, ref mantissa, sign) || (text[sign] == '0' && at > sign + 1))
        {
            return false;
        }

        int decimals = 0;
        if (at < text.Length && text[at] == '.')
        {
            int point = ++at;
            if (!TryManyDigits(text, ref at, ref mantissa) || !TryDigits(text, ref at, ref mantissa, point))
            {
                return false;
            }

            decimals = at - point;
        }

        // Numbers so small or large that they are written with an exponent are rare.
        if (at < text.Length && (text[at] | 0x20) == 'e')
        {
            return false;
        }

        length = at;
        return TryRound(mantissa, decimals, (uint)sign << 31, out value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDigits(ReadOnlySpan<byte> text, ref int at, ref ulong mantissa, int start)
    {
        for (; at < text.Length && text[at] - (uint)'0' is var digit and <= 9; at++)
        {
            if (mantissa > MaxBeforeAnotherDigit)
            {
                return false;
            }

            mantissa = (mantissa * 10) + digit;
        }

        return at > start;
    }

    // Eight digits at once: pairs, then fours, then all, each by one multiplication. Leaves what stands close to the end of the text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryManyDigits(ReadOnlySpan<byte> text, ref int at, ref ulong mantissa)
    {
        const ulong Zeros = 0x3030_3030_3030_3030;
        const ulong AboveNineToHighBit = 0x7676_7676_7676_7676;
        const ulong HighBits = 0x8080_8080_8080_8080;
        const ulong Pairs = 0x0000_00FF_0000_00FF;
        for (int count = 8; count == 8 && text.Length - at >= sizeof(ulong); at += count)
        {
            ulong eight = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]) ^ Zeros;
            ulong others = (eight | (eight + AboveNineToHighBit)) & HighBits;
            if (others != 0)
            {
                // What follows the digits falls out, and zeros come before them.
                count = BitOperations.TrailingZeroCount(others) / 8;
                eight = eight << (56 - (8 * count)) << 8;
            }

            eight = (eight * 10) + (eight >> 8);
            eight = (uint)((((eight & Pairs) * (100 + (1_000_000UL << 32))) + (((eight >> 16) & Pairs) * (1 + (10_000UL << 32)))) >> 32);
            if (mantissa > MaxBefore[count])
            {
                return false;
            }

            mantissa = (mantissa * WholePowers[count]) + eight;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRound(ulong mantissa, int decimals, uint sign, out float value)
    {
        value = BitConverter.UInt32BitsToSingle(sign);
        if (mantissa == 0)
        {
            return true;
        }

        if (decimals > MaxDecimals)
        {
            return false;
        }

        // Two roundings, of the mantissa and of the quotient: at most two units in the last place of a double from the true value.
        double number = mantissa / Powers[decimals];
        ulong low = BitConverter.DoubleToUInt64Bits(number) & LowBits;

        // Near the middle of two floats those units could decide; everywhere else the nearest float is that of the true value, too. The smallest number
        // here is 1e-22, far above where floats lose digits.
        if (low - (Midpoint - Margin) <= 2 * Margin)
        {
            return false;
        }

        value = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits((float)number) | sign);
        return true;
    }
}
