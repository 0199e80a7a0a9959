using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

public class RetryPolicyTests
{
    [Theory]
    [InlineData(false, new[] { 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20, 20 })]
    [InlineData(true, new double[] { 1, 2, 4, 8, 16, 20, 20 })]
    public void Delay_AtItsBound_DoublesUpToTheCap(bool throttled, double[] seconds)
    {
        for (int i = 0; i < seconds.Length; i++)
        {
            Assert.Equal(seconds[i], RetryPolicy.Delay(throttled, null, i + 1, 1).TotalSeconds, 9);
            Assert.Equal(seconds[i] / 2, RetryPolicy.Delay(throttled, null, i + 1, 0.5).TotalSeconds, 9);
            Assert.Equal(TimeSpan.Zero, RetryPolicy.Delay(throttled, null, i + 1, 0));
        }

        Assert.Equal(20, RetryPolicy.Delay(throttled, null, int.MaxValue, 1).TotalSeconds);
    }

    [Theory]
    [InlineData(0, 0.05)] // never below the own delay
    [InlineData(0.02, 0.05)]
    [InlineData(3, 3)]
    [InlineData(5.05, 5.05)]
    [InlineData(3600, 5.05)] // never more than 5 s above it
    public void Delay_ServersWish_IsClamped(double wish, double expected) =>
        Assert.Equal(expected, RetryPolicy.Delay(false, TimeSpan.FromSeconds(wish), 1, 1).TotalSeconds, 9);

    [Fact]
    public void Delay_OfAnException_KnowsThrottlingFromOtherFailures()
    {
        double most = 0;
        for (int i = 0; i < 200; i++)
        {
            Assert.InRange(RetryPolicy.Delay(new BedrockServiceException("x"), 1), TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
            TimeSpan throttled = RetryPolicy.Delay(new BedrockThrottlingException("x"), 1);
            Assert.InRange(throttled, TimeSpan.Zero, TimeSpan.FromSeconds(1));
            most = Math.Max(most, throttled.TotalMilliseconds);
        }

        // 200 draws all below 5% of the bound have a chance of 1 in 10^260: the factor is random, and the bound is the throttling one.
        Assert.True(most > 50);
        Assert.InRange(RetryPolicy.Delay(new BedrockThrottlingException("x") { RetryAfter = TimeSpan.FromSeconds(4) }, 1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void IsRetryable_OnlyTransientFailures_AndNeverAfterTheOverallLimit()
    {
        Assert.True(RetryPolicy.IsRetryable(new BedrockServiceException("x") { IsTransient = true }));
        Assert.True(RetryPolicy.IsRetryable(new BedrockConnectionException("x") { IsTransient = true }));
        Assert.True(RetryPolicy.IsRetryable(new BedrockTimeoutException("x") { IsTransient = true, Kind = BedrockTimeoutKind.FirstByte }));
        Assert.False(RetryPolicy.IsRetryable(new BedrockServiceException("x")));
        Assert.False(RetryPolicy.IsRetryable(new BedrockProtocolException("x")));
        Assert.False(RetryPolicy.IsRetryable(new BedrockTimeoutException("x") { IsTransient = true, Kind = BedrockTimeoutKind.Overall }));
    }
}
