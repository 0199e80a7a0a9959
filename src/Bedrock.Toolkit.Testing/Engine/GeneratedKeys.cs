using System.Security.Cryptography;
using Amazon.Runtime;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Random credentials and a random API key, made once.</summary>
internal sealed class GeneratedKeys : ICallerKeys
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private GeneratedKeys(AWSCredentials credentials, ImmutableCredentials known, string? apiKey = null)
    {
        Credentials = credentials;
        Known = known;
        ApiKey = apiKey ?? "bedrock-api-key-" + RandomNumberGenerator.GetHexString(48, lowercase: true);
    }

    public AWSCredentials Credentials { get; }

    public string ApiKey { get; }

    private ImmutableCredentials Known { get; }

    /// <summary>Long-term credentials, or with <paramref name="withToken"/> those of a session.</summary>
    public static GeneratedKeys Create(bool withToken = false)
    {
        string id = (withToken ? "ASIA" : "AKIA") + RandomNumberGenerator.GetString(Alphabet, 16);
        string secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
        string? token = withToken ? Convert.ToBase64String(RandomNumberGenerator.GetBytes(90)) : null;
        AWSCredentials credentials = token is null ? new BasicAWSCredentials(id, secret) : new SessionAWSCredentials(id, secret, token);
        return new GeneratedKeys(credentials, new ImmutableCredentials(id, secret, token));
    }

    /// <summary>Keys that are given, and random ones for those that are not.</summary>
    public static GeneratedKeys Create(BedrockServerOptions options)
    {
        if (options is not { AccessKeyId: { } id, SecretAccessKey: { } secret })
        {
            GeneratedKeys generated = Create();
            return new GeneratedKeys(generated.Credentials, generated.Known, options.ApiKey);
        }

        return new GeneratedKeys(new BasicAWSCredentials(id, secret), new ImmutableCredentials(id, secret, null), options.ApiKey);
    }

    public IReadOnlyList<ImmutableCredentials> Find(string accessKeyId) => Known.AccessKey == accessKeyId ? [Known] : [];

    public override string ToString() => "generated keys";
}
