namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>How to wait for a job. Not thread-safe; read when the waiting starts.</summary>
/// <remarks>The defaults fit videos of a few seconds (one or two minutes) as well as long ones (a quarter of an hour).</remarks>
public sealed class AsyncInvokeWaitOptions
{
    /// <summary>The time before the second question; the first one is asked at once.</summary>
    /// <value>5 seconds by default; positive.</value>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest time between two questions.</summary>
    /// <value>1 minute by default; at least <see cref="FirstDelay"/>.</value>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>By how much each delay is longer than the one before.</summary>
    /// <value>1.5 by default; at least 1.</value>
    public double Growth { get; set; } = 1.5;

    /// <summary>The longest time to wait in all.</summary>
    /// <value>No limit when null, which is the default: a job ends by itself. The job goes on when it runs out.</value>
    public TimeSpan? OverallTimeout { get; set; }

    /// <summary>How many questions in a row may fail for a reason that passes (throttling, a broken connection) before the waiting fails.</summary>
    /// <value>5 by default, each with the attempts of the client; 0 or more.</value>
    public int MaxFailedQuestions { get; set; } = 5;

    /// <summary>The clock of delays and limit.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal void Check()
    {
        Require(FirstDelay > TimeSpan.Zero, $"{nameof(FirstDelay)} must be positive; it is {FirstDelay}.");
        Require(LongestDelay >= FirstDelay && LongestDelay.TotalMilliseconds <= int.MaxValue,
            $"{nameof(LongestDelay)} must be at least {nameof(FirstDelay)} and at most 24 days; it is {LongestDelay}.");
        Require(Growth >= 1 && double.IsFinite(Growth), $"{nameof(Growth)} must be at least 1.");
        Require(OverallTimeout is null || OverallTimeout > TimeSpan.Zero, $"{nameof(OverallTimeout)} must be positive; it is {OverallTimeout}.");
        Require(MaxFailedQuestions >= 0, $"{nameof(MaxFailedQuestions)} must not be negative; it is {MaxFailedQuestions}.");
        Require(TimeProvider is not null, $"{nameof(TimeProvider)} must not be null.");
    }

    /// <summary>The delay after another one.</summary>
    internal TimeSpan Next(TimeSpan delay) =>
        TimeSpan.FromMilliseconds(Math.Min(delay.TotalMilliseconds * Growth, LongestDelay.TotalMilliseconds));

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException($"AsyncInvokeWaitOptions.{message}", "options");
        }
    }
}
