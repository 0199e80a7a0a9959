using System.Buffers.Text;

namespace Bedrock.Toolkit.Serialization;

/// <summary>Halves of surrogate pairs, which models write: a cut between two pieces, or a character that they never finished. Stateless and
/// thread-safe.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The JSON with an escaped U+FFFD in the place of every escaped half that stands alone; null when there is none.</summary>
    /// <remarks>Both escapes have six bytes, so that every fault keeps its offset.</remarks>
    public static byte[]? Mend(ReadOnlySpan<byte> json)
    {
        byte[]? copy = null;
        int at = 0;
        while (json[at..].IndexOf((byte)'\\') is var step and >= 0)
        {
            at += step;
            if (at + 1 >= json.Length)
            {
                break;
            }

            if (UnitAt(json[at..]) is not { } unit)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(unit) && UnitAt(json[(at + EscapeLength)..]) is { } low && char.IsLowSurrogate(low))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(unit))
                {
                    "\\ufffd"u8.CopyTo((copy ??= json.ToArray()).AsSpan(at));
                }

                at += EscapeLength;
            }
        }

        return copy;
    }

    /// <summary>The JSON in a text, mended.</summary>
    public static string MendJson(string json) =>
        json.Contains("\\u", StringComparison.Ordinal) && Mend(Encoding.UTF8.GetBytes(json)) is { } mended ? Encoding.UTF8.GetString(mended) : json;

    /// <summary>The text with U+FFFD in the place of every half that stands alone.</summary>
    public static string MendText(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])))
            {
                return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
            }

            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return text;
    }

    /// <summary>The JSON string that a reader stands on, with halves as they are.</summary>
    public static string ReadPiece(ref Utf8JsonReader reader) => reader.ValueIsEscaped && !reader.HasValueSequence && Mend(reader.ValueSpan) is not null
        ? Unescape(reader.ValueSpan)
        : reader.GetString()!;

    /// <summary>The text of a JSON string between its quotes, with halves as they are: a later piece may have the other half.</summary>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder();
        while (escaped.IndexOf((byte)'\\') is var step and >= 0 && step + 1 < escaped.Length)
        {
            text.Append(Encoding.UTF8.GetString(escaped[..step]));
            escaped = escaped[step..];
            if (UnitAt(escaped) is { } unit)
            {
                text.Append(unit);
                escaped = escaped[EscapeLength..];
                continue;
            }

            text.Append((char)escaped[1] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                var other => other,
            });
            escaped = escaped[2..];
        }

        return text.Append(Encoding.UTF8.GetString(escaped)).ToString();
    }

    private static char? UnitAt(ReadOnlySpan<byte> json) =>
        json.StartsWith("\\u"u8) && json.Length >= EscapeLength
        && Utf8Parser.TryParse(json[2..EscapeLength], out ushort unit, out int digits, 'x') && digits == EscapeLength - 2
            ? (char)unit
            : null;
}
