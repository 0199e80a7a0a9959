namespace Bedrock.Toolkit;

/// <summary>
/// Lets a number of calls run at once, which grows by one while the service keeps up and shrinks by a factor when it throttles too many: additive
/// increase, multiplicative decrease. Thread-safe.
/// </summary>
/// <remarks>
/// It looks at rounds of twice as many calls as may run at once. A round ends early, with a decrease, as soon as more than
/// <see cref="ToleratedShare"/> of its calls were throttled; one that ends without that is an increase. Why a share, not each single
/// throttling: some are the service's noise, and lowering the concurrency for every one of them would starve a run whose quota is not used up.
/// </remarks>
internal sealed class AdaptiveLimiter
{
    private const double ToleratedShare = 0.35;
    private const double Decrease = 0.6;
    private const int FewestCallsOfRound = 16;
    private const int MaxCallsOfRound = 64;

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private readonly int _most;
    private int _limit;
    private int _running;
    private int _calls;
    private int _throttled;

    public AdaptiveLimiter(int most) => _most = _limit = most;

    /// <summary>How many calls may run at once at present.</summary>
    public int Limit
    {
        get
        {
            lock (_lock)
            {
                return _limit;
            }
        }
    }

    /// <summary>Waits for a place; each one is given back by <see cref="Release"/>.</summary>
    public async ValueTask AcquireAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource place;
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A place that is free means that nobody waits: Release hands every free place on.
            if (_running < _limit)
            {
                _running++;
                return;
            }

            place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(place);
        }

        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), place);
        await place.Task.ConfigureAwait(false);
    }

    /// <summary>Gives a place back, and says whether the call was throttled; null when the call does not tell (it failed otherwise).</summary>
    public void Release(bool? throttled)
    {
        lock (_lock)
        {
            _running--;
            if (throttled is { } isThrottled)
            {
                Count(isThrottled);
            }

            while (_running < _limit && _waiting.TryDequeue(out TaskCompletionSource? next))
            {
                // One that was cancelled meanwhile has left the queue with this.
                if (next.TrySetResult())
                {
                    _running++;
                }
            }
        }
    }

    private void Count(bool throttled)
    {
        int round = Math.Clamp(2 * _limit, FewestCallsOfRound, MaxCallsOfRound);
        _calls++;
        _throttled += throttled ? 1 : 0;
        if (_throttled > ToleratedShare * round)
        {
            _limit = Math.Max(1, (int)(_limit * Decrease));
            (_calls, _throttled) = (0, 0);
        }
        else if (_calls >= round)
        {
            _limit = Math.Min(_most, _limit + 1);
            (_calls, _throttled) = (0, 0);
        }
    }
}
