using System.Globalization;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>How a call is made.</summary>
internal enum CallKind
{
    Unary,
    Stream,
    OpenThenEnumerate,
    EmbedMany,
}

/// <summary>What happens around the calls.</summary>
internal enum EventKind
{
    RotateCredentials,
    JumpClock,
    ReloadOptions,
    DisposeClient,
}

/// <summary>One call of a history; times in virtual milliseconds.</summary>
/// <param name="Kind">How it is made.</param>
/// <param name="At">When.</param>
/// <param name="Faults">What each of its requests meets, one after the other; then nothing.</param>
/// <param name="Salt">Chooses the delays of its answers.</param>
/// <param name="MaxAttempts">Its own number of attempts; the client's when 0.</param>
/// <param name="Overall">Its overall limit; none when 0.</param>
/// <param name="CancelAfter">When its token is cancelled after its start; never when 0.</param>
/// <param name="DisposeAfter">When its stream is disposed from elsewhere; never when 0.</param>
/// <param name="CrashAt">The write of the checkpoint at which a run of embeddings crashes; none when 0.</param>
internal sealed record SimulatedCall(
    CallKind Kind, int At, Fault[] Faults, int Salt, int MaxAttempts = 0, int Overall = 0, int CancelAfter = 0, int DisposeAfter = 0, int CrashAt = 0)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"new(CallKind.{Kind}, {At}, [{string.Join(", ", Faults.Select(f => "Fault." + f))}], {Salt}, MaxAttempts: {MaxAttempts}, Overall: {Overall}, CancelAfter: {CancelAfter}, DisposeAfter: {DisposeAfter}, CrashAt: {CrashAt})");
}

/// <summary>One thing that happens around the calls.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="Amount">How much: seconds of a jump.</param>
internal sealed record SimulatedEvent(EventKind Kind, int At, int Amount = 0)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"new(EventKind.{Kind}, {At}, {Amount})");
}

/// <summary>Everything that happens in one run; drawn from a seed, or written down.</summary>
internal sealed record History(IReadOnlyList<SimulatedCall> Calls, IReadOnlyList<SimulatedEvent> Events, int MaxConcurrency = 0, int MaxAttempts = 3)
{
    /// <summary>Draws a history.</summary>
    public static History Draw(int seed)
    {
        var random = new Random(seed);
        Fault[] all = Enum.GetValues<Fault>();
        List<SimulatedCall> calls = [];
        for (int i = random.Next(2, 9); i > 0; i--)
        {
            CallKind kind = random.Next(12) == 0 ? CallKind.EmbedMany : (CallKind)random.Next(3);
            Fault[] faults = [.. Enumerable.Range(0, random.Next(3) == 0 ? 0 : random.Next(1, 6)).Select(_ => all[random.Next(all.Length)])];
            calls.Add(new SimulatedCall(
                kind,
                random.Next(0, 3000),
                faults,
                random.Next(1_000_000),
                MaxAttempts: random.Next(6) == 0 ? 1 : 0,
                Overall: random.Next(4) == 0 ? random.Next(50, 20_000) : 0,
                CancelAfter: random.Next(5) == 0 ? random.Next(1, 4000) : 0,
                DisposeAfter: kind is CallKind.Stream or CallKind.OpenThenEnumerate && random.Next(3) == 0 ? random.Next(1, 2500) : 0,
                CrashAt: random.Next(2) == 0 ? random.Next(1, 12) : 0));
        }

        List<SimulatedEvent> events = [];
        for (int i = random.Next(0, 4); i > 0; i--)
        {
            EventKind kind = random.Next(12) == 0 ? EventKind.DisposeClient : (EventKind)random.Next(3);
            events.Add(new SimulatedEvent(kind, random.Next(0, 4000), kind == EventKind.JumpClock ? random.Next(-4000, 4000) : 0));
        }

        return new History(calls, events, MaxConcurrency: random.Next(3) == 0 ? random.Next(1, 4) : 0, MaxAttempts: random.Next(4) == 0 ? 1 : 3);
    }

    /// <summary>The history as a test.</summary>
    public string ToTest(string name, IEnumerable<string> broken) => $$"""
            [Fact]
            public void {{name}}()
            {
                // {{string.Join("\n        // ", broken)}}
                Assert.Empty(World.Run(new History(
                    [
                        {{string.Join(",\n                ", Calls)}}
                    ],
                    [{{string.Join(", ", Events)}}],
                    MaxConcurrency: {{MaxConcurrency}},
                    MaxAttempts: {{MaxAttempts}})));
            }
        """;
}
