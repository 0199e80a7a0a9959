using Amazon.Runtime;

namespace Bedrock.Toolkit.Transport;

/// <summary>Who calls: credentials to sign with, or an API key. Never prints what it holds.</summary>
internal sealed class Identity
{
    private Identity(AWSCredentials? credentials, string? apiKey)
    {
        Credentials = credentials is null ? null : new CredentialSource(credentials);
        ApiKey = apiKey;
    }

    public CredentialSource? Credentials { get; }

    public string? ApiKey { get; }

    public static Identity FromCredentials(AWSCredentials credentials) => new(credentials, null);

    public static Identity FromApiKey(string apiKey) => new(null, apiKey);

    public override string ToString() => ApiKey is null ? "credentials" : "API key";
}
