using System.Text;

namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>Changes bytes at random: single bits and bytes, pieces left out, doubled, swapped in, and the pieces that JSON readers stumble over.</summary>
internal static class Mutation
{
    private const int MaxBytes = 64 * 1024;

    private static readonly byte[] Interesting =
        [0x00, 0x01, 0x7f, 0x80, 0xff, 0x10, 0x20, (byte)'"', (byte)'\\', (byte)'{', (byte)'}', (byte)'[', (byte)']', (byte)',', (byte)':'];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "null", "true", "1e400", "-0", "0.0", "28.0", "9223372036854775808", "-1", "NaN", "\"NaN\"", "{}", "[]", "\"\"", "\"\\ud800\"", "\"\\u0000\"",
                "\"bytes\":", "\"type\":",
            "\"message\":null,", "\"__type\":\"a#B:c\",", "//", "\uFEFF", "{\"a\":{\"a\":{\"a\":", "====", "-_", "\\/", "\r\n",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff, 0xfe], [0xc3, 0x28], [0xed, 0xa0, 0x80], [.. Enumerable.Repeat((byte)'[', 100)], [.. Enumerable.Repeat((byte)'{', 10)], new byte[64],
    ];

    /// <summary>Makes some changes.</summary>
    /// <param name="bytes">What to change; left as it is.</param>
    /// <param name="other">Where pieces may be taken from.</param>
    /// <param name="random">The randomness.</param>
    /// <param name="changes">How many changes.</param>
    public static byte[] Apply(byte[] bytes, byte[] other, Random random, int changes)
    {
        byte[] changed = [.. bytes];
        for (int i = 0; i < changes; i++)
        {
            changed = Change(changed, other, random);
        }

        return changed.Length <= MaxBytes ? changed : changed[..MaxBytes];
    }

    private static byte[] Change(byte[] bytes, byte[] other, Random random)
    {
        int at = random.Next(bytes.Length + 1);
        int length = random.Next(1, 1 + Math.Max(1, Math.Min(bytes.Length - at, 1 + random.Next(64))));
        int end = Math.Min(bytes.Length, at + length);
        switch (random.Next(9))
        {
            case 0 when at < bytes.Length:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1 when at < bytes.Length:
                bytes[at] = Interesting[random.Next(Interesting.Length)];
                return bytes;
            case 2 when at < bytes.Length:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 3:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(end)];
            case 4:
                return [.. bytes.AsSpan(0, end), .. bytes.AsSpan(at)];
            case 5:
                return bytes[..at];
            case 6 when other.Length > 0:
                int from = random.Next(other.Length);
                return [.. bytes.AsSpan(0, at), .. other.AsSpan(from, random.Next(other.Length - from + 1)), .. bytes.AsSpan(end)];
            case 7:
                return [.. bytes.AsSpan(0, at), .. Pieces[random.Next(Pieces.Length)], .. bytes.AsSpan(end)];
            default:
                return [.. bytes.AsSpan(0, at), .. Pieces[random.Next(Pieces.Length)], .. bytes.AsSpan(at)];
        }
    }
}
