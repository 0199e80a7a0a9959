using Amazon.Runtime;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Accepts what the client signs with: passes the caller's credentials on and remembers them, so that rotation works too.</summary>
internal sealed class WatchedKeys(AWSCredentials inner) : AWSCredentials, ICallerKeys
{
    // More than any test rotates through.
    private const int MaxRemembered = 1000;

    private readonly Lock _lock = new();
    private readonly List<ImmutableCredentials> _seen = [];

    public string? ApiKey => null;

    public override ImmutableCredentials GetCredentials() => Remember(inner.GetCredentials());

    public override async Task<ImmutableCredentials> GetCredentialsAsync() => Remember(await inner.GetCredentialsAsync().ConfigureAwait(false));

    public IReadOnlyList<ImmutableCredentials> Find(string accessKeyId)
    {
        lock (_lock)
        {
            return [.. _seen.Where(c => c.AccessKey == accessKeyId)];
        }
    }

    public override string ToString() => "watched keys";

    private ImmutableCredentials Remember(ImmutableCredentials credentials)
    {
        if (credentials is not null)
        {
            lock (_lock)
            {
                if (!_seen.Contains(credentials))
                {
                    if (_seen.Count == MaxRemembered)
                    {
                        _seen.RemoveAt(0);
                    }

                    _seen.Add(credentials);
                }
            }
        }

        return credentials!;
    }
}
