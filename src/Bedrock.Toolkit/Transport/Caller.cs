using Amazon.Runtime;

namespace Bedrock.Toolkit.Transport;

/// <summary>Who calls, as of now: keys to sign with, or an API key. Never prints what it holds.</summary>
/// <param name="Credentials">The keys; null with an API key.</param>
/// <param name="ApiKey">The API key; null with credentials.</param>
/// <param name="Generation">How often an identity had been refused when this one was asked for.</param>
internal readonly record struct Caller(ImmutableCredentials? Credentials, string? ApiKey, int Generation)
{
    /// <summary>Whether both sign alike, so that one is refused where the other was.</summary>
    public bool IsSameAs(in Caller other) => string.Equals(ApiKey, other.ApiKey, StringComparison.Ordinal)
        && string.Equals(Credentials?.AccessKey, other.Credentials?.AccessKey, StringComparison.Ordinal)
        && string.Equals(Credentials?.SecretKey, other.Credentials?.SecretKey, StringComparison.Ordinal)
        && string.Equals(Credentials?.Token, other.Credentials?.Token, StringComparison.Ordinal);

    public override string ToString() => ApiKey is not null ? "API key" : Credentials is not null ? "credentials" : "nobody";
}
