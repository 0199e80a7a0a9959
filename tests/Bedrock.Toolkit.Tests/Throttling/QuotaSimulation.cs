using Bedrock.Toolkit.Throttling;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Throttling;

/// <summary>Lets calls run through a governor against a simulated quota, on a clock of its own.</summary>
internal sealed class QuotaSimulation
{
    public const long Quota = 1_000_000;

    private const string ModelId = "example.model-v1:0";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly PriorityQueue<(SimulatedCall Call, TokenReservation Reservation), TimeSpan> _running = new();
    private readonly Queue<(int Number, SimulatedCall Call, Task<TokenReservation> Turn)> _waiting = new();
    private readonly TokenPool _pool;

    public QuotaSimulation(TokenQuota? quota = null)
    {
        var governor = new TokenGovernor(new TokenGovernorOptions
        {
            Quotas = { quota ?? new TokenQuota { Models = "*", TokensPerMinute = Quota } },
            TimeProvider = _time,
        });
        _pool = governor.Find(ModelId, "us-east-1").Pool!;
        Service = new SimulatedQuota(Quota, _time);
    }

    public SimulatedQuota Service { get; }

    /// <summary>The numbers of the calls in the order in which they started.</summary>
    public List<int> Started { get; } = [];

    /// <summary>The share of what the service offered until the last call started, with the bucket that was full at the beginning.</summary>
    public double Use { get; private set; }

    /// <summary>The same for the calls from one half to the last, when the pace has settled.</summary>
    public double SteadyUse { get; private set; }

    public int MaxRunning { get; private set; }

    public TimeSpan Time { get; private set; }

    public async Task RunAsync(IReadOnlyList<SimulatedCall> calls)
    {
        DateTimeOffset start = _time.GetUtcNow();
        int arrived = 0;
        (double Used, double Offered) half = default;
        while (Started.Count < calls.Count)
        {
            Time = _time.GetUtcNow() - start;
            while (_running.TryPeek(out (SimulatedCall Call, TokenReservation Reservation) ended, out TimeSpan end) && end <= Time)
            {
                _running.Dequeue();
                Service.End(ended.Call);
                ended.Reservation.Report(ended.Call.Usage);
                ended.Reservation.Dispose();
            }

            while (arrived < calls.Count && calls[arrived].Arrival <= Time)
            {
                SimulatedCall call = calls[arrived];
                _waiting.Enqueue((arrived++, call, _pool.ReserveAsync(call.Demand, null, CancellationToken.None).AsTask()));
            }

            await StartThoseWhoseTurnItIsAsync();
            if (half == default && Started.Count >= calls.Count / 2)
            {
                half = (Service.Used, Service.Offered);
            }

            (Use, SteadyUse) = (Service.Used / Service.Offered, (Service.Used - half.Used) / (Service.Offered - half.Offered));
            _time.Advance(Step);
        }
    }

    // The pool says how many it has let through; they must be the first ones of the queue, or this waits in vain.
    private async Task StartThoseWhoseTurnItIsAsync()
    {
        while (_pool.State().Running > _running.Count)
        {
            (int number, SimulatedCall call, Task<TokenReservation> turn) = _waiting.Dequeue();
            TokenReservation reservation = await turn.WaitAsync(TimeSpan.FromSeconds(30));
            Started.Add(number);
            if (Service.TryStart(call))
            {
                _running.Enqueue((call, reservation), Time + call.Duration);
                MaxRunning = Math.Max(MaxRunning, _running.Count);
            }
            else
            {
                reservation.Throttled(null);
                reservation.Refused();
                reservation.Dispose();
            }
        }
    }
}
