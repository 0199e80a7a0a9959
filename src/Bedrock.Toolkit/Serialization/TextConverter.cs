using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bedrock.Toolkit.Serialization;

/// <summary>Texts: the same JSON as System.Text.Json writes, which goes character by character behind the first escape, where this goes from escape to
/// escape. Stateless and thread-safe.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public static readonly TextConverter Instance = new();

    /// <summary>What an escape or a scalar is never longer than.</summary>
    private const int MaxEscape = 12;

    /// <summary>Texts that are shorter are not worth a buffer of their own.</summary>
    private const int MinLength = 64;

    // A bit for each UTF-16 unit that the encoder leaves as it is.
    private static readonly uint[] AsItIs = UnitsAsTheyAre();

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value is null || value.Length < MinLength || writer.Options.Encoder != JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
        {
            writer.WriteStringValue(value);
            return;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(value.Length + (value.Length / 4) + MinLength);
        try
        {
            int length = Quote(value, ref buffer);
            writer.WriteRawValue(buffer.AsSpan(0, length), skipInputValidation: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Quote(ReadOnlySpan<char> rest, ref byte[] buffer)
    {
        int length = 0;
        buffer[length++] = (byte)'"';
        while (true)
        {
            int plain = CopyPlain(rest, ref buffer, ref length);
            rest = rest[plain..];
            if (rest.IsEmpty)
            {
                buffer[length++] = (byte)'"';
                return length;
            }

            int taken = IsAsItIs(rest[0]) ? Copy(rest, ref buffer, ref length) : Escape(rest, buffer, ref length);
            rest = rest[taken..];
        }
    }

    // Sixteen characters at once are looked at and written; those behind the first that is not plain are written once more.
    private static int CopyPlain(ReadOnlySpan<char> rest, ref byte[] buffer, ref int length)
    {
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(rest);
        int at = 0;
        for (; units.Length - at >= Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            Reserve(ref buffer, length + at, Vector128<byte>.Count + MaxEscape);
            Vector128<byte> bytes = Vector128.NarrowWithSaturation(Vector128.Create(units[at..]), Vector128.Create(units[(at + Vector128<ushort>.Count)..]));
            bytes.CopyTo(buffer.AsSpan(length + at));
            Vector128<byte> others = Vector128.LessThan(bytes, Vector128.Create((byte)' ')) | Vector128.GreaterThan(bytes, Vector128.Create((byte)'~'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
            if (others != Vector128<byte>.Zero)
            {
                at += BitOperations.TrailingZeroCount(others.ExtractMostSignificantBits());
                length += at;
                return at;
            }
        }

        Reserve(ref buffer, length + at, Vector128<byte>.Count + MaxEscape);
        for (; at < rest.Length && rest[at] is >= ' ' and <= '~' and not ('"' or '\\'); at++)
        {
            buffer[length + at] = (byte)rest[at];
        }

        length += at;
        return at;
    }

    private static int Copy(ReadOnlySpan<char> rest, ref byte[] buffer, ref int length)
    {
        int count = 1;
        while (count < rest.Length && rest[count] > '\u007f' && IsAsItIs(rest[count]))
        {
            count++;
        }

        Reserve(ref buffer, length, (count * 3) + MaxEscape);
        Utf8.FromUtf16(rest[..count], buffer.AsSpan(length), out _, out int written);
        length += written;
        return count;
    }

    private static int Escape(ReadOnlySpan<char> rest, byte[] buffer, ref int length)
    {
        buffer[length++] = (byte)'\\';
        if ("\"\\\n\t\r\b\f".IndexOf(rest[0]) is var letter and >= 0)
        {
            buffer[length++] = "\"\\ntrbf"u8[letter];
            return 1;
        }

        switch (rest[0])
        {
            case var high when char.IsHighSurrogate(high) && rest.Length > 1 && char.IsLowSurrogate(rest[1]):
                Unit(high, buffer, ref length);
                buffer[length++] = (byte)'\\';
                Unit(rest[1], buffer, ref length);
                return 2;
            case var unit:
                Unit(char.IsSurrogate(unit) ? '\uFFFD' : unit, buffer, ref length);
                return 1;
        }
    }

    private static void Unit(char unit, byte[] buffer, ref int length)
    {
        buffer[length++] = (byte)'u';
        for (int shift = 12; shift >= 0; shift -= 4)
        {
            buffer[length++] = "0123456789ABCDEF"u8[(unit >> shift) & 0xF];
        }
    }

    private static bool IsAsItIs(char unit) => (AsItIs[unit >> 5] & (1u << unit)) != 0;

    private static void Reserve(ref byte[] buffer, int length, int needed)
    {
        if (buffer.Length - length >= needed)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(length + needed, 2 * buffer.Length));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private static uint[] UnitsAsTheyAre()
    {
        var units = new uint[(char.MaxValue + 1) / 32];
        for (int unit = 0; unit <= char.MaxValue; unit++)
        {
            if (!char.IsSurrogate((char)unit) && !JavaScriptEncoder.UnsafeRelaxedJsonEscaping.WillEncode(unit))
            {
                units[unit >> 5] |= 1u << unit;
            }
        }

        return units;
    }
}
