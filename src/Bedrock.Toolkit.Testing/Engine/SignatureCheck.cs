using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Checks who calls, as the service does: a signature computed anew from what was received, or an API key. Thread-safe.</summary>
internal sealed class SignatureCheck(string? region, ICallerKeys keys, TimeProvider time)
{
    /// <summary>The name of the host in HTTP/2.</summary>
    public const string Authority = ":authority";

    private const string Bedrock = "bedrock";
    private const string MantleService = "bedrock-mantle";
    private const string KeyHeader = "x-api-key";
    private const string StoreService = "s3";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private const string Bearer = "Bearer ";
    private const string InvalidToken = "The security token included in the request is invalid.";

    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);

    private volatile SigningKey? _lastKey;

    /// <summary>How a request says who calls, right or wrong.</summary>
    public static RecordedIdentity IdentityOf(ReceivedRequest request) => request.Header("Authorization") switch
    {
        { } value when value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) => RecordedIdentity.ApiKey,
        { } value when value.StartsWith("AWS4-", StringComparison.Ordinal) => RecordedIdentity.Credentials,
        null when request.IsMantle && request.Header(KeyHeader) is not null => RecordedIdentity.ApiKey,
        _ => RecordedIdentity.None,
    };

    /// <summary>Lets the request pass or refuses it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="kind">What is signed.</param>
    /// <param name="service">The service that it is signed for, unless it is S3.</param>
    /// <exception cref="ServiceFailure">The caller is not known or the signature is wrong. The message holds no secret.</exception>
    public void Verify(ReceivedRequest request, SignedKind kind = SignedKind.Call, string service = Bedrock)
    {
        switch (IdentityOf(request))
        {
            case RecordedIdentity.ApiKey when kind == SignedKind.Frames:
                throw Refused("AccessDeniedException", "An API key cannot sign the frames of a bidirectional stream: sign the request with credentials.");
            case RecordedIdentity.ApiKey:
                VerifyApiKey(request.Header("Authorization")?[Bearer.Length..].Trim() ?? request.Header(KeyHeader)!);
                break;
            case RecordedIdentity.Credentials:
                VerifySignature(request, kind, service);
                break;
            default:
                throw Refused("MissingAuthenticationTokenException", "Missing Authentication Token");
        }
    }

    private void VerifyApiKey(string key)
    {
        bool isKnown = keys.ApiKey is { } known && SameText(known, key);
        if (!isKnown && !ShortTermKey.IsGood(key, region, keys, time.GetUtcNow()))
        {
            throw Refused("UnrecognizedClientException", InvalidToken);
        }
    }

    private void VerifySignature(ReceivedRequest request, SignedKind kind, string service)
    {
        if (!AuthorizationHeader.TryParse(request.Header("Authorization")!, out AuthorizationHeader? given))
        {
            throw Refused("IncompleteSignatureException", "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters.");
        }

        bool isStore = kind == SignedKind.Store;
        ImmutableCredentials credentials = FindCredentials(given, request.Header("x-amz-security-token"));
        string date = request.Header("x-amz-date")
            ?? throw Refused("IncompleteSignatureException", "Authorization header requires existence of a 'X-Amz-Date' header.");
        CheckScope(given, date, isStore ? StoreService : request.IsMantle && given.Service == MantleService ? MantleService : service);
        CheckSignedHeaders(given, request);
        if (!isStore)
        {
            // The AWS SDK, which signs for S3, has no clock that could be set: what it signs may be of any time.
            CheckDate(date);
        }

        string? claimed = request.Header("x-amz-content-sha256");
        bool isWord = claimed is not null && (kind == SignedKind.Frames ? claimed == FrameSignatures.BodyHash : isStore && IsWord(claimed));
        string bodyHash = isWord ? claimed! : CanonicalRequest.Hash(request.Body.Span);
        bool hashFits = kind == SignedKind.Frames ? isWord : claimed is null ? !isStore : SameText(claimed, bodyHash);
        string canonical = CanonicalRequest.Create(request, given.SignedHeaders, bodyHash, encodesPath: !isStore);
        if (!hashFits || !SameText(Sign(credentials.SecretKey, given, date, canonical), given.Signature))
        {
            throw Refused(
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult "
                    + "the service documentation for details.");
        }

        request.FrameSignatures = kind == SignedKind.Frames ? new FrameSignatures(credentials.SecretKey, given) : null;
    }

    // Bodies in chunks and bodies that are not signed have a word in the place of their hash.
    private static bool IsWord(string claimed) => claimed == "UNSIGNED-PAYLOAD" || claimed.StartsWith("STREAMING-", StringComparison.Ordinal);

    private ImmutableCredentials FindCredentials(AuthorizationHeader given, string? token)
    {
        foreach (ImmutableCredentials known in keys.Find(given.AccessKeyId))
        {
            if (SameText(known.Token ?? string.Empty, token ?? string.Empty))
            {
                return known;
            }
        }

        throw Refused("UnrecognizedClientException", InvalidToken);
    }

    private void CheckScope(AuthorizationHeader given, string date, string service)
    {
        if (region is not null && given.Region != region)
        {
            throw Refused("InvalidSignatureException", $"Credential should be scoped to a valid region, not '{given.Region}'.");
        }

        if (given.Service != service)
        {
            throw Refused("InvalidSignatureException", $"Credential should be scoped to correct service: '{service}'.");
        }

        if (!date.StartsWith(given.Date, StringComparison.Ordinal) || given.Date.Length != 8)
        {
            throw Refused("InvalidSignatureException",
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{given.Date}' != '{date}'.");
        }
    }

    private static void CheckSignedHeaders(AuthorizationHeader given, ReceivedRequest request)
    {
        if (!given.SignedHeaders.SequenceEqual(given.SignedHeaders.Order(StringComparer.Ordinal)))
        {
            throw Refused("InvalidSignatureException", "The signed headers are not sorted.");
        }

        string host = given.SignedHeaders.Contains(Authority) ? Authority : "host";
        CheckIsSigned(given, host);
        foreach ((string name, _) in request.Headers)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                CheckIsSigned(given, name);
            }
        }

        if (given.SignedHeaders.FirstOrDefault(n => request.Header(n) is null) is { } absent)
        {
            throw Refused("InvalidSignatureException", $"The signed header '{absent}' is not in the request.");
        }
    }

    private static void CheckIsSigned(AuthorizationHeader given, string name)
    {
        if (!given.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw Refused("InvalidSignatureException", $"'{name.ToLowerInvariant()}' must be a 'SignedHeader' in the AWS Authorization.");
        }
    }

    private void CheckDate(string date)
    {
        if (!DateTimeOffset.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset signed))
        {
            throw Refused("IncompleteSignatureException", "Date must be in ISO-8601 'basic format'.");
        }

        DateTimeOffset now = time.GetUtcNow();
        if (signed < now - MaxSkew)
        {
            throw Refused("InvalidSignatureException", $"Signature expired: {date} is now earlier than {Text(now - MaxSkew)} ({Text(now)} - 5 min.)");
        }

        if (signed > now + MaxSkew)
        {
            throw Refused("InvalidSignatureException", $"Signature not yet current: {date} is still later than {Text(now + MaxSkew)} ({Text(now)} + 5 min.)");
        }
    }

    private string Sign(string secret, AuthorizationHeader given, string date, string canonical)
    {
        byte[] key = KeyOf(secret, given);
        string hash = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical));
        return Convert.ToHexStringLower(CanonicalRequest.Mac(key, $"{AuthorizationHeader.Algorithm}\n{date}\n{given.Scope}\n{hash}"));
    }

    // A key is good for a day, a Region and a service: the last one is nearly always the right one.
    private byte[] KeyOf(string secret, AuthorizationHeader given)
    {
        if (_lastKey is { } last && last.Secret == secret && last.Scope == given.Scope)
        {
            return last.Key;
        }

        byte[] key = CanonicalRequest.SigningKey(secret, given.Date, given.Region, given.Service);
        _lastKey = new SigningKey(secret, given.Scope, key);
        return key;
    }

    private static bool SameText(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static ServiceFailure Refused(string code, string message) => new(403, code, message);

    private sealed class SigningKey(string secret, string scope, byte[] key)
    {
        public string Secret => secret;

        public string Scope => scope;

        public byte[] Key => key;
    }
}

/// <summary>What a signature is over.</summary>
internal enum SignedKind
{
    /// <summary>A whole request to Bedrock.</summary>
    Call,

    /// <summary>The head of a request whose frames are signed one by one.</summary>
    Frames,

    /// <summary>A request to S3.</summary>
    Store,
}
