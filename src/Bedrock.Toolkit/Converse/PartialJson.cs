namespace Bedrock.Toolkit.Converse;

/// <summary>Ends JSON that has not come whole. Stateless and thread-safe.</summary>
internal static class PartialJson
{
    private const int UnicodeEscapeLength = 6;

    private static readonly SearchValues<char> EndsOfWords = SearchValues.Create(",]} \n\r\t");

    /// <summary>The beginning of a document as a whole one: what is open is closed, and what means nothing yet is left out.</summary>
    /// <param name="json">What has come; what follows a whole document is left out.</param>
    /// <param name="keepsOpenText">Whether a text that is not ended goes along as far as it has come, or is left out.</param>
    /// <returns>Null when it does not begin with an object or array, or is no JSON.</returns>
    public static string? Close(ReadOnlySpan<char> json, bool keepsOpenText)
    {
        var open = new Stack<char>();
        bool isName = false;
        int safe = 0;
        for (int at = 0; at < json.Length; at++)
        {
            switch (json[at])
            {
                case '{' or '[':
                    open.Push(json[at] == '{' ? '}' : ']');
                    isName = json[at] == '{';
                    safe = at + 1;
                    break;
                case '}' or ']':
                    if (open.Count == 0 || open.Pop() != json[at])
                    {
                        return null;
                    }

                    safe = at + 1;
                    break;
                case ',':
                    isName = open.Count > 0 && open.Peek() == '}';
                    break;
                case ':':
                    isName = false;
                    break;
                case ' ' or '\n' or '\r' or '\t':
                    break;
                case '"':
                    int end = EndOfText(json, at);
                    if (open.Count == 0)
                    {
                        return null;
                    }

                    if (end < 0)
                    {
                        return End(json, safe, isName || !keepsOpenText ? default : json[at..], open);
                    }

                    safe = isName ? safe : end;
                    at = end - 1;
                    break;
                default:
                    if (open.Count == 0)
                    {
                        return null;
                    }

                    end = EndOfWord(json, at);
                    safe = end < json.Length ? end : safe;
                    at = end - 1;
                    break;
            }

            if (open.Count == 0 && safe > 0)
            {
                break;
            }
        }

        return safe == 0 ? null : End(json, safe, default, open);
    }

    private static string End(ReadOnlySpan<char> json, int safe, ReadOnlySpan<char> openText, Stack<char> open)
    {
        StringBuilder whole = new();
        if (openText.IsEmpty)
        {
            whole.Append(json[..safe]);
        }
        else
        {
            whole.Append(json[..^openText.Length]).Append(WithoutHalves(openText)).Append('"');
        }

        foreach (char closer in open)
        {
            whole.Append(closer);
        }

        return whole.ToString();
    }

    private static int EndOfText(ReadOnlySpan<char> json, int start)
    {
        for (int at = start + 1; at < json.Length; at++)
        {
            if (json[at] == '"')
            {
                return at + 1;
            }

            at += json[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static int EndOfWord(ReadOnlySpan<char> json, int start)
    {
        int length = json[start..].IndexOfAny(EndsOfWords);
        return length < 0 ? json.Length : start + length;
    }

    // Neither half of an escape nor half of a pair: what completes it comes with the next piece.
    private static ReadOnlySpan<char> WithoutHalves(ReadOnlySpan<char> text)
    {
        int escape = -1;
        for (int at = 1; at < text.Length; at++)
        {
            if (text[at] != '\\')
            {
                continue;
            }

            int length = at + 1 < text.Length && text[at + 1] == 'u' ? UnicodeEscapeLength : 2;
            if (at + length > text.Length)
            {
                return WithoutHigh(text[..at], escape);
            }

            escape = at;
            at += length - 1;
        }

        return WithoutHigh(text, escape);
    }

    private static ReadOnlySpan<char> WithoutHigh(ReadOnlySpan<char> text, int escape)
    {
        if (char.IsHighSurrogate(text[^1]))
        {
            return text[..^1];
        }

        bool isHigh = escape == text.Length - UnicodeEscapeLength && text[escape + 1] == 'u'
            && text[escape + 2] is 'd' or 'D' && text[escape + 3] is '8' or '9' or 'a' or 'A' or 'b' or 'B';
        return isHigh ? text[..escape] : text;
    }
}
