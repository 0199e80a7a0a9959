namespace Bedrock.Toolkit.Throttling;

/// <summary>One count: the quotas that some calls share, and the queue of those that wait. First come, first served. Thread-safe.</summary>
/// <remarks>
/// A call takes its input and its maximum of output when it starts, as the service reserves them, and gets back at its end what it did
/// not use. A throttling answer means that the service counts less than this pool believes: nothing is free then, nothing starts for a
/// while, and a smaller share of the quota is made use of until it has recovered.
/// </remarks>
internal sealed class TokenPool
{
    /// <summary>What a throttling answer leaves of the share of the quota, and the least that is left of it.</summary>
    public const double ShareAfterThrottle = 0.8;
    public const double MinShare = 0.1;

    /// <summary>How fast the share recovers, each second.</summary>
    public const double RecoveryPerSecond = 0.01;

    /// <summary>Throttling answers closer together than this count as one.</summary>
    public static readonly TimeSpan ThrottleSpan = TimeSpan.FromSeconds(5);

    private const double LearningRate = 0.1;

    // The first guess of an input is a third too large for English; the later ones are right on the average.
    private const double DoubtfulInput = 0.25;
    private const int MinBytesToLearnFrom = 64;

    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly LinkedList<TokenWaiter> _waiters = new();
    private readonly Allowance? _minute;
    private readonly Allowance? _day;
    private readonly Allowance? _requests;
    private readonly int _mostRunning;
    private ITimer? _timer;
    private long _now;
    private int _running;
    private double _inputRunning;
    private double _shareAtThrottle = 1;
    private long? _lastCut;
    private long _pausedUntil = long.MinValue;
    private double _tokensPerByte = InputSize.TokensPerByte;
    private double? _usualOutput;

    public TokenPool(string name, string region, TokenQuota quota, double headroom, TimeProvider time)
    {
        Name = name;
        Region = region;
        _time = time;
        _now = time.GetTimestamp();
        _minute = Create(quota.TokensPerMinute, TimeSpan.FromMinutes(1), headroom);
        _day = Create(quota.TokensPerDay, TimeSpan.FromDays(1), headroom);
        _requests = Create(quota.RequestsPerMinute, TimeSpan.FromMinutes(1), headroom: 0);
        _mostRunning = quota.MaxConcurrency ?? int.MaxValue;
    }

    public string Name { get; }

    public string Region { get; }

    private double Share => _lastCut is { } cut
        ? Math.Min(1, _shareAtThrottle + (RecoveryPerSecond * _time.GetElapsedTime(cut, _now).TotalSeconds))
        : 1;

    /// <summary>Takes the tokens of a call, now or when it is its turn.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled while the call waited.</exception>
    /// <exception cref="TimeoutException">The call waited for as long as it may.</exception>
    public ValueTask<TokenReservation> ReserveAsync(in TokenDemand demand, TimeSpan? mostWait, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reservation = new TokenReservation(this, demand);
        TokenWaiter waiter;
        lock (_lock)
        {
            LetTimePass();
            if (_waiters.Count == 0 && TryStart(reservation))
            {
                return new ValueTask<TokenReservation>(reservation);
            }

            waiter = new TokenWaiter(this, reservation);
            _waiters.AddLast(waiter.Place);
            SetTimer();
        }

        return WaitAsync(waiter, mostWait, cancellationToken);
    }

    /// <summary>Gives back what a call did not use.</summary>
    public void Settle(TokenReservation reservation, bool refused)
    {
        lock (_lock)
        {
            LetTimePass();
            double used = refused ? 0 : Used(reservation);
            Doubt(-reservation.Input);
            _minute?.Return(reservation.Taken - used);
            _day?.Return(reservation.Taken - used);
            _running--;
            StartWaiters();
        }
    }

    /// <summary>The service throttled.</summary>
    /// <returns>The share of the quota that is made use of from now on.</returns>
    public double Throttled(TimeSpan? retryAfter)
    {
        lock (_lock)
        {
            LetTimePass();
            if (_lastCut is not { } cut || _time.GetElapsedTime(cut, _now) >= ThrottleSpan)
            {
                _shareAtThrottle = Math.Max(MinShare, Share * ShareAfterThrottle);
                _lastCut = _now;
            }

            _minute?.Empty();
            TimeSpan pause = retryAfter is { } wish && wish > UsualPause ? wish : UsualPause;
            pause = pause < LongestPause ? pause : LongestPause;
            _pausedUntil = Math.Max(_pausedUntil, _now + (long)(pause.TotalSeconds * _time.TimestampFrequency));
            SetTimer();
            return Share;
        }
    }

    public TokenGovernorState State()
    {
        lock (_lock)
        {
            LetTimePass();
            return new TokenGovernorState
            {
                Pool = Name,
                Region = Region,
                FreeTokens = (long?)_minute?.Level,
                FreeTokensOfDay = (long?)_day?.Level,
                Running = _running,
                Waiting = _waiters.Count,
                QuotaShare = Share,
            };
        }
    }

    private static Allowance? Create(long? quota, TimeSpan period, double headroom) => quota is { } amount ? new Allowance(amount, period, headroom) : null;

    private async ValueTask<TokenReservation> WaitAsync(TokenWaiter waiter, TimeSpan? mostWait, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (state, token) => Leave((TokenWaiter)state!, w => w.TrySetCanceled(token)), waiter);
        ITimer? limit = mostWait is { } wait
            ? _time.CreateTimer(static state => Leave((TokenWaiter)state!, static w => w.TrySetException(new TimeoutException())), waiter, wait,
                Timeout.InfiniteTimeSpan)
            : null;
        try
        {
            return await waiter.Task.ConfigureAwait(false);
        }
        finally
        {
            limit?.Dispose();
        }
    }

    /// <summary>Ends the waiting of a call, unless it has started already: then its reservation is its own to settle.</summary>
    private static void Leave(TokenWaiter waiter, Func<TokenWaiter, bool> end)
    {
        TokenPool pool = waiter.Pool;
        lock (pool._lock)
        {
            if (waiter.Place.List is null)
            {
                return;
            }

            pool._waiters.Remove(waiter.Place);
            pool.LetTimePass();
            pool.StartWaiters();
        }

        end(waiter);
    }

    private void LetTimePass()
    {
        long now = _time.GetTimestamp();
        TimeSpan elapsed = _time.GetElapsedTime(_now, now);
        _now = now;
        double share = Share;
        _minute?.Refill(elapsed, share);
        _day?.Refill(elapsed, 1);
        _requests?.Refill(elapsed, share);
    }

    private bool TryStart(TokenReservation reservation)
    {
        (double input, double total) = Estimate(reservation.Demand);
        if (_running >= _mostRunning || _now < _pausedUntil || _minute?.Has(total) == false || _day?.Has(total) == false || _requests?.Has(1) == false)
        {
            return false;
        }

        _minute?.Take(total);
        _day?.Take(total);
        _requests?.Take(1);
        _running++;
        Doubt(input);
        reservation.Input = input;
        reservation.Taken = total;
        return true;
    }

    private (double Input, double Total) Estimate(in TokenDemand demand)
    {
        double input = demand.Input.Tokens(_tokensPerByte);

        // Output that counts several times can come to more than the service reserves; what is to be expected is taken at once, lest it be missing at the end.
        double expected = Math.Min(_usualOutput ?? 0, demand.MaxTokens) * demand.OutputWeight;
        return (input, input + Math.Max(demand.MaxTokens, expected));
    }

    private void Doubt(double input)
    {
        _inputRunning = Math.Max(0, _inputRunning + input);
        if (_minute is not null)
        {
            _minute.Doubtful = _inputRunning * DoubtfulInput;
        }
    }

    // Completed under the lock so that calls start in their order; what they do next runs elsewhere.
    private void StartWaiters()
    {
        while (_waiters.First is { } first && TryStart(first.Value.Reservation))
        {
            _waiters.RemoveFirst();
            first.Value.TrySetResult(first.Value.Reservation);
        }

        SetTimer();
    }

    private void SetTimer()
    {
        // At the limit of running calls only the end of one can help.
        if (_waiters.First is not { } first || _running >= _mostRunning)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        (_, double total) = Estimate(first.Value.Reservation.Demand);
        TimeSpan wait = _now < _pausedUntil ? _time.GetElapsedTime(_now, _pausedUntil) : TimeSpan.Zero;
        wait = Later(wait, _minute?.TimeUntil(total));
        wait = Later(wait, _day?.TimeUntil(total));
        wait = Later(wait, _requests?.TimeUntil(1));
        wait = wait < LongestTimer ? wait : LongestTimer;
        _timer ??= CreateTimer();
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    private ITimer CreateTimer()
    {
        // The timer outlives the call that happens to need it first and must not keep that call's context.
        using AsyncFlowControl flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        return _time.CreateTimer(static state => ((TokenPool)state!).TimeIsUp(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private void TimeIsUp()
    {
        lock (_lock)
        {
            LetTimePass();
            StartWaiters();
        }
    }

    private double Used(TokenReservation reservation)
    {
        TokenDemand demand = reservation.Demand;
        TokenUsage? usage = reservation.Usage;
        LearnInput(demand.Input, usage);
        double input = usage?.InputTokens is { } read ? (double)read + (usage.CacheWriteInputTokens ?? 0) : reservation.Input;
        if (usage?.OutputTokens is { } written)
        {
            _usualOutput = demand.MaxTokens == 0 ? _usualOutput : Learned(_usualOutput ?? written, written);
            return input + (written * demand.OutputWeight);
        }

        // A call that was cancelled or broke: the model has written something, most likely no more than usual.
        return _usualOutput is { } usual
            ? input + (Math.Min(usual, demand.MaxTokens) * demand.OutputWeight)
            : input + demand.MaxTokens;
    }

    private void LearnInput(InputSize size, TokenUsage? usage)
    {
        if (usage?.InputTokens is { } read && size is { Attachments: 0, TextBytes: >= MinBytesToLearnFrom })
        {
            // What came from the cache is reserved too.
            double all = (double)read + (usage.CacheReadInputTokens ?? 0) + (usage.CacheWriteInputTokens ?? 0);
            _tokensPerByte = Math.Clamp(Learned(_tokensPerByte, all / size.TextBytes), 0.01, 2);
        }
    }

    private static double Learned(double before, double seen) => before + (LearningRate * (seen - before));

    private static TimeSpan Later(TimeSpan one, TimeSpan? other) => other is { } time && time > one ? time : one;
}

/// <summary>A call in the queue.</summary>
internal sealed class TokenWaiter : TaskCompletionSource<TokenReservation>
{
    public TokenWaiter(TokenPool pool, TokenReservation reservation)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Pool = pool;
        Reservation = reservation;
        Place = new LinkedListNode<TokenWaiter>(this);
    }

    public TokenPool Pool { get; }

    public TokenReservation Reservation { get; }

    public LinkedListNode<TokenWaiter> Place { get; }
}
