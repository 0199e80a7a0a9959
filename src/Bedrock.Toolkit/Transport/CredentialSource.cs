using Amazon.Runtime;

namespace Bedrock.Toolkit.Transport;

/// <summary>Asks a credentials provider for every attempt, but never twice at a time, and makes it forget credentials that the service refused. Thread safe.</summary>
/// <remarks>The provider keeps credentials and fetches new ones before the old expire; here is nothing kept but the question that is under way.</remarks>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to free.
internal sealed class CredentialSource(AWSCredentials provider)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _rejecting = new();
    private volatile Task<ImmutableCredentials>? _asking;
    private ImmutableCredentials? _rejected;

    /// <summary>The credentials of now.</summary>
    public async ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        Task<ImmutableCredentials>? asking = _asking;
        if (asking is null or { IsCompleted: true })
        {
            // Cancellable also while a provider blocks its thread: the others wait here, not in a lock.
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                asking = _asking;
                if (asking is null or { IsCompleted: true })
                {
                    asking = provider.GetCredentialsAsync();
                    _asking = asking;
                }
            }
            finally
            {
                _gate.Release();
            }
        }

        return await asking.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells that the service refused these credentials as expired. Only the first of the calls that used them makes the provider forget them.</summary>
    public void Reject(ImmutableCredentials used)
    {
        lock (_rejecting)
        {
            if (IsSame(_rejected, used))
            {
                return;
            }

            _rejected = used;
            (provider as RefreshingAWSCredentials)?.ClearCredentials();
        }
    }

    private static bool IsSame(ImmutableCredentials? left, ImmutableCredentials right) => left is not null
        && string.Equals(left.AccessKey, right.AccessKey, StringComparison.Ordinal)
        && string.Equals(left.Token, right.Token, StringComparison.Ordinal);
}
