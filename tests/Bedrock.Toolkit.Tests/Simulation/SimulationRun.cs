using System.Globalization;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>Runs many histories, and shrinks one that breaks something to the shortest that still does.</summary>
internal static class SimulationRun
{
    private const int MaxTries = 400;

    // On a busy machine the clock may go on while a thread still waits for the processor, and time limits pass that no caller set. What a history
    // breaks, it breaks every time.
    private const int Runs = 3;

    /// <summary>Runs histories.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <returns>Null when nothing broke; else the shortest history of the first seed that broke something, as a test.</returns>
    public static string? Run(int first, int count)
    {
        for (int seed = first; seed < first + count; seed++)
        {
            History history = History.Draw(seed);
            if (Enumerable.Range(0, Runs).All(_ => World.Run(history).Count > 0))
            {
                (History shortest, IReadOnlyList<string> broken) = Shrink(history);
                return shortest.ToTest(string.Create(CultureInfo.InvariantCulture, $"Seed_{seed}_BreaksNothing"), broken);
            }
        }

        return null;
    }

    /// <summary>The shortest history found that still breaks something.</summary>
    public static (History History, IReadOnlyList<string> Broken) Shrink(History history)
    {
        IReadOnlyList<string> broken = World.Run(history);
        int tries = 0;
        for (bool shrunk = true; shrunk && tries < MaxTries;)
        {
            shrunk = false;
            foreach (History shorter in Shorter(history))
            {
                if (++tries > MaxTries)
                {
                    break;
                }

                IReadOnlyList<string> still = World.Run(shorter);
                if (still.Count > 0)
                {
                    (history, broken, shrunk) = (shorter, still, true);
                    break;
                }
            }
        }

        return (history, broken);
    }

    // Calls keep their places, because a place is a name: one that is left out is made harmless, and cut off at the end.
    private static IEnumerable<History> Shorter(History history)
    {
        if (history.Calls.Count > 1)
        {
            yield return history with { Calls = [.. history.Calls.Take(history.Calls.Count - 1)] };
            yield return history with { Calls = [.. history.Calls.Skip(1)] };
        }

        for (int i = 0; i < history.Events.Count; i++)
        {
            yield return history with { Events = [.. history.Events.Where((_, at) => at != i)] };
        }

        if (history.MaxConcurrency != 0) yield return history with { MaxConcurrency = 0 };
        if (history.MaxAttempts != 3) yield return history with { MaxAttempts = 3 };
        for (int i = 0; i < history.Calls.Count; i++)
        {
            foreach (SimulatedCall simpler in Simpler(history.Calls[i]))
            {
                yield return history with { Calls = [.. history.Calls.Select((call, at) => at == i ? simpler : call)] };
            }
        }
    }

    private static IEnumerable<SimulatedCall> Simpler(SimulatedCall call)
    {
        for (int i = 0; i < call.Faults.Length; i++)
        {
            yield return call with { Faults = [.. call.Faults.Where((_, at) => at != i)] };
        }

        if (call.CancelAfter > 0) yield return call with { CancelAfter = 0 };
        if (call.DisposeAfter > 0) yield return call with { DisposeAfter = 0 };
        if (call.Overall > 0) yield return call with { Overall = 0 };
        if (call.MaxAttempts > 0) yield return call with { MaxAttempts = 0 };
        if (call.CrashAt > 0) yield return call with { CrashAt = 0 };
        if (call.At > 0) yield return call with { At = call.At / 2 };
        if (call.Salt > 0) yield return call with { Salt = 0 };
    }
}
