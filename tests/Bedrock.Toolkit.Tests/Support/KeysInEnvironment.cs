using Amazon.Runtime;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Credentials in the environment of this process, until it is disposed; only in tests of <see cref="EnvironmentCollection"/>.</summary>
internal sealed class KeysInEnvironment : IDisposable
{
    public KeysInEnvironment(ImmutableCredentials keys) => Set(keys.AccessKey, keys.SecretKey);

    public void Dispose() => Set(null, null);

    private static void Set(string? accessKey, string? secretKey)
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", accessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", secretKey);
    }
}
