using System.Globalization;
using System.Text;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Serialization;

public class FloatDigitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryRead_RandomNumbers_HaveTheBitsOfTheFrameworksParser(int seed)
    {
        var random = new Random(seed);
        int taken = 0;
        const int Rounds = 100_000;
        for (int i = 0; i < Rounds; i++)
        {
            taken += Check(Write(random, i % 8)) ? 1 : 0;
        }

        // The fast way has to be the way of those without an exponent: a good half.
        Assert.True(taken > Rounds * 2 / 5, $"Only {taken} of {Rounds} numbers were taken.");
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-0", true)]
    [InlineData("-0.0e10", false)]
    [InlineData("0.5", true)]
    [InlineData("-0.1208660751581192", true)]
    [InlineData("1E2", false)]
    [InlineData("1e+2", false)]
    [InlineData("12.5e-3", false)]
    [InlineData("0.0000000000000000000001", true)]
    [InlineData("0.00000000000000000000001", false)]
    [InlineData("16777217", false)]
    [InlineData("16777217.000001", true)]
    [InlineData("1e39", false)]
    [InlineData("1e-23", false)]
    [InlineData("1e-45", false)]
    [InlineData("18446744073709551616", false)]
    [InlineData("0.10000000000000000000000001", false)]
    [InlineData("1e1000", false)]
    public void TryRead_Edges_AreTakenOrLeft(string text, bool taken) => Assert.Equal(taken, Check(text));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1x")]
    [InlineData("NaN")]
    [InlineData("1 ")]
    [InlineData("01")]
    [InlineData("-01.5")]
    [InlineData("+1")]
    [InlineData("1e-")]
    [InlineData("12345678/")]
    [InlineData("1234567:")]
    public void TryRead_WhatIsNoNumber_IsLeft(string text) => Assert.False(IsTaken(text, out _));

    [Theory]
    [InlineData("1,2", 1)]
    [InlineData("12345678]", 8)]
    [InlineData("-0.12345678 ", 11)]
    [InlineData("1.5}", 3)]
    [InlineData("0,", 1)]
    public void TryRead_WhatFollowsTheNumber_IsNotRead(string text, int length)
    {
        Assert.True(FloatDigits.TryRead(Encoding.UTF8.GetBytes(text), out float value, out int read));
        Assert.Equal(length, read);
        Assert.Equal(float.Parse(text.AsSpan(0, length), CultureInfo.InvariantCulture), value);
    }

    /// <summary>True when the fast way took it; whatever it took must be right.</summary>
    private static bool Check(string text)
    {
        if (!IsTaken(text, out float value))
        {
            return false;
        }

        float expected = float.Parse(text, CultureInfo.InvariantCulture);
        Assert.True(BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(value), $"{text}: expected {expected:R}, got {value:R}");
        return true;
    }

    private static bool IsTaken(string text, out float value) =>
        FloatDigits.TryRead(Encoding.UTF8.GetBytes(text), out value, out int length) && length == text.Length;

    private static string Write(Random random, int kind)
    {
        switch (kind)
        {
            case 0:
                return ((random.NextDouble() - 0.5) / 8).ToString("R", CultureInfo.InvariantCulture);
            case 1:
                return ((float)(random.NextDouble() - 0.5)).ToString("R", CultureInfo.InvariantCulture);
            case 2:
                return random.NextInt64().ToString(CultureInfo.InvariantCulture) + "e-" + random.Next(0, 30).ToString(CultureInfo.InvariantCulture);
            case 3:
                // The middle of two neighbours, exactly and a little beside it.
                float low = (float)Math.Pow(10, random.Next(-6, 7)) * random.NextSingle();
                double middle = ((double)low + MathF.BitIncrement(low)) / 2;
                return (random.Next(3) switch { 0 => middle, 1 => Math.BitIncrement(middle), _ => Math.BitDecrement(middle) })
                    .ToString("R", CultureInfo.InvariantCulture);
            case 4:
                float any = BitConverter.Int32BitsToSingle(random.Next());
                return float.IsFinite(any) ? any.ToString("R", CultureInfo.InvariantCulture) : "0";
            case 5:
                double wide = BitConverter.Int64BitsToDouble(random.NextInt64());
                return double.IsFinite(wide) ? wide.ToString("R", CultureInfo.InvariantCulture) : "1";
            case 6:
                return $"-{random.Next(100)}.{random.NextInt64(1_000_000_000_000_000):D15}";
            default:
                return $"0.{new string('0', random.Next(6))}{random.NextInt64(100_000_000_000_000_000):D17}";
        }
    }
}
