namespace Bedrock.Toolkit.Serialization;

/// <summary>
/// The JSON that this thread reads, for converters that can take a part of it at once: a <see cref="Utf8JsonReader"/> shows them one token after the
/// other, and the serializer looks at a nested value twice.
/// </summary>
internal static class JsonWindow
{
    // Below what the serializer itself allows, so that it never reads deeper than it would alone.
    private const int MaxDepth = 48;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[]"u8);

    [ThreadStatic]
    private static ReadOnlyMemory<byte> _json;

    /// <summary>Reads a whole JSON text.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info)
    {
        try
        {
            return (T?)ReadIn(json, json.Span, info);
        }
        catch (JsonException)
        {
            // A reader that sees every token says best what is wrong, and where.
            return (T?)ReadIn(default, json.Span, info);
        }
    }

    /// <summary>Reads the value inside a text that a converter's reader stands on.</summary>
    public static T? Read<T>(ref Utf8JsonReader reader, JsonTypeInfo<T> info) =>
        NestedAt(reader) is { IsEmpty: false } json ? (T?)ReadNested(ref reader, json, info) : JsonSerializer.Deserialize(ref reader, info);

    /// <inheritdoc cref="Read{T}(ref Utf8JsonReader, JsonTypeInfo{T})"/>
    public static object? Read(ref Utf8JsonReader reader, JsonTypeInfo info) =>
        NestedAt(reader) is { IsEmpty: false } json ? ReadNested(ref reader, json, info) : JsonSerializer.Deserialize(ref reader, info);

    /// <summary>The text from the bracket on that a reader stands on; empty when only the reader knows it.</summary>
    public static ReadOnlyMemory<byte> From(in Utf8JsonReader reader)
    {
        ReadOnlyMemory<byte> json = _json;
        if (reader.HasValueSequence || !json.Span.Overlaps(reader.ValueSpan, out int at))
        {
            return default;
        }

        // A reader that begins elsewhere than at the start, or at a bracket that was passed over to, may have to stop before the end.
        long start = at - reader.TokenStartIndex;
        return start == 0 || (start > 0 && json.Span[(int)start] is (byte)']' or (byte)'}') ? json[at..] : default;
    }

    /// <summary>Moves a reader from the opening bracket of a value, which is well-formed, to the closing one.</summary>
    /// <param name="reader">The reader; <see cref="From"/> gave the text behind it.</param>
    /// <param name="length">The length of the value with its brackets.</param>
    public static void PassOver(ref Utf8JsonReader reader, int length)
    {
        reader = new Utf8JsonReader(From(reader).Span[(length - 1)..], isFinalBlock: true, reader.CurrentState);
        reader.Read();
    }

    private static object? ReadIn(ReadOnlyMemory<byte> window, ReadOnlySpan<byte> json, JsonTypeInfo info)
    {
        ReadOnlyMemory<byte> outer = _json;
        _json = window;
        try
        {
            return JsonSerializer.Deserialize(json, info);
        }
        finally
        {
            _json = outer;
        }
    }

    private static object? ReadNested(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, JsonTypeInfo info)
    {
        object? value = ReadIn(json, json.Span, info);
        PassOver(ref reader, json.Length);
        return value;
    }

    private static ReadOnlyMemory<byte> NestedAt(in Utf8JsonReader reader)
    {
        ReadOnlyMemory<byte> json = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? From(reader) : default;
        return json[..LengthOf(json.Span, MaxDepth - reader.CurrentDepth)];
    }

    /// <summary>How long a value is by its brackets; 0 when it does not end, or is too deep. What is between them is for the serializer to check.</summary>
    private static int LengthOf(ReadOnlySpan<byte> json, int maxDepth)
    {
        int depth = 0;
        for (int at = 0; at < json.Length; at++)
        {
            int step = json[at..].IndexOfAny(Marks);
            if (step < 0)
            {
                return 0;
            }

            at += step;
            switch (json[at])
            {
                case (byte)'"':
                    at = EndOfText(json, at);
                    break;
                case (byte)'{' or (byte)'[':
                    if (++depth > maxDepth)
                    {
                        return 0;
                    }

                    break;
                default:
                    if (--depth == 0)
                    {
                        return at + 1;
                    }

                    break;
            }
        }

        return 0;
    }

    private static int EndOfText(ReadOnlySpan<byte> json, int quote)
    {
        int at = quote + 1;
        while (at < json.Length && json[at..].IndexOfAny((byte)'"', (byte)'\\') is var step and >= 0)
        {
            at += step;
            if (json[at] == '"')
            {
                return at;
            }

            at += 2;
        }

        return json.Length;
    }
}
