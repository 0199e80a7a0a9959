using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.Runtime;

namespace Bedrock.Toolkit.Transport;

internal sealed partial class SigV4Signer
{
    private const string AuthorizationHeader = "Authorization";
    private const string DateHeader = "x-amz-date";
    private const string TokenHeader = "x-amz-security-token";
    private const string ContentSha256Header = "x-amz-content-sha256";

    /// <summary>Signs a request in place; a signature from an earlier attempt is replaced.</summary>
    /// <param name="request">The request, with the absolute URI and all headers it will be sent with.</param>
    /// <param name="credentials">The credentials of this attempt.</param>
    /// <param name="body">Exactly the bytes that will be sent.</param>
    /// <param name="now">The moment of signing, corrected for clock skew if there is any.</param>
    /// <param name="inParts">Whether the authorization is set as three values, which .NET sends as one, separated by commas: two of them serve every
    /// request of the day. For requests that nobody but .NET's own handler sees.</param>
    /// <exception cref="InvalidOperationException">The request has no absolute URI.</exception>
    public void Apply(HttpRequestMessage request, ImmutableCredentials credentials, ReadOnlySpan<byte> body, DateTimeOffset now, bool inParts = false)
    {
        Span<byte> hash = stackalloc byte[HashSize];
        SHA256.HashData(body, hash);
        ApplyHashed(request, credentials, hash, now, inParts);
    }

    /// <summary>Signs a request in place whose body somebody has hashed by SHA-256 already.</summary>
    public void ApplyHashed(HttpRequestMessage request, ImmutableCredentials credentials, scoped ReadOnlySpan<byte> hash, DateTimeOffset now,
        bool inParts = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is not { IsAbsoluteUri: true } uri)
        {
            throw new InvalidOperationException("Only a request with an absolute URI can be signed.");
        }

        List<KeyValuePair<string, string>> headers = _headers ??= [];
        SigV4Signature signature;
        bool isSigned;
        try
        {
            signature = SignMessage(request, uri, headers, credentials, hash, FormatDate(now), out isSigned);
        }
        finally
        {
            headers.Clear();
        }

        Set(request, DateHeader, signature.AmzDate, isSigned);
        Set(request, TokenHeader, signature.SecurityToken, isSigned);
        Set(request, ContentSha256Header, signature.ContentSha256, isSigned && _setContentSha256);
        Set(request, AuthorizationHeader, inParts ? signature.Credential : signature.Authorization, isSigned);
        if (inParts)
        {
            request.Headers.TryAddWithoutValidation(AuthorizationHeader, signature.SignedHeaders);
            request.Headers.TryAddWithoutValidation(AuthorizationHeader, signature.Signature);
        }
    }

    private SigV4Signature SignMessage(
        HttpRequestMessage request,
        Uri uri,
        List<KeyValuePair<string, string>> headers,
        ImmutableCredentials credentials,
        scoped ReadOnlySpan<byte> hash,
        string amzDate,
        out bool isSigned)
    {
        Span<char> payloadSha256 = stackalloc char[2 * HashSize];
        Convert.TryToHexStringLower(hash, payloadSha256, out _);
        string? contentSha256 = _setContentSha256 ? payloadSha256.ToString() : null;

        AddForeign(headers, "host", request.Headers.Host ?? HostOf(uri));
        isSigned = AddSignable(headers, request.Headers.NonValidated);
        if (request.Content is { } content)
        {
            AddSignable(headers, content.Headers.NonValidated);
        }

        AddOwn(headers, credentials, amzDate, contentSha256);
        var parts = new SigV4Request
        {
            Method = request.Method == HttpMethod.Post ? HttpMethod.Post.Method : request.Method.Method.ToUpperInvariant(),
            Path = uri.AbsolutePath,
            Query = uri.Query is ['?', ..] query ? query[1..] : null,
            Headers = headers,
            PayloadSha256 = string.Empty,
        };
        return SignSorted(parts, payloadSha256, contentSha256, headers, credentials, amzDate);
    }

    /// <summary>Whether the signer sets this header itself, so that a value from before is never signed.</summary>
    private bool IsOwn(string name) => name.Equals(DateHeader, StringComparison.OrdinalIgnoreCase)
        || name.Equals(TokenHeader, StringComparison.OrdinalIgnoreCase)
        || name.Equals(AuthorizationHeader, StringComparison.OrdinalIgnoreCase)
        || (_setContentSha256 && name.Equals(ContentSha256Header, StringComparison.OrdinalIgnoreCase));

    /// <summary>The host as the HTTP handler sends it: ASCII form, IPv6 in brackets, the port unless it is the scheme's default.</summary>
    private static string HostOf(Uri uri)
    {
        string host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? host : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{host}:{uri.Port}");
    }

    // True when the signer has been here before.
    private bool AddSignable(List<KeyValuePair<string, string>> headers, HttpHeadersNonValidated present)
    {
        bool isSigned = false;
        foreach ((string name, HeaderStringValues values) in present)
        {
            if (IsOwn(name))
            {
                isSigned = true;
            }
            else if (IsSignable(name) && !SigV4Canonical.IsUnsigned(name))
            {
                // Several values of one name are sent as one line; this is that line.
                SigV4Canonical.Insert(headers, name, values.ToString());
            }
        }

        return isSigned;
    }

    private static bool IsSignable(string name) => name.Equals("content-type", StringComparison.OrdinalIgnoreCase)
        || name.Equals("accept", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("amz-sdk-", StringComparison.OrdinalIgnoreCase);

    private static void Set(HttpRequestMessage request, string name, string? value, bool isThere)
    {
        if (isThere)
        {
            request.Headers.Remove(name);
        }

        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
