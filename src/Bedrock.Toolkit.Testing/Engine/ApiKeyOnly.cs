using Amazon.Runtime;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Accepts one API key and no signature.</summary>
internal sealed class ApiKeyOnly(string apiKey) : ICallerKeys
{
    public string? ApiKey => apiKey;

    public IReadOnlyList<ImmutableCredentials> Find(string accessKeyId) => [];

    public override string ToString() => "API key";
}
