using System.Security.Cryptography;
using Amazon.Runtime;

namespace Bedrock.Toolkit.Transport;

/// <summary>Signs HTTP requests with AWS Signature Version 4; safe for concurrent use.</summary>
/// <remarks>See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.</remarks>
internal sealed partial class SigV4Signer
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const int HashSize = SHA256.HashSizeInBytes;
    private const int UsualSize = 2048;

    private readonly string _region;
    private readonly string _service;
    private readonly bool _normalizePath;
    private readonly bool _doubleEncode;
    private readonly bool _setContentSha256;
    private volatile DerivedKey? _key;
    private volatile Stamp? _stamp;

    // The headers of the request that this thread signs; empty between two requests, for they can hold a session token.
    [ThreadStatic]
    private static List<KeyValuePair<string, string>>? _headers;

    /// <summary>Creates a signer for one Region and service.</summary>
    /// <param name="region">The Region of the signature, such as <c>us-east-1</c>.</param>
    /// <param name="service">The signing name, <c>bedrock</c> for the Bedrock services.</param>
    /// <param name="normalizePath">Whether dot segments and doubled slashes are collapsed in what is signed.</param>
    /// <param name="doubleEncode">Whether the wire path is encoded once more in what is signed; all services but S3 want that.</param>
    /// <param name="setContentSha256">Whether <c>x-amz-content-sha256</c> is set and signed.</param>
    public SigV4Signer(string region, string service, bool normalizePath = true, bool doubleEncode = true, bool setContentSha256 = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        _region = region;
        _service = service;
        _normalizePath = normalizePath;
        _doubleEncode = doubleEncode;
        _setContentSha256 = setContentSha256;
    }

    /// <summary>SHA-256 of a body as a request wants it: 64 lower-case hex digits.</summary>
    public static string HashPayload(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[HashSize];
        SHA256.HashData(body, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Signs a request for the moment <paramref name="now"/>.</summary>
    public SigV4Signature Sign(in SigV4Request request, ImmutableCredentials credentials, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        string amzDate = FormatDate(now);
        return SignSorted(request, request.PayloadSha256, CollectHeaders(request, credentials, amzDate), credentials, amzDate);
    }

    private SigV4Signature SignSorted(
        in SigV4Request request,
        scoped ReadOnlySpan<char> payloadSha256,
        List<KeyValuePair<string, string>> headers,
        ImmutableCredentials credentials,
        string amzDate)
    {
        var text = new SigV4Text(UsualSize);
        try
        {
            AppendCanonicalRequest(ref text, request, payloadSha256, headers);
            Span<byte> hash = stackalloc byte[HashSize];
            SHA256.HashData(text.Written, hash);

            // HMAC by its definition, from the padded keys: two hashes at half the price of the general one, which prepares the key each time.
            DerivedKey key = SigningKey(credentials, amzDate);
            text.Clear();
            text.Append(key.Inner);
            AppendStringToSign(ref text, amzDate, hash);
            SHA256.HashData(text.Written, hash);
            text.Clear();
            text.Append(key.Outer);
            text.Append(hash);
            SHA256.HashData(text.Written, hash);

            text.Clear();
            AppendAuthorization(ref text, credentials.AccessKey, amzDate, headers, hash);
            return new SigV4Signature
            {
                Authorization = text.ToString(),
                AmzDate = amzDate,
                SecurityToken = TokenOf(credentials),
                ContentSha256 = _setContentSha256 ? payloadSha256.ToString() : null,
            };
        }
        finally
        {
            text.Dispose();
        }
    }

    /// <summary>The canonical request that <c>Sign</c> hashes; it can hold a session token, so it is for tests and never for logs.</summary>
    internal string CanonicalRequest(in SigV4Request request, ImmutableCredentials credentials, DateTimeOffset now)
    {
        var text = new SigV4Text(UsualSize);
        AppendCanonicalRequest(ref text, request, request.PayloadSha256, CollectHeaders(request, credentials, FormatDate(now)));
        string canonical = text.ToString();
        text.Dispose();
        return canonical;
    }

    /// <summary>The string that <c>Sign</c> computes the signature of; for tests.</summary>
    internal string StringToSign(in SigV4Request request, ImmutableCredentials credentials, DateTimeOffset now)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest(request, credentials, now)));
        var text = new SigV4Text(UsualSize);
        AppendStringToSign(ref text, FormatDate(now), hash);
        string toSign = text.ToString();
        text.Dispose();
        return toSign;
    }

    /// <summary>The moment as the signature has it; the text of the last second is used again.</summary>
    private string FormatDate(DateTimeOffset now)
    {
        long second = now.UtcTicks / TimeSpan.TicksPerSecond;
        if (_stamp is not { } stamp || stamp.Second != second)
        {
            _stamp = stamp = new Stamp(second, now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        }

        return stamp.Text;
    }

    private static string? TokenOf(ImmutableCredentials credentials) =>
        string.IsNullOrEmpty(credentials.Token) ? null : credentials.Token;

    private List<KeyValuePair<string, string>> CollectHeaders(in SigV4Request request, ImmutableCredentials credentials, string amzDate)
    {
        var headers = new List<KeyValuePair<string, string>>(request.Headers.Count + 3);
        foreach ((string name, string value) in request.Headers)
        {
            AddForeign(headers, name, value);
        }

        AddOwn(headers, credentials, amzDate, request.PayloadSha256);
        return headers;
    }

    private void AddForeign(List<KeyValuePair<string, string>> headers, string name, string value)
    {
        if (!SigV4Canonical.IsUnsigned(name) && !IsOwn(name))
        {
            SigV4Canonical.Insert(headers, name, value);
        }
    }

    private void AddOwn(List<KeyValuePair<string, string>> headers, ImmutableCredentials credentials, string amzDate, scoped ReadOnlySpan<char> payloadSha256)
    {
        SigV4Canonical.Insert(headers, DateHeader, amzDate);
        if (TokenOf(credentials) is { } token)
        {
            SigV4Canonical.Insert(headers, TokenHeader, token);
        }

        if (_setContentSha256)
        {
            SigV4Canonical.Insert(headers, ContentSha256Header, payloadSha256.ToString());
        }
    }

    private void AppendCanonicalRequest(
        ref SigV4Text text, in SigV4Request request, scoped ReadOnlySpan<char> payloadSha256, List<KeyValuePair<string, string>> headers)
    {
        text.Append(request.Method);
        text.Append((byte)'\n');
        SigV4Canonical.AppendPath(ref text, request.Path, _normalizePath, _doubleEncode);
        text.Append((byte)'\n');
        SigV4Canonical.AppendQuery(ref text, request.Query);
        text.Append((byte)'\n');
        SigV4Canonical.AppendHeaders(ref text, headers);
        text.Append((byte)'\n');
        SigV4Canonical.AppendHeaderNames(ref text, headers);
        text.Append((byte)'\n');
        text.Append(payloadSha256);
    }

    private void AppendStringToSign(ref SigV4Text text, string amzDate, scoped ReadOnlySpan<byte> canonicalHash)
    {
        text.Append(Algorithm);
        text.Append((byte)'\n');
        text.Append(amzDate);
        text.Append((byte)'\n');
        AppendScope(ref text, amzDate);
        text.Append((byte)'\n');
        text.AppendHex(canonicalHash);
    }

    private void AppendAuthorization(
        ref SigV4Text text, string accessKey, string amzDate, List<KeyValuePair<string, string>> headers, scoped ReadOnlySpan<byte> signature)
    {
        text.Append(Algorithm);
        text.Append(" Credential=");
        text.Append(accessKey);
        text.Append((byte)'/');
        AppendScope(ref text, amzDate);
        text.Append(", SignedHeaders=");
        SigV4Canonical.AppendHeaderNames(ref text, headers);
        text.Append(", Signature=");
        text.AppendHex(signature);
    }

    private void AppendScope(ref SigV4Text text, string amzDate)
    {
        text.Append(DayOf(amzDate));
        text.Append((byte)'/');
        text.Append(_region);
        text.Append((byte)'/');
        text.Append(_service);
        text.Append("/aws4_request");
    }

    private static ReadOnlySpan<char> DayOf(string amzDate) => amzDate.AsSpan(0, 8);

    /// <summary>The key of this day and these credentials: the last one used when it fits, so that rotation never signs with an old one.</summary>
    private DerivedKey SigningKey(ImmutableCredentials credentials, string amzDate)
    {
        DerivedKey? key = _key;
        if (key is null || !key.Fits(credentials, DayOf(amzDate)))
        {
            key = DerivedKey.Create(credentials, DayOf(amzDate), _region, _service);
            _key = key;
        }

        return key;
    }

    private sealed record Stamp(long Second, string Text);

    /// <summary>A signing key with everything it was derived from; immutable, so one reference is all that threads share.</summary>
    private sealed class DerivedKey
    {
        private readonly string _day;
        private readonly string _accessKey;
        private readonly string _secretKey;
        private readonly byte[] _inner;
        private readonly byte[] _outer;

        private DerivedKey(string day, string accessKey, string secretKey, byte[] bytes)
        {
            _day = day;
            _accessKey = accessKey;
            _secretKey = secretKey;
            _inner = Pad(bytes, 0x36);
            _outer = Pad(bytes, 0x5C);
        }

        /// <summary>The key as the inner hash of HMAC begins with it.</summary>
        public ReadOnlySpan<byte> Inner => _inner;

        /// <summary>The key as the outer hash of HMAC begins with it.</summary>
        public ReadOnlySpan<byte> Outer => _outer;

        public static DerivedKey Create(ImmutableCredentials credentials, ReadOnlySpan<char> day, string region, string service)
        {
            string date = day.ToString();
            byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey), Encoding.UTF8.GetBytes(date));
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region));
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(service));
            key = HMACSHA256.HashData(key, "aws4_request"u8);
            return new DerivedKey(date, credentials.AccessKey, credentials.SecretKey, key);
        }

        private static byte[] Pad(byte[] key, byte pad)
        {
            byte[] block = new byte[64];
            key.CopyTo(block, 0);
            for (int i = 0; i < block.Length; i++)
            {
                block[i] ^= pad;
            }

            return block;
        }

        public bool Fits(ImmutableCredentials credentials, ReadOnlySpan<char> day) =>
            day.SequenceEqual(_day)
            && string.Equals(_secretKey, credentials.SecretKey, StringComparison.Ordinal)
            && string.Equals(_accessKey, credentials.AccessKey, StringComparison.Ordinal);
    }
}
