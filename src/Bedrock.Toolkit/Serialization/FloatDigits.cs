namespace Bedrock.Toolkit.Serialization;

/// <summary>
/// Parses the numbers that vectors are made of: up to 19 digits and a small exponent. What it cannot surely round right it leaves to others, so that
/// every result has the bits that <see cref="float.Parse(string)"/> gives.
/// </summary>
internal static class FloatDigits
{
    private const ulong MaxBeforeAnotherDigit = (ulong.MaxValue - 9) / 10;
    private const int MaxExponent = 22;
    private const double MaxValue = 3e38;
    private const ulong LowBits = (1UL << 29) - 1;
    private const ulong Midpoint = 1UL << 28;
    private const ulong Margin = 16;

    // Powers of ten up to 22 are exact in a double.
    private static readonly double[] Powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Parses a JSON number.</summary>
    /// <param name="text">The number, by the grammar of JSON.</param>
    /// <param name="value">The nearest float.</param>
    /// <returns>False when another parser must decide.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out float value)
    {
        value = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        int i = isNegative ? 1 : 0;
        ulong mantissa = 0;
        int exponent = 0;
        if (!TryDigits(text, ref i, ref mantissa, out _))
        {
            return false;
        }

        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (!TryDigits(text, ref i, ref mantissa, out int count))
            {
                return false;
            }

            exponent = -count;
        }

        if (i < text.Length && !TryExponent(text[i..], ref exponent))
        {
            return false;
        }

        return TryRound(mantissa, exponent, isNegative, out value);
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, ref int at, ref ulong mantissa, out int count)
    {
        int start = at;
        for (; at < text.Length; at++)
        {
            uint digit = text[at] - (uint)'0';
            if (digit > 9)
            {
                break;
            }

            if (mantissa > MaxBeforeAnotherDigit)
            {
                count = 0;
                return false;
            }

            mantissa = (mantissa * 10) + digit;
        }

        count = at - start;
        return count > 0;
    }

    // text: e, E and what follows. Three digits are more than a float needs.
    private static bool TryExponent(ReadOnlySpan<byte> text, ref int exponent)
    {
        if ((text[0] | 0x20) != 'e')
        {
            return false;
        }

        int i = text.Length > 1 && text[1] is (byte)'+' or (byte)'-' ? 2 : 1;
        if (text.Length == i || text.Length - i > 3)
        {
            return false;
        }

        int written = 0;
        for (int digit = i; digit < text.Length; digit++)
        {
            uint number = text[digit] - (uint)'0';
            if (number > 9)
            {
                return false;
            }

            written = (written * 10) + (int)number;
        }

        exponent += text[1] == '-' ? -written : written;
        return true;
    }

    private static bool TryRound(ulong mantissa, int exponent, bool isNegative, out float value)
    {
        value = isNegative ? -0f : 0f;
        if (mantissa == 0)
        {
            return true;
        }

        if (exponent is < -MaxExponent or > MaxExponent)
        {
            return false;
        }

        // Two roundings, of the mantissa and of the quotient: at most two units in the last place of a double from the true value.
        double number = exponent < 0 ? mantissa / Powers[-exponent] : mantissa * Powers[exponent];
        ulong low = BitConverter.DoubleToUInt64Bits(number) & LowBits;

        // Near the middle of two floats those units could decide; everywhere else the nearest float is that of the true value, too. The smallest number
        // here is 1e-22, far above where floats lose digits.
        if (number > MaxValue || low - (Midpoint - Margin) <= 2 * Margin)
        {
            return false;
        }

        value = isNegative ? -(float)number : (float)number;
        return true;
    }
}
