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
    private volatile HeaderNames? _names;

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
        string? contentSha256 = _setContentSha256 ? request.PayloadSha256 : null;
        return SignSorted(request, request.PayloadSha256, contentSha256, CollectHeaders(request, credentials, amzDate), credentials, amzDate);
    }

    private SigV4Signature SignSorted(
        in SigV4Request request,
        scoped ReadOnlySpan<char> payloadSha256,
        string? contentSha256,
        List<KeyValuePair<string, string>> headers,
        ImmutableCredentials credentials,
        string amzDate)
    {
        var text = new SigV4Text(UsualSize);
        try
        {
            HeaderNames names = AppendCanonicalRequest(ref text, request, payloadSha256, headers);
            Span<byte> hash = stackalloc byte[HashSize];
            SHA256.HashData(text.Written, hash);

            // HMAC by its definition, from the padded keys: two hashes at half the price of the general one, which prepares the key each time.
            DerivedKey key = SigningKey(credentials, amzDate);
            text.Clear();
            text.Append(key.Inner);
            AppendStringToSign(ref text, key, amzDate, hash);
            SHA256.HashData(text.Written, hash);
            text.Clear();
            text.Append(key.Outer);
            text.Append(hash);
            SHA256.HashData(text.Written, hash);

            return new SigV4Signature
            {
                Credential = key.Credential,
                SignedHeaders = names.Text,
                Signature = string.Create(CultureInfo.InvariantCulture, stackalloc char[128], $"Signature={Hex(hash, stackalloc char[2 * HashSize])}"),
                AmzDate = amzDate,
                SecurityToken = TokenOf(credentials),
                ContentSha256 = contentSha256,
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
        AppendStringToSign(ref text, SigningKey(credentials, FormatDate(now)), FormatDate(now), hash);
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

        AddOwn(headers, credentials, amzDate, _setContentSha256 ? request.PayloadSha256 : null);
        return headers;
    }

    private void AddForeign(List<KeyValuePair<string, string>> headers, string name, string value)
    {
        if (!SigV4Canonical.IsUnsigned(name) && !IsOwn(name))
        {
            SigV4Canonical.Insert(headers, name, value);
        }
    }

    private static void AddOwn(List<KeyValuePair<string, string>> headers, ImmutableCredentials credentials, string amzDate, string? contentSha256)
    {
        SigV4Canonical.Insert(headers, DateHeader, amzDate);
        if (TokenOf(credentials) is { } token)
        {
            SigV4Canonical.Insert(headers, TokenHeader, token);
        }

        if (contentSha256 is not null)
        {
            SigV4Canonical.Insert(headers, ContentSha256Header, contentSha256);
        }
    }

    private HeaderNames AppendCanonicalRequest(
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
        HeaderNames? names = _names;
        if (names?.Fits(headers) != true)
        {
            _names = names = new HeaderNames(headers);
        }

        text.Append(names.Joined);
        text.Append((byte)'\n');
        text.Append(payloadSha256);
        return names;
    }

    private static void AppendStringToSign(ref SigV4Text text, DerivedKey key, string amzDate, scoped ReadOnlySpan<byte> canonicalHash)
    {
        text.Append(Algorithm);
        text.Append((byte)'\n');
        text.Append(amzDate);
        text.Append((byte)'\n');
        text.Append(key.Scope);
        text.Append((byte)'\n');
        text.AppendHex(canonicalHash);
    }

    private static ReadOnlySpan<char> Hex(scoped ReadOnlySpan<byte> hash, Span<char> text)
    {
        Convert.TryToHexStringLower(hash, text, out int written);
        return text[..written];
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

    /// <summary>The names of the headers that were signed last, for nearly every request signs the same ones. Immutable.</summary>
    private sealed class HeaderNames(List<KeyValuePair<string, string>> headers)
    {
        private const string Prefix = "SignedHeaders=";

        private readonly string[] _names = [.. headers.Select(static header => header.Key)];

        /// <summary>Each once, separated by semicolons, as the signature names them.</summary>
        public string Text { get; } = Prefix + string.Join(';', headers.Select(static header => header.Key).Distinct());

        public ReadOnlySpan<char> Joined => Text.AsSpan(Prefix.Length);

        public bool Fits(List<KeyValuePair<string, string>> headers)
        {
            int same = 0;
            while (same < _names.Length && same < headers.Count && _names[same] == headers[same].Key)
            {
                same++;
            }

            return same == _names.Length && same == headers.Count;
        }
    }

    /// <summary>A signing key with everything it was derived from; immutable, so one reference is all that threads share.</summary>
    private sealed class DerivedKey
    {
        private readonly string _day;
        private readonly string _accessKey;
        private readonly string _secretKey;
        private readonly byte[] _inner;
        private readonly byte[] _outer;

        private DerivedKey(string day, string accessKey, string secretKey, byte[] bytes, string scope)
        {
            Credential = $"{Algorithm} Credential={accessKey}/{scope}";
            Scope = Encoding.UTF8.GetBytes(scope);
            _day = day;
            _accessKey = accessKey;
            _secretKey = secretKey;
            _inner = Pad(bytes, 0x36);
            _outer = Pad(bytes, 0x5C);
        }

        /// <summary>What the signature says of the key.</summary>
        public string Credential { get; }

        /// <summary>The day, Region and service that the key is for.</summary>
        public byte[] Scope { get; }

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
            return new DerivedKey(date, credentials.AccessKey, credentials.SecretKey, key, $"{date}/{region}/{service}/aws4_request");
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
