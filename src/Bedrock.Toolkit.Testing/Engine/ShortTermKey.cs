using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Checks API keys that a program has made from its credentials: an address, signed, that is good for a while. Stateless and thread-safe.</summary>
internal static class ShortTermKey
{
    private const string Prefix = "bedrock-api-key-";
    private const string Host = "bedrock.amazonaws.com/?";

    /// <summary>Whether a key is one of credentials that are known, for this Region and not over.</summary>
    public static bool IsGood(string key, string? region, ICallerKeys keys, DateTimeOffset now)
    {
        byte[] bytes = new byte[key.Length];
        if (!key.StartsWith(Prefix, StringComparison.Ordinal) || !Convert.TryFromBase64String(key[Prefix.Length..], bytes, out int length)
            || Encoding.UTF8.GetString(bytes, 0, length) is not { } address || !address.StartsWith(Host, StringComparison.Ordinal))
        {
            return false;
        }

        string[] pairs = address[Host.Length..].Split('&');
        string[] credential = Value(pairs, "X-Amz-Credential").Split('/');
        string date = Value(pairs, "X-Amz-Date");
        if (credential is not [var keyId, var day, var scoped, "bedrock", "aws4_request"] || (region is not null && scoped != region)
            || !DateTimeOffset.TryParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out DateTimeOffset signed)
            || !int.TryParse(Value(pairs, "X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            || seconds is < 1 or > 43_200 || now > signed.AddSeconds(seconds))
        {
            return false;
        }

        string query = string.Join('&', pairs.Where(static pair => !pair.StartsWith("X-Amz-Signature=", StringComparison.Ordinal)
            && !pair.StartsWith("Version=", StringComparison.Ordinal)));
        string canonical = $"POST\n/\n{CanonicalRequest.Query(query)}\nhost:bedrock.amazonaws.com\n\nhost\n{CanonicalRequest.Hash([])}";
        string toSign = $"{AuthorizationHeader.Algorithm}\n{date}\n{day}/{scoped}/bedrock/aws4_request\n"
            + CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical));
        string token = Value(pairs, "X-Amz-Security-Token");
        return keys.Find(keyId).Any(known => (known.Token ?? string.Empty) == token && IsSignedBy(known));

        bool IsSignedBy(ImmutableCredentials known)
        {
            string due = Convert.ToHexStringLower(CanonicalRequest.Mac(CanonicalRequest.SigningKey(known.SecretKey, day, scoped, "bedrock"), toSign));
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(due), Encoding.UTF8.GetBytes(Value(pairs, "X-Amz-Signature")));
        }
    }

    private static string Value(string[] pairs, string name) =>
        Array.Find(pairs, pair => pair.StartsWith(name + "=", StringComparison.Ordinal)) is { } found
            ? Uri.UnescapeDataString(found[(name.Length + 1)..])
            : string.Empty;
}
