namespace Bedrock.Toolkit.Tests.Support;

/// <summary>A clock that is set by hand; delays of at most half a minute end at once, longer time limits never run out.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private readonly InstantBackOff _timers = new();

    /// <summary>The wall clock. The monotonic one is as far along, unless <see cref="Jump"/> parted them.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>How far the wall clock was set away from the monotonic one.</summary>
    public TimeSpan Jump { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now + Jump;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _timers.CreateTimer(callback, state, dueTime, period);
}
