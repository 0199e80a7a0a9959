using System.Diagnostics;
using System.Security.Cryptography;
using Amazon.Runtime;

namespace Bedrock.Toolkit.Doors;

/// <summary>A short-term API key, made in this process from credentials: for programs and tools that take a key and cannot sign. Immutable.</summary>
/// <remarks>
/// It is good for one Region and lives for at most 12 hours, and never longer than the credentials. Nobody is asked for it, and nothing can take it back:
/// whoever has it may do what the credentials may do in Bedrock. <see cref="BedrockApiKeySource"/> renews keys.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class BedrockApiKey
{
    private const string Prefix = "bedrock-api-key-";
    private const string Host = "bedrock.amazonaws.com";
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private BedrockApiKey(string value, string region, DateTimeOffset expires)
    {
        Value = value;
        Region = region;
        Expires = expires;
    }

    /// <summary>The longest life of a key.</summary>
    public static TimeSpan MaxLifetime { get; } = TimeSpan.FromHours(12);

    /// <summary>The key, for <c>AWS_BEARER_TOKEN_BEDROCK</c> or an <c>Authorization: Bearer</c> header. A secret.</summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Value { get; }

    /// <summary>The Region that it is good for.</summary>
    public string Region { get; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>Makes a key from the normal AWS chain.</summary>
    /// <param name="lifetime">1 second to 12 hours.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The life is too short or too long.</exception>
    /// <exception cref="BedrockAuthenticationException">There are no credentials; the message says what to do.</exception>
    public static Task<BedrockApiKey> CreateAsync(TimeSpan lifetime) => CreateAsync(lifetime, new BedrockClientOptions(), CancellationToken.None);

    /// <summary>Makes a key.</summary>
    /// <param name="lifetime">1 second to 12 hours.</param>
    /// <param name="options">Credentials, Region and clock.</param>
    /// <param name="cancellationToken">Cancels waiting for the credentials.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The life is too short or too long.</exception>
    /// <exception cref="BedrockAuthenticationException">There are no credentials; the message says what to do.</exception>
    public static Task<BedrockApiKey> CreateAsync(TimeSpan lifetime, BedrockClientOptions options, CancellationToken cancellationToken = default) =>
        new BedrockApiKeySource(options, lifetime).GetAsync(cancellationToken).AsTask();

    /// <summary>Region and end, no part of the key.</summary>
    /// <returns>A text without the secret.</returns>
    public override string ToString() => $"API key for {Region} until {Expires:u}";

    /// <summary>Signs the address that a key stands for.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The Region.</param>
    /// <param name="seconds">The life.</param>
    /// <param name="now">The moment of signing.</param>
    /// <param name="end">When the credentials end; never when null.</param>
    internal static BedrockApiKey Create(ImmutableCredentials credentials, string region, int seconds, DateTimeOffset now, DateTimeOffset? end)
    {
        string date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string scope = $"{date[..8]}/{region}/bedrock/aws4_request";
        string token = string.IsNullOrEmpty(credentials.Token) ? string.Empty : $"&X-Amz-Security-Token={Uri.EscapeDataString(credentials.Token)}";

        // In the order of their names, as they are signed; the signature has its place between the last two.
        string query = $"Action=CallWithBearerToken&X-Amz-Algorithm={Algorithm}&X-Amz-Credential={Uri.EscapeDataString($"{credentials.AccessKey}/{scope}")}"
            + string.Create(CultureInfo.InvariantCulture, $"&X-Amz-Date={date}&X-Amz-Expires={seconds}{token}");
        string canonical = $"POST\n/\n{query}&X-Amz-SignedHeaders=host\nhost:{Host}\n\nhost\n{OfNothing}";
        string toSign = $"{Algorithm}\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey);
        foreach (string part in (ReadOnlySpan<string>)[date[..8], region, "bedrock", "aws4_request"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        string signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        string address = $"{Host}/?{query}&X-Amz-Signature={signature}&X-Amz-SignedHeaders=host&Version=1";
        DateTimeOffset expires = now + TimeSpan.FromSeconds(seconds);
        return new BedrockApiKey(Prefix + Convert.ToBase64String(Encoding.UTF8.GetBytes(address)), region, end < expires ? end.Value : expires);
    }
}
