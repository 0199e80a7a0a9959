using Amazon.Runtime;

namespace Bedrock.Toolkit.Transport;

/// <summary>Who calls. The one place that asks AWSSDK.Core or a provider: on the thread pool, once at a time, with no lock held meanwhile.
/// Thread-safe.</summary>
/// <remarks>
/// AWSSDK.Core reads files and asks the machine's metadata service in ways that block their thread. So callers only ever wait for a question
/// that runs elsewhere, under their own limits and tokens. Providers keep credentials and fetch new ones before the old expire; here nothing is kept
/// but what cannot change. Never prints what it holds.
/// </remarks>
internal sealed class Identity(BedrockClientOptions options, AwsService service)
{
    private readonly Lock _lock = new();
    private Task<Answer>? _asking;
    private AWSCredentials? _provider;
    private bool _mustForget;
    private int _generation;

    // Found once and for as long as it is not refused; a class of its own, so that it is read as a whole.
    private volatile Answer? _fixed;

    /// <summary>The caller of now.</summary>
    /// <exception cref="BedrockAuthenticationException">There is none; the message says what to do.</exception>
    /// <exception cref="BedrockConfigurationException">A setting that it needs is malformed; the message names it.</exception>
    public ValueTask<Caller> GetAsync(CancellationToken cancellationToken)
    {
        if (_fixed is { } known)
        {
            return ValueTask.FromResult(known.Caller);
        }

        Task<Answer> asking;
        lock (_lock)
        {
            if (_asking is null or { IsCompleted: true })
            {
                // Only begun here: nothing of AWSSDK.Core runs on the caller's thread or under the lock.
                Task<Answer>? before = _asking;
                _asking = Task.Run(() => AskAsync(before));
            }

            asking = _asking;
        }

        return WaitAsync(asking, cancellationToken);
    }

    /// <summary>Takes that the service refused a caller, which is then forgotten for all calls.</summary>
    /// <returns>Whether there can be another one.</returns>
    public bool Reject(in Caller used)
    {
        if (used.Credentials is not { } keys || IsFixedInCode || (options.Credentials is not null && string.IsNullOrEmpty(keys.Token)))
        {
            return false;
        }

        lock (_lock)
        {
            // Only the first of the calls that used it; the others find another one already, or the same one anew.
            if (used.Generation == _generation)
            {
                _generation++;
                _mustForget = true;
                _fixed = null;

                // What is under way may bring the refused one: it is waited for, and then asked again.
                Task<Answer>? before = _asking;
                _asking = before is null or { IsCompleted: true } ? null : Task.Run(() => AskAsync(before));
            }
        }

        return true;
    }

    /// <summary>When the credentials that were given last end; null when nobody says.</summary>
    public DateTimeOffset? Expires => _provider?.Expiration is { } end ? new DateTimeOffset(end.ToUniversalTime()) : null;

    public override string ToString() => _fixed?.Caller.ToString() ?? "not asked yet";

    private bool IsFixedInCode => options.Credentials is { } given && IsFixed(given);

    private static bool IsFixed(AWSCredentials credentials) => credentials.GetType() is { } type
        && (type == typeof(BasicAWSCredentials) || type == typeof(SessionAWSCredentials) || type == typeof(EnvironmentVariablesAWSCredentials));

    private async ValueTask<Caller> WaitAsync(Task<Answer> asking, CancellationToken cancellationToken)
    {
        Answer answer = await asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        return answer.Failure is { } failure ? throw IdentityFault.ToException(failure, options) : answer.Caller;
    }

    /// <summary>Asks; what goes wrong is an answer too, so that everyone who waits gets an exception of its own.</summary>
    private async Task<Answer> AskAsync(Task<Answer>? before)
    {
        if (before is not null)
        {
            // Never fails; one question at a time.
            await before.ConfigureAwait(false);
        }

        int generation;
        bool mustForget;
        lock (_lock)
        {
            generation = _generation;
            mustForget = _mustForget;
            _mustForget = false;
        }

        try
        {
            if (mustForget)
            {
                Forget();
            }

            return await AskAsync(generation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Thrown again, as an exception of each caller's own.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new Answer(default, e);
        }
    }

    private async Task<Answer> AskAsync(int generation)
    {
        _provider ??= options.Credentials;
        if (_provider is null && AwsChain.FindApiKey(options, service) is { } apiKey)
        {
            return _fixed = new Answer(new Caller(null, apiKey, generation), null);
        }

        AWSCredentials provider = _provider ??= await AwsChain.FindCredentialsAsync(options).ConfigureAwait(false);
        ImmutableCredentials keys = await provider.GetCredentialsAsync().ConfigureAwait(false)
            ?? throw new BedrockAuthenticationException("The credentials provider gave no credentials.");
        IdentityFault.Check(keys);
        var answer = new Answer(new Caller(keys, null, generation), null);
        if (IsFixed(provider))
        {
            lock (_lock)
            {
                _fixed = generation == _generation ? answer : null;
            }
        }

        return answer;
    }

    private void Forget()
    {
        if (_provider is RefreshingAWSCredentials refreshing)
        {
            refreshing.ClearCredentials();
        }

        if (options.Credentials is null)
        {
            // Found in files or in the environment: found again, as they may have changed. A refreshing provider was cleared for all who share it.
            _provider = null;
        }
    }

    private sealed record Answer(Caller Caller, Exception? Failure)
    {
        public override string ToString() => Caller.ToString();
    }
}
