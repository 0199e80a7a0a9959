using Amazon.Runtime;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>A credentials provider that does as it is told.</summary>
internal sealed class ScriptedCredentials(Func<Task<ImmutableCredentials>> get) : AWSCredentials
{
    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    public override ImmutableCredentials GetCredentials() => throw new NotSupportedException("Asked the blocking way.");

    public override Task<ImmutableCredentials> GetCredentialsAsync()
    {
        Asked++;
        return get();
    }
}
