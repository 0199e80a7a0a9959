
namespace Bedrock.Toolkit.Tests;

/// <summary>Presets and limits of the options.</summary>
public class BedrockClientOptionsTests
{
    [Fact]
    public void ForWebRequest_Limits_EndBeforeACallerGivesUp()
    {
        BedrockClientOptions options = BedrockClientOptions.ForWebRequest();

        Assert.Equal(2, options.MaxAttempts);
        Assert.Equal(2, options.ModelNotReadyAttempts);
        Assert.Equal(TimeSpan.FromMinutes(2), options.OverallTimeout);
        Assert.True(options.FirstByteTimeout <= options.OverallTimeout);
        Assert.True(options.StreamIdleTimeout <= options.OverallTimeout);
        Assert.Equal(TimeSpan.Zero, options.ThrottlingDelayFloor);
        BedrockClientOptionsValidator.ThrowIfInvalid(options);
        Assert.NotSame(options, BedrockClientOptions.ForWebRequest());
    }

    [Fact]
    public void ForBatchJob_Limits_ComeThroughAMinuteOfThrottling()
    {
        BedrockClientOptions options = BedrockClientOptions.ForBatchJob();

        Assert.Equal(10, options.MaxAttempts);
        Assert.Null(options.OverallTimeout);
        Assert.Equal(TimeSpan.FromHours(1), options.FirstByteTimeout);
        Assert.True((options.MaxAttempts - 1) * options.ThrottlingDelayFloor > TimeSpan.FromMinutes(2));
        BedrockClientOptionsValidator.ThrowIfInvalid(options);
    }

    [Theory]
    [InlineData(0, 0, "ModelNotReadyAttempts")]
    [InlineData(21, 0, "ModelNotReadyAttempts")]
    [InlineData(5, -1, "ThrottlingDelayFloor")]
    [InlineData(5, 601, "ThrottlingDelayFloor")]
    public void Validate_ValueOutOfRange_IsNamed(int attempts, int floorSeconds, string name)
    {
        var options = new BedrockClientOptions { ModelNotReadyAttempts = attempts, ThrottlingDelayFloor = TimeSpan.FromSeconds(floorSeconds) };

        BedrockConfigurationException e = Assert.Throws<BedrockConfigurationException>(() => BedrockClientOptionsValidator.ThrowIfInvalid(options));

        Assert.Contains(name, e.Message, StringComparison.Ordinal);
    }
}
