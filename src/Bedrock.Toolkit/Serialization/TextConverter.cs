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

    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

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

        int first = value.AsSpan().IndexOfAnyExcept(Plain);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(first < 0 ? value.Length + 2 : value.Length + (value.Length / 4) + MinLength);
        try
        {
            int length = Quote(value, first, ref buffer);
            writer.WriteRawValue(buffer.AsSpan(0, length), skipInputValidation: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Quote(ReadOnlySpan<char> rest, int run, ref byte[] buffer)
    {
        int length = 0;
        buffer[length++] = (byte)'"';
        while (true)
        {
            run = run < 0 ? rest.Length : run;
            Reserve(ref buffer, length, run + MaxEscape);
            Ascii.FromUtf16(rest[..run], buffer.AsSpan(length), out int written);
            length += written;
            rest = rest[run..];
            if (rest.IsEmpty)
            {
                buffer[length++] = (byte)'"';
                return length;
            }

            int taken = IsAsItIs(rest[0]) ? Copy(rest, ref buffer, ref length) : Escape(rest, buffer, ref length);
            rest = rest[taken..];
            run = rest.IndexOfAnyExcept(Plain);
        }
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
        switch (rest[0])
        {
            case '"' or '\\':
                buffer[length++] = (byte)rest[0];
                return 1;
            case '\b':
                buffer[length++] = (byte)'b';
                return 1;
            case '\t':
                buffer[length++] = (byte)'t';
                return 1;
            case '\n':
                buffer[length++] = (byte)'n';
                return 1;
            case '\f':
                buffer[length++] = (byte)'f';
                return 1;
            case '\r':
                buffer[length++] = (byte)'r';
                return 1;
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
