using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Bedrock.Toolkit.Tests.Transport;

public sealed class CallClockTests : IDisposable
{
    private static readonly OperationCanceledException Cancelled = new();
    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _caller = new();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public void Arm_LimitRunsOut_EndsTheTokenAndSaysWhichLimit()
    {
        using CallClock clock = Clock();

        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(clock.Token.IsCancellationRequested);
        _time.Advance(TimeSpan.FromSeconds(1));

        AssertTimeout(clock, BedrockTimeoutKind.Idle, 10, isTransient: true);
    }

    [Fact]
    public void Arm_AsMuchAsIsLeft_IsTheLimitItself()
    {
        using CallClock clock = Clock(overall: 10);

        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(10));

        AssertTimeout(clock, BedrockTimeoutKind.Idle, 10, isTransient: true);
    }

    [Theory]
    [InlineData(4)] // less is left than the limit
    [InlineData(20)] // nothing is left at all
    public void Arm_LittleOrNothingLeft_EndsByTheOverallLimit(int passed)
    {
        using CallClock clock = Clock(overall: 5);
        _time.Advance(TimeSpan.FromSeconds(passed));

        clock.Arm(BedrockTimeoutKind.FirstByte, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(1));

        AssertTimeout(clock, BedrockTimeoutKind.Overall, 5, isTransient: false);
    }

    [Fact]
    public void ArmOverall_CallWithoutOne_StopsTheLimitThatRuns()
    {
        using CallClock clock = Clock();

        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(1));
        clock.ArmOverall();
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(clock.Token.IsCancellationRequested);
        Assert.Null(clock.Left);
    }

    [Fact]
    public void Renew_LimitRanOut_GivesANewToken()
    {
        using CallClock clock = Clock();
        CancellationToken first = clock.Token;

        clock.Renew();
        Assert.Equal(first, clock.Token);
        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        clock.Renew();

        Assert.True(first.IsCancellationRequested);
        Assert.False(clock.Token.IsCancellationRequested);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Renew_CallerCancelledOrStreamDisposed_StaysEnded(bool isCaller)
    {
        using CallClock clock = Clock();
        if (isCaller) _caller.Cancel();
        else clock.Abort();

        clock.Renew();

        Assert.True(clock.Token.IsCancellationRequested);
        Exception why = clock.Explain(Cancelled);
        if (isCaller) Assert.Equal(_caller.Token, Assert.IsType<OperationCanceledException>(why).CancellationToken);
        else Assert.IsType<ObjectDisposedException>(why);
    }

    [Fact]
    public void Explain_EverythingAtOnce_IsTheCallersWord()
    {
        using CallClock clock = Clock();
        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        clock.Abort();
        _caller.Cancel();

        Assert.Equal(_caller.Token, Assert.IsType<OperationCanceledException>(clock.Explain(Cancelled)).CancellationToken);
    }

    [Fact]
    public void Explain_NothingOfOursEnded_IsTheConnectLimitOrTheCancellationItself()
    {
        using CallClock clock = Clock();

        Assert.Same(Cancelled, clock.Explain(Cancelled));
        var connect = Assert.IsType<BedrockTimeoutException>(clock.Explain(new OperationCanceledException("", new TimeoutException())));
        Assert.Equal((BedrockTimeoutKind.Connect, TimeSpan.FromSeconds(3)), (connect.Kind, connect.Limit));
    }

    [Fact]
    public void Dispose_LimitThatRunsAndCallerWhoIsFollowed_AreLetGoOf()
    {
        CallClock clock = Clock();
        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(1));

        clock.Dispose();
        _caller.Cancel();
        _time.Advance(TimeSpan.FromDays(1));

        Assert.False(clock.Token.IsCancellationRequested);
    }

    [Fact]
    public void Follow_AnotherCaller_IsTheOnlyOneWhoCancels()
    {
        using CallClock clock = Clock();
        using var other = new CancellationTokenSource();

        clock.Follow(other.Token);
        _caller.Cancel();
        Assert.False(clock.Token.IsCancellationRequested);
        other.Cancel();

        Assert.True(clock.Token.IsCancellationRequested);
        Assert.Equal(other.Token, clock.Caller);
    }

    [Fact]
    public void Arm_LimitMovedTwice_RunsOutAtItsLastTime()
    {
        using CallClock clock = Clock();

        clock.Arm(BedrockTimeoutKind.FirstByte, TimeSpan.FromSeconds(60));
        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(5));
        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(5));
        clock.Disarm();
        _time.Advance(TimeSpan.FromSeconds(4));
        clock.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(clock.Token.IsCancellationRequested);
        _time.Advance(TimeSpan.FromSeconds(1));

        AssertTimeout(clock, BedrockTimeoutKind.Idle, 10, isTransient: true);
    }

    [Fact]
    public void Dispose_NeverCancelled_GivesItsTokenToAnotherCallWhichNobodyElseCanCancel()
    {
        CallClock first = Real(isShared: false);
        CancellationToken token = first.Token;
        first.Arm(BedrockTimeoutKind.Idle, TimeSpan.FromHours(1));
        first.Dispose();
        first.Dispose();
        List<CallClock> later = [.. Enumerable.Range(0, 400).Select(_ => Real(isShared: true))];

        first.Abort();
        _caller.Cancel();

        Assert.True(first.Token.IsCancellationRequested);
        Assert.Single(later, clock => clock.Token == token);
        Assert.DoesNotContain(later, clock => clock.Token.IsCancellationRequested);
        later.ForEach(clock => clock.Dispose());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dispose_CancelledOrKnownToAHandler_KeepsItsToken(bool isShared)
    {
        CallClock first = Real(isShared);
        CancellationToken token = first.Token;
        if (!isShared) first.Abort();
        first.Dispose();

        List<CallClock> later = [.. Enumerable.Range(0, 400).Select(_ => Real(isShared: true))];

        Assert.DoesNotContain(later, clock => clock.Token == token);
        later.ForEach(clock => clock.Dispose());
    }

    private CallClock Real(bool isShared) =>
        new(TimeProvider.System, null, TimeSpan.FromSeconds(3), isShared ? CancellationToken.None : _caller.Token, isShared);

    private CallClock Clock(int? overall = null) =>
        new(_time, overall is { } seconds ? TimeSpan.FromSeconds(seconds) : null, TimeSpan.FromSeconds(3), _caller.Token);

    private static void AssertTimeout(CallClock clock, BedrockTimeoutKind kind, int seconds, bool isTransient)
    {
        Assert.True(clock.Token.IsCancellationRequested);
        var timeout = Assert.IsType<BedrockTimeoutException>(clock.Explain(Cancelled));
        Assert.Equal((kind, TimeSpan.FromSeconds(seconds), isTransient), (timeout.Kind, timeout.Limit, timeout.IsTransient));
    }
}
