namespace Bedrock.Toolkit.Testing;

/// <summary>How a <see cref="Cassette"/> compares, hides and plays. Not thread-safe; the cassette takes a copy.</summary>
public sealed class CassetteOptions
{
    /// <summary>Whether texts of requests are replaced by a hash and their length, so that nobody can read what was asked.</summary>
    /// <remarks>
    /// Calls are still told apart. A whole text that the answer repeats is replaced there too, also in the pieces of a stream; what a model says in its own
    /// words stays, and a short text
    /// can be found by trying. Names of members stay.
    /// </remarks>
    /// <value>False by default. A file remembers whether it was recorded so.</value>
    public bool HidesPrompts { get; set; }

    /// <summary>Whether account ids are replaced by zeros: in ARNs, in members that hold one, and wherever one of those stands again.</summary>
    /// <value>True by default. A file remembers whether it was recorded so.</value>
    public bool HidesAccountIds { get; set; } = true;

    /// <summary>Has the last word on every text of bodies, events, paths and queries, before it is written or compared.</summary>
    /// <value>Null by default. Playing needs the same function as recording.</value>
    public Func<string, string>? Rewrite { get; set; }

    /// <summary>Members that do not count when a call is compared with the file, such as <c>body.clientRequestToken</c>; everything below one counts as
    /// little.</summary>
    /// <value>By default <c>body.clientRequestToken</c>, which is new for each call.</value>
    public IList<string> IgnoredMembers { get; } = ["body.clientRequestToken"];

    /// <summary>Whether a call that is not on the file is told with the values that differ.</summary>
    /// <value>False by default: the message names members and kinds of change, so that no prompt comes into a log.</value>
    public bool ShowsValues { get; set; }

    /// <summary>Whether answers take the time that they took when they were recorded.</summary>
    /// <value>False by default: they come at once.</value>
    public bool KeepsPauses { get; set; }

    /// <summary>The clock of pauses and dates.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal CassetteOptions Copy()
    {
        var copy = new CassetteOptions
        {
            HidesPrompts = HidesPrompts,
            HidesAccountIds = HidesAccountIds,
            Rewrite = Rewrite,
            ShowsValues = ShowsValues,
            KeepsPauses = KeepsPauses,
            TimeProvider = TimeProvider,
        };
        copy.IgnoredMembers.Clear();
        foreach (string member in IgnoredMembers)
        {
            copy.IgnoredMembers.Add(member);
        }

        return copy;
    }
}
