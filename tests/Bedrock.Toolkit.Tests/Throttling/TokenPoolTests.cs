using Bedrock.Toolkit.Throttling;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Throttling;

/// <summary>One count of tokens and its queue.</summary>
public class TokenPoolTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public async Task ReserveAsync_RoomInTheQuota_StartsAtOnce()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });

        using TokenReservation first = await Reserve(pool, 5000);

        Assert.Equal(1000, pool.State().FreeTokens);
        Assert.Equal(1, pool.State().Running);
    }

    [Fact]
    public async Task ReserveAsync_NoRoom_StartsWhenTheQuotaHasRefilled()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        using TokenReservation first = await Reserve(pool, 6000);

        Task<TokenReservation> second = Reserve(pool, 1000);
        _time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(second.IsCompleted);
        Assert.Equal(1, pool.State().Waiting);
        _time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(1000, (await Soon(second)).Taken);
        Assert.Equal(0, pool.State().Waiting);
    }

    [Fact]
    public async Task Settle_LessUsedThanReserved_LetsTheNextOneStart()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        TokenReservation first = await Reserve(pool, 6000);
        Task<TokenReservation> second = Reserve(pool, 1000);

        first.Report(new TokenUsage { InputTokens = 0, OutputTokens = 200 });
        first.Dispose();
        first.Dispose();

        await Soon(second);
        Assert.Equal(6000 - 200 - 1000, pool.State().FreeTokens);
        Assert.Equal(1, pool.State().Running);
    }

    [Fact]
    public async Task Settle_CacheReads_AreFree()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        TokenReservation call = await Reserve(pool, 1000);

        call.Report(new TokenUsage { InputTokens = 10, CacheReadInputTokens = 500, CacheWriteInputTokens = 30, OutputTokens = 5 });
        call.Dispose();

        Assert.Equal(6000 - 45, pool.State().FreeTokens);
    }

    [Fact]
    public async Task Settle_OutputThatCountsFiveTimes_MayLeaveDebt()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        TokenReservation call = await Reserve(pool, 2000, weight: 5);

        call.Report(new TokenUsage { InputTokens = 0, OutputTokens = 2000 });
        call.Dispose();

        Assert.Equal(-4000, pool.State().FreeTokens);
        Task<TokenReservation> next = Reserve(pool, 2000, weight: 1);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        await Soon(next);
    }

    [Fact]
    public async Task Settle_Refused_GivesEverythingBack()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        TokenReservation call = await Reserve(pool, 2000);

        call.Refused();
        call.Dispose();

        Assert.Equal(6000, pool.State().FreeTokens);
    }

    [Fact]
    public async Task Settle_NothingReported_CountsTheUsualOutputOnceItIsKnown()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        TokenReservation unknown = await Reserve(pool, 2000);
        unknown.Dispose();
        Assert.Equal(4000, pool.State().FreeTokens);

        TokenReservation known = await Reserve(pool, 2000);
        known.Report(new TokenUsage { InputTokens = 0, OutputTokens = 300 });
        known.Dispose();
        Assert.Equal(3700, pool.State().FreeTokens);

        (await Reserve(pool, 2000)).Dispose();
        Assert.Equal(3400, pool.State().FreeTokens);
    }

    [Fact]
    public async Task ReserveAsync_SmallBehindLarge_WaitsItsTurn()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        using TokenReservation first = await Reserve(pool, 5000);
        Task<TokenReservation> large = Reserve(pool, 3000);
        Task<TokenReservation> small = Reserve(pool, 10);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(small.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(19.5));

        await Soon(large);
        await Soon(small);
    }

    [Fact]
    public async Task ReserveAsync_CancelledInTheQueue_LeavesAndLetsTheNextOneStart()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        using TokenReservation first = await Reserve(pool, 5000);
        using var cancellation = new CancellationTokenSource();
        Task<TokenReservation> large = pool.ReserveAsync(Demand(3000), null, cancellation.Token).AsTask();
        Task<TokenReservation> small = Reserve(pool, 10);

        await cancellation.CancelAsync();

        OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Soon(large));
        Assert.Equal(cancellation.Token, e.CancellationToken);
        await Soon(small);
        Assert.Equal(0, pool.State().Waiting);
        Assert.Equal(2, pool.State().Running);
    }

    [Fact]
    public async Task ReserveAsync_LongerThanItMayWait_LeavesTheQueue()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        using TokenReservation first = await Reserve(pool, 6000);

        Task<TokenReservation> second = pool.ReserveAsync(Demand(5000), TimeSpan.FromSeconds(10), CancellationToken.None).AsTask();
        _time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThrowsAsync<TimeoutException>(() => Soon(second));
        Assert.Equal(0, pool.State().Waiting);
    }

    [Fact]
    public async Task ReserveAsync_MostAtOnce_WaitForOneToEnd()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", MaxConcurrency = 2 });
        TokenReservation first = await Reserve(pool, 10);
        using TokenReservation second = await Reserve(pool, 10);
        Task<TokenReservation> third = Reserve(pool, 10);

        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(third.IsCompleted);
        first.Dispose();

        await Soon(third);
    }

    [Fact]
    public async Task ReserveAsync_RequestsPerMinute_PaceTheCalls()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", RequestsPerMinute = 2 });
        (await Reserve(pool, 10)).Dispose();
        (await Reserve(pool, 10)).Dispose();
        Task<TokenReservation> third = Reserve(pool, 10);

        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        await Soon(third);
    }

    [Fact]
    public async Task ReserveAsync_DayUsedUp_TricklesOverTheDay()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 100_000, TokensPerDay = 24_000 });
        using TokenReservation first = await Reserve(pool, 24_000);
        Task<TokenReservation> second = Reserve(pool, 1000);

        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(2));

        await Soon(second);
        Assert.InRange(pool.State().FreeTokensOfDay!.Value, 0, 100);
    }

    [Fact]
    public async Task ReserveAsync_MoreThanTheQuota_StartsOnAFullOne()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });

        using TokenReservation call = await Reserve(pool, 50_000);

        Assert.Equal(-44_000, pool.State().FreeTokens);
    }

    [Fact]
    public async Task Throttled_PausesLowersTheShareAndRecovers()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        using TokenReservation call = await Reserve(pool, 10);

        Assert.Equal(0.8, call.Throttled(TimeSpan.FromSeconds(3)), 6);
        Assert.Equal(0.8, call.Throttled(null), 6);
        Assert.Equal(0, pool.State().FreeTokens);
        Task<TokenReservation> next = Reserve(pool, 10);
        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        await Soon(next);

        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0.68, call.Throttled(null), 2);
        _time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(1, pool.State().QuotaShare);
    }

    [Fact]
    public async Task Throttled_AgainAndAgain_LeavesATenth()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 6000 });
        using TokenReservation call = await Reserve(pool, 10);
        double share = 1;
        for (int i = 0; i < 40; i++)
        {
            _time.Advance(TokenPool.ThrottleSpan);
            share = call.Throttled(null);
        }

        Assert.InRange(share, TokenPool.MinShare, 0.21);
        Task<TokenReservation> next = Reserve(pool, 100);
        _time.Advance(TimeSpan.FromSeconds(20));
        await Soon(next);
    }

    [Fact]
    public async Task ReserveAsync_AnswersCountLessThanGuessed_LearnsFromThem()
    {
        TokenPool pool = Pool(new TokenQuota { Models = "*", TokensPerMinute = 1_000_000 });
        double first = 0, last = 0;
        for (int i = 0; i < 60; i++)
        {
            using TokenReservation call = await pool.ReserveAsync(new TokenDemand(new InputSize(4000, 0), 0, 1), null, CancellationToken.None);
            first = i == 0 ? call.Input : first;
            last = call.Input;
            call.Report(new TokenUsage { InputTokens = 800, OutputTokens = 0 });
        }

        Assert.Equal(4000 / 3.0, first, 3);
        Assert.Equal(800, last, 5.0);
    }

    [Fact]
    public async Task ReserveAsync_ManyThreads_NeverOverdrawsAndEnds()
    {
        var pool = new TokenPool("p", "us-east-1", new TokenQuota { Models = "*", TokensPerMinute = 600_000_000, MaxConcurrency = 7 }, 0, TimeProvider.System);
        int running = 0, most = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 5000), new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (i, cancellationToken) =>
        {
            using TokenReservation call = await pool.ReserveAsync(Demand(100), null, cancellationToken);
            InterlockedMax(ref most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            call.Report(new TokenUsage { InputTokens = 0, OutputTokens = i % 100 });
        });

        Assert.InRange(most, 1, 7);
        Assert.Equal(0, pool.State().Running);
        Assert.Equal(0, pool.State().Waiting);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }

    private static TokenDemand Demand(int tokens, double weight = 1) => new(default, tokens, weight);

    private static Task<TokenReservation> Reserve(TokenPool pool, int tokens, double weight = 1) =>
        pool.ReserveAsync(Demand(tokens, weight), null, CancellationToken.None).AsTask();

    private static Task<TokenReservation> Soon(Task<TokenReservation> turn) => turn.WaitAsync(TimeSpan.FromSeconds(30));

    private TokenPool Pool(TokenQuota quota) => new("example.model", "us-east-1", quota, headroom: 0, _time);
}
