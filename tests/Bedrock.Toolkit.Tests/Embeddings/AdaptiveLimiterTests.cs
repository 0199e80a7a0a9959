namespace Bedrock.Toolkit.Tests.Embeddings;

public class AdaptiveLimiterTests
{
    [Fact]
    public async Task Acquire_AboveTheLimit_WaitsForAPlace()
    {
        var limiter = new AdaptiveLimiter(2);
        await limiter.AcquireAsync(default);
        await limiter.AcquireAsync(default);
        Task third = limiter.AcquireAsync(default).AsTask();
        Assert.False(third.IsCompleted);

        limiter.Release(throttled: false);

        await third;
    }

    [Fact]
    public async Task Acquire_CancelledWhileWaiting_LeavesThePlaceToTheNext()
    {
        using var cancellation = new CancellationTokenSource();
        var limiter = new AdaptiveLimiter(1);
        await limiter.AcquireAsync(default);
        Task cancelled = limiter.AcquireAsync(cancellation.Token).AsTask();
        Task next = limiter.AcquireAsync(default).AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        limiter.Release(throttled: null);

        await next;
        Task last = limiter.AcquireAsync(default).AsTask();
        limiter.Release(throttled: null);
        await last;
    }

    [Fact]
    public async Task Release_MostCallsThrottled_DividesTheLimit()
    {
        var limiter = new AdaptiveLimiter(32);

        // A round has 64 calls; more than 35 % of them are 23.
        await CallAsync(limiter, 22, throttled: true);
        Assert.Equal(32, limiter.Limit);
        await CallAsync(limiter, 1, throttled: true);
        Assert.Equal(19, limiter.Limit);
        await CallAsync(limiter, 1000, throttled: true);
        Assert.Equal(1, limiter.Limit);
    }

    [Fact]
    public async Task Release_NoneThrottled_AddsOneARoundUpToTheMost()
    {
        var limiter = new AdaptiveLimiter(8);
        await CallAsync(limiter, 1000, throttled: true);
        Assert.Equal(1, limiter.Limit);

        await CallAsync(limiter, 16, throttled: false);
        Assert.InRange(limiter.Limit, 1, 2);
        await CallAsync(limiter, 16, throttled: false);
        Assert.InRange(limiter.Limit, 2, 3);
        await CallAsync(limiter, 1000, throttled: false);
        Assert.Equal(8, limiter.Limit);
    }

    [Fact]
    public async Task Release_OneInFiveThrottled_KeepsTheLimit()
    {
        var limiter = new AdaptiveLimiter(32);
        for (int i = 0; i < 2000; i++)
        {
            await CallAsync(limiter, 1, throttled: i % 5 == 0);
            Assert.Equal(32, limiter.Limit);
        }
    }

    [Fact]
    public async Task Limit_UnderAServiceThatTakesSomeAtOnce_SettlesNearThat()
    {
        // The service takes 8 of those that come together and throttles the rest, wave after wave.
        var limiter = new AdaptiveLimiter(64);
        var limits = new List<int>();
        for (int wave = 0; wave < 2000; wave++)
        {
            int together = limiter.Limit;
            for (int i = 0; i < together; i++)
            {
                await limiter.AcquireAsync(default);
            }

            for (int i = 0; i < together; i++)
            {
                limiter.Release(throttled: i >= 8);
            }

            if (wave > 100)
            {
                limits.Add(limiter.Limit);
            }
        }

        Assert.InRange(limits.Average(), 7, 16);
    }

    private static async Task CallAsync(AdaptiveLimiter limiter, int calls, bool throttled)
    {
        for (int i = 0; i < calls; i++)
        {
            await limiter.AcquireAsync(default);
            limiter.Release(throttled);
        }
    }
}
