namespace Bedrock.Toolkit.Transport;

/// <summary>The canonical forms of path, query and headers that client and server must agree on byte for byte.</summary>
internal static class SigV4Canonical
{
    private static readonly SearchValues<char> PlainInPath =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    /// <summary>Appends the path: each byte outside <c>A-Za-z0-9-._~/</c> encoded, the <c>%</c> of the wire path too unless
    /// <paramref name="doubleEncode"/> is off.</summary>
    public static void AppendPath(ref SigV4Text text, string wirePath, bool normalize, bool doubleEncode)
    {
        ReadOnlySpan<char> path = normalize ? Normalize(wirePath) : wirePath;
        if (path.IsEmpty)
        {
            path = "/";
        }

        while (!path.IsEmpty)
        {
            // Most of a path stays as it is.
            int plain = path.IndexOfAnyExcept(PlainInPath);
            plain = plain < 0 ? path.Length : plain;
            text.Append(path[..plain]);
            path = path[plain..];
            if (path.IsEmpty)
            {
                return;
            }

            if (!doubleEncode && StartsWithEscape(path))
            {
                text.Append((byte)path[0]);
                path = path[1..];
                continue;
            }

            Rune.DecodeFromUtf16(path, out Rune character, out int consumed);
            text.AppendEncoded(character);
            path = path[consumed..];
        }
    }

    /// <summary>Appends the query: names and values decoded and encoded again, sorted by encoded name, then by encoded value.</summary>
    public static void AppendQuery(ref SigV4Text text, string? query)
    {
        if (string.IsNullOrEmpty(query))
        {
            return;
        }

        var parameters = new List<(string Name, string Value)>();
        foreach (Range range in query.AsSpan().Split('&'))
        {
            ReadOnlySpan<char> parameter = query.AsSpan(range);
            if (!parameter.IsEmpty)
            {
                int equals = parameter.IndexOf('=');
                parameters.Add(equals < 0
                    ? (Recode(parameter), string.Empty)
                    : (Recode(parameter[..equals]), Recode(parameter[(equals + 1)..])));
            }
        }

        parameters.Sort(static (x, y) => string.CompareOrdinal(x.Name, y.Name) is not 0 and var order ? order : string.CompareOrdinal(x.Value, y.Value));
        for (int i = 0; i < parameters.Count; i++)
        {
            if (i > 0)
            {
                text.Append((byte)'&');
            }

            text.Append(parameters[i].Name);
            text.Append((byte)'=');
            text.Append(parameters[i].Value);
        }
    }

    /// <summary>Appends one line a header name; <paramref name="headers"/> are sorted, values of one name are joined by commas.</summary>
    public static void AppendHeaders(ref SigV4Text text, List<KeyValuePair<string, string>> headers)
    {
        for (int i = 0; i < headers.Count; i++)
        {
            bool first = i == 0 || headers[i].Key != headers[i - 1].Key;
            if (first)
            {
                text.Append(headers[i].Key);
            }

            text.Append(first ? (byte)':' : (byte)',');
            text.AppendCollapsed(headers[i].Value);
            if (i == headers.Count - 1 || headers[i].Key != headers[i + 1].Key)
            {
                text.Append((byte)'\n');
            }
        }
    }

    /// <summary>Adds a header at its sorted place under its lower-case name, behind those of the same name.</summary>
    public static void Insert(List<KeyValuePair<string, string>> headers, string name, string value)
    {
        string lower = LowerOf(name);
        int place = headers.Count;
        while (place > 0 && string.CompareOrdinal(headers[place - 1].Key, lower) > 0)
        {
            place--;
        }

        headers.Insert(place, new(lower, value));
    }

    // The same text for those that every request has.
    private static string LowerOf(string name) => name switch
    {
        _ when !name.AsSpan().ContainsAnyInRange('A', 'Z') => name,
        "Accept" => "accept",
        "Content-Type" => "content-type",
        "X-Amzn-Bedrock-Accept" => "x-amzn-bedrock-accept",
        _ => name.ToLowerInvariant(),
    };

    /// <summary>Whether a header is left out of the signature because something between here and the service may add, change or drop it.</summary>
    public static bool IsUnsigned(string name) => name.Equals("user-agent", StringComparison.OrdinalIgnoreCase)
        || name.Equals("connection", StringComparison.OrdinalIgnoreCase)
        || name.Equals("keep-alive", StringComparison.OrdinalIgnoreCase)
        || name.Equals("te", StringComparison.OrdinalIgnoreCase)
        || name.Equals("trailer", StringComparison.OrdinalIgnoreCase)
        || name.Equals("transfer-encoding", StringComparison.OrdinalIgnoreCase)
        || name.Equals("expect", StringComparison.OrdinalIgnoreCase)
        || name.Equals("x-amzn-trace-id", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("proxy-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Collapses doubled slashes and dot segments; a slash at the end stays.</summary>
    private static string Normalize(string path)
    {
        if (!path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal))
        {
            return path;
        }

        var segments = new List<string>();
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or ".."))
            {
                segments.Add(segment);
            }
        }

        string normal = "/" + string.Join('/', segments);
        return path.EndsWith('/') && segments.Count > 0 ? normal + "/" : normal;
    }

    private static string Recode(ReadOnlySpan<char> part)
    {
        var text = new SigV4Text(part.Length * 3);
        while (!part.IsEmpty)
        {
            if (StartsWithEscape(part))
            {
                text.AppendEncoded(byte.Parse(part.Slice(1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                part = part[3..];
                continue;
            }

            Rune.DecodeFromUtf16(part, out Rune character, out int consumed);
            text.AppendEncoded(character);
            part = part[consumed..];
        }

        string recoded = text.ToString();
        text.Dispose();
        return recoded;
    }

    private static bool StartsWithEscape(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
