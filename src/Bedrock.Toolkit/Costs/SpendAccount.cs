namespace Bedrock.Toolkit.Costs;

/// <summary>What one tenant has spent in the present period. Thread-safe.</summary>
internal sealed class SpendAccount(string tenant, decimal limit, SpendBudgetOptions options)
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _periodEnd;
    private decimal _spent;
    private long _calls;
    private long _unpriced;
    private bool _isWarned;
    private bool _isToldSpent;

    public SpendState State()
    {
        lock (_lock)
        {
            Turn();
            return Now();
        }
    }

    /// <summary>The error of a call that may not be made any more; null when it may.</summary>
    public BedrockBudgetExceededException? Refusal()
    {
        SpendState state = State();
        if (!state.IsSpent || options.OnlyWarns)
        {
            return null;
        }

        (string whose, string advice) = tenant.Length > 0 ? ("a tenant", " State says whose.") : ("calls that name no tenant", string.Empty);
        string until = state.PeriodEnd is { } end ? $" until {end:u}" : string.Empty;
        return new BedrockBudgetExceededException(string.Create(CultureInfo.InvariantCulture,
            $"The budget of {whose} is spent: {state.Spent:0.######} of {limit:0.######} {options.Prices!.Currency}{until}; the call was not sent.{advice}"),
            state);
    }

    /// <summary>Takes what a call cost; null when it has no price.</summary>
    /// <returns>What is to be told: null, unless the share to warn at or the limit was passed just now.</returns>
    public SpendState? Charge(decimal? cost)
    {
        lock (_lock)
        {
            Turn();
            _calls++;
            _unpriced += cost is null ? 1 : 0;
            _spent += cost ?? 0;
            bool isSpent = _spent >= limit;
            bool isNear = _spent >= limit * (decimal)options.WarnAt;
            bool isNews = (isSpent && !_isToldSpent) || (isNear && !_isWarned);
            _isToldSpent |= isSpent;
            _isWarned |= isNear;
            return isNews ? Now() : null;
        }
    }

    private SpendState Now() => new()
    {
        Tenant = tenant, Limit = limit, Spent = _spent, Calls = _calls, UnpricedCalls = _unpriced, PeriodEnd = _periodEnd,
    };

    // A new period begins with the first look after the last one has ended.
    private void Turn()
    {
        if (options.Period is not { } period)
        {
            return;
        }

        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        if (_periodEnd is null || now >= _periodEnd)
        {
            _periodEnd = now + period;
            (_spent, _calls, _unpriced, _isWarned, _isToldSpent) = (0, 0, 0, false, false);
        }
    }
}
