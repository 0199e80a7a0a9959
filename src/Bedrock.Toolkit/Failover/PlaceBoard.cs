namespace Bedrock.Toolkit.Failover;

/// <summary>Which places take calls, where conversations are, and how many calls may be doubled. Thread-safe.</summary>
internal sealed class PlaceBoard(IReadOnlyList<BedrockPlace> places, BedrockFailoverOptions options)
{
    private const double BackForASuccess = 0.1;
    private const int SweepEvery = 1024;
    private const int BrokenOfADownPlace = 3;

    private readonly Lock _lock = new();
    private readonly Entry[] _entries = [.. places.Select(static place => new Entry(place))];
    private readonly Dictionary<string, (int Place, DateTimeOffset Last)> _conversations = new(StringComparer.Ordinal);
    private double _doubles = options.MaxDoubledCalls;
    private int _sinceSweep;

    public IReadOnlyList<BedrockPlaceState> States
    {
        get
        {
            DateTimeOffset now = options.TimeProvider.GetUtcNow();
            lock (_lock)
            {
                return [.. _entries.Select(entry =>
                    new BedrockPlaceState(entry.Place.Name, entry.PausedUntil > now ? entry.PausedUntil : null, entry.Calls, entry.Failures))];
            }
        }
    }

    public BedrockPlace PlaceAt(int index) => _entries[index].Place;

    /// <summary>The places to ask, in order: where the conversation is while that one takes calls, then those that do, then the others by the time that they
    /// will.</summary>
    public PlaceRound Begin(string? conversation)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        lock (_lock)
        {
            int home = conversation is not null && _conversations.TryGetValue(conversation, out (int Place, DateTimeOffset Last) kept)
                && now - kept.Last <= options.CacheLifetime ? kept.Place : -1;

            // A full quota is free again from one moment to the next: where its cache is, a conversation asks all the same. A place that is down is left alone.
            return new PlaceRound([.. Enumerable.Range(0, _entries.Length)
                .OrderBy(index => (index == home ? _entries[index].DownUntil : _entries[index].PausedUntil) is var until && until > now ? until.UtcTicks : 0)
                .ThenBy(index => index == home ? -1 : index)]);
        }
    }

    public void Began(int index)
    {
        lock (_lock)
        {
            _entries[index].Calls++;
        }
    }

    /// <summary>Takes that a place has answered: it is well, and the conversation is there now.</summary>
    public void Succeeded(int index, string? conversation)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        lock (_lock)
        {
            _entries[index].InARow = 0;
            _entries[index].BrokenInARow = 0;
            _doubles = Math.Min(options.MaxDoubledCalls, _doubles + BackForASuccess);
            if (conversation is not null)
            {
                _conversations[conversation] = (index, now);
                if (++_sinceSweep >= SweepEvery || _conversations.Count > options.MaxConversations)
                {
                    Sweep(now);
                }
            }
        }
    }

    /// <summary>Takes that a place failed, and leaves it alone for a while.</summary>
    public void Failed(int index, Exception failure, FailureKind kind)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        lock (_lock)
        {
            Entry entry = _entries[index];
            entry.Failures++;

            // One connection that broke says nothing of the place; several in a row do.
            if (kind == FailureKind.Doubtful && ++entry.BrokenInARow < BrokenOfADownPlace)
            {
                return;
            }

            // Many calls fail at once when a place goes down or is full: they are one failure.
            bool isFull = failure is BedrockThrottlingException;
            if ((isFull ? entry.FullUntil : entry.DownUntil) > now)
            {
                return;
            }

            double factor = Math.Pow(2, Math.Min(entry.InARow++, 20));
            TimeSpan pause = TimeSpan.FromTicks((long)Math.Min(options.FirstPause.Ticks * factor, options.LongestPause.Ticks));
            DateTimeOffset until = now + ((failure as BedrockServiceException)?.RetryAfter ?? pause);
            if (isFull)
            {
                entry.FullUntil = until;
            }
            else
            {
                entry.DownUntil = until;
            }
        }
    }

    /// <summary>Takes one of the calls that may be doubled; false when there is none.</summary>
    public bool TryDouble()
    {
        lock (_lock)
        {
            bool has = _doubles >= 1;
            _doubles -= has ? 1 : 0;
            return has;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        _sinceSweep = 0;
        foreach (string silent in _conversations.Where(pair => now - pair.Value.Last > options.CacheLifetime).Select(static pair => pair.Key).ToArray())
        {
            _conversations.Remove(silent);
        }

        int tooMany = _conversations.Count - options.MaxConversations;
        if (tooMany > 0)
        {
            // Some more than need be, so that not every call sorts.
            foreach (string oldest in _conversations.OrderBy(static pair => pair.Value.Last).Take(tooMany + (options.MaxConversations / 10))
                .Select(static pair => pair.Key).ToArray())
            {
                _conversations.Remove(oldest);
            }
        }
    }

    private sealed class Entry(BedrockPlace place)
    {
        public BedrockPlace Place => place;

        public DateTimeOffset FullUntil { get; set; }

        public DateTimeOffset DownUntil { get; set; }

        public DateTimeOffset PausedUntil => FullUntil > DownUntil ? FullUntil : DownUntil;

        public int InARow { get; set; }

        public int BrokenInARow { get; set; }

        public long Calls { get; set; }

        public long Failures { get; set; }
    }
}

/// <summary>The places that one call is asked at, one after the other. Used by one call.</summary>
/// <param name="order">The places in their order.</param>
internal sealed class PlaceRound(int[] order)
{
    private int _again = -1;

    public int Count => order.Length;

    /// <summary>The place of a step; behind the last one the place that a connection broke to.</summary>
    public int this[int step] => step < order.Length ? order[step] : order[_again];

    /// <summary>Whether there is another step behind one that failed: the next place; and when there is none, once more a place that only a connection broke
    /// to.</summary>
    public bool HasNext(int step, FailureKind kind)
    {
        _again = kind == FailureKind.Doubtful && step < order.Length ? step : _again;
        return step + 1 < order.Length || (step + 1 == order.Length && order.Length > 1 && _again >= 0);
    }
}
