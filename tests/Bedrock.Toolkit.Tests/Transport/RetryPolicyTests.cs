using Bedrock.Toolkit.Errors;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

public class RetryPolicyTests
{
    [Theory]
    [InlineData(RetryKind.Transient, new[] { 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 20, 20 })]
    [InlineData(RetryKind.Throttling, new double[] { 1, 2, 4, 8, 16, 20, 20 })]
    [InlineData(RetryKind.ModelNotReady, new double[] { 2, 4, 8, 16, 20 })]
    internal void Delay_AtItsBound_DoublesUpToTheCap(RetryKind kind, double[] seconds)
    {
        RetryPolicy policy = Policy();
        for (int i = 0; i < seconds.Length; i++)
        {
            Assert.Equal(seconds[i], policy.Delay(kind, null, i + 1, 1).TotalSeconds, 9);
            Assert.Equal(seconds[i] / 2, policy.Delay(kind, null, i + 1, 0.5).TotalSeconds, 9);
            Assert.Equal(TimeSpan.Zero, policy.Delay(kind, null, i + 1, 0));
        }

        Assert.Equal(20, policy.Delay(kind, null, int.MaxValue, 1).TotalSeconds);
    }

    [Theory]
    [InlineData(0, 0.05)] // never below the own delay
    [InlineData(0.02, 0.05)]
    [InlineData(3, 3)]
    [InlineData(5.05, 5.05)]
    [InlineData(3600, 5.05)] // never more than 5 s above it
    public void Delay_ServersWish_IsClamped(double wish, double expected) =>
        Assert.Equal(expected, Policy().Delay(RetryKind.Transient, TimeSpan.FromSeconds(wish), 1, 1).TotalSeconds, 9);

    [Fact]
    public void Delay_Floor_HoldsForThrottlingOnly()
    {
        RetryPolicy policy = Policy(o => o.ThrottlingDelayFloor = TimeSpan.FromSeconds(15));

        Assert.Equal(15, policy.Delay(RetryKind.Throttling, null, 1, 0.5).TotalSeconds);
        Assert.Equal(15, policy.Delay(RetryKind.Throttling, TimeSpan.FromSeconds(3), 1, 0).TotalSeconds);
        Assert.Equal(20, policy.Delay(RetryKind.Throttling, null, 9, 1).TotalSeconds);
        Assert.Equal(0.05, policy.Delay(RetryKind.Transient, null, 1, 1).TotalSeconds);
    }

    [Fact]
    public void Jitter_ByDefault_IsARandomFactor()
    {
        double[] factors = [.. Enumerable.Range(0, 200).Select(_ => Policy().Jitter())];

        Assert.All(factors, f => Assert.InRange(f, 0, 1));
        Assert.True(factors.Max() - factors.Min() > 0.5);
    }

    [Fact]
    public void Classify_OnlyWhatMayPass_AndNeverAfterTheOverallLimit()
    {
        Assert.Equal(RetryKind.Transient, RetryPolicy.Classify(new BedrockServiceException("x") { IsTransient = true }));
        Assert.Equal(RetryKind.Transient, RetryPolicy.Classify(new BedrockConnectionException("x") { IsTransient = true }));
        Assert.Equal(RetryKind.Transient, RetryPolicy.Classify(new BedrockTimeoutException("x") { IsTransient = true, Kind = BedrockTimeoutKind.FirstByte }));
        Assert.Equal(RetryKind.Throttling, RetryPolicy.Classify(new BedrockThrottlingException("x") { IsTransient = true }));
        Assert.Equal(RetryKind.ModelNotReady,
            RetryPolicy.Classify(new BedrockModelException("x") { IsTransient = true, ErrorCode = BedrockErrorCode.ModelNotReady }));
        Assert.Equal(RetryKind.None, RetryPolicy.Classify(new BedrockServiceException("x")));
        Assert.Equal(RetryKind.None, RetryPolicy.Classify(new BedrockProtocolException("x")));
        Assert.Equal(RetryKind.None, RetryPolicy.Classify(new BedrockTimeoutException("x") { IsTransient = true, Kind = BedrockTimeoutKind.Overall }));
    }

    [Fact]
    public void Decide_DelayLongerThanWhatIsLeft_TakesNoTokens()
    {
        RetryPolicy policy = Policy();
        policy.Jitter = () => 1;

        Assert.False(policy.Decide(new BedrockThrottlingException("x") { IsTransient = true }, 1, TimeSpan.FromSeconds(1)).IsAgain);

        Assert.Equal(RetryTokenBucket.DefaultCapacity, policy.Bucket.Tokens);
        Assert.True(policy.Decide(new BedrockThrottlingException("x") { IsTransient = true }, 1, TimeSpan.FromSeconds(1.1)).IsAgain);
    }

    [Fact]
    public void Bucket_ManyThreads_LosesNoToken()
    {
        var bucket = new RetryTokenBucket();

        Parallel.For(0, 10_000, i =>
        {
            int cost = 1 + (i % 14);
            if (bucket.TryTake(cost)) bucket.Return(cost);
        });

        Assert.Equal(500, bucket.Tokens);
        bucket.Return(1);
        Assert.Equal(500, bucket.Tokens);
        Assert.False(bucket.TryTake(501));
        Assert.Equal(500, bucket.Tokens);
    }

    private static RetryPolicy Policy(Action<BedrockClientOptions>? configure = null)
    {
        var options = new BedrockClientOptions();
        configure?.Invoke(options);
        return new RetryPolicy(options);
    }
}
