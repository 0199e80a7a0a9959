using System.Security.Cryptography;
using System.Text;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>
/// The canonical form of a received request, as the service makes it.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal static class CanonicalRequest
{
    /// <summary>Makes the canonical form.</summary>
    /// <param name="request">The request as it came.</param>
    /// <param name="signedHeaders">The header names of the signature, in its order.</param>
    /// <param name="bodyHash">SHA-256 of the body in lower-case hex.</param>
    /// <param name="encodesPath">Whether the path is encoded once more; S3 takes it as it came.</param>
    public static string Create(ReceivedRequest request, IReadOnlyList<string> signedHeaders, string bodyHash, bool encodesPath = true)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');
        text.Append(encodesPath ? Path(request.Path) : request.Path).Append('\n');
        text.Append(Query(request.Query)).Append('\n');
        foreach (string name in signedHeaders)
        {
            text.Append(name).Append(':').Append(HeaderValue(request, name)).Append('\n');
        }

        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(bodyHash);
        return text.ToString();
    }

    /// <summary>The key that signs for a day (yyyyMMdd), a Region and a service.</summary>
    public static byte[] SigningKey(string secret, string date, string region, string service) =>
        Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + secret), date), region), service), "aws4_request");

    public static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The path as sent, dot segments and doubled slashes resolved, then each segment encoded once more: <c>%3A</c> becomes <c>%253A</c>.</summary>
    public static string Path(string rawPath)
    {
        List<string> kept = [];
        foreach (string segment in rawPath.Split('/'))
        {
            if (segment == "..")
            {
                if (kept.Count > 0)
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }
            else if (segment.Length > 0 && segment != ".")
            {
                kept.Add(Encode(segment));
            }
        }

        string path = "/" + string.Join('/', kept);
        bool endsWithSlash = kept.Count > 0
            && (rawPath.EndsWith('/') || rawPath.EndsWith("/.", StringComparison.Ordinal) || rawPath.EndsWith("/..", StringComparison.Ordinal));
        return endsWithSlash ? path + "/" : path;
    }

    /// <summary>Names and values decoded and encoded anew, sorted by the encoded name, then by the encoded value.</summary>
    public static string Query(string rawQuery)
    {
        List<(string Name, string Value)> pairs = [];
        foreach (string part in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? part : part[..equals];
            string value = equals < 0 ? string.Empty : part[(equals + 1)..];
            pairs.Add((Encode(Uri.UnescapeDataString(name)), Encode(Uri.UnescapeDataString(value))));
        }

        pairs.Sort(static (a, b) =>
        {
            int byName = string.CompareOrdinal(a.Name, b.Name);
            return byName != 0 ? byName : string.CompareOrdinal(a.Value, b.Value);
        });
        return string.Join('&', pairs.Select(p => p.Name + "=" + p.Value));
    }

    /// <summary>Every byte outside <c>A-Z a-z 0-9 - . _ ~</c> as <c>%XX</c>.</summary>
    private static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append('%').Append(Convert.ToHexString([b]));
            }
        }

        return encoded.ToString();
    }

    private static string HeaderValue(ReceivedRequest request, string name) => string.Join(
        ',',
        request.Headers
            .Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(h => string.Join(' ', h.Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))));
}
