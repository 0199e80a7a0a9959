using System.Globalization;
using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>One thing that the control plane keeps. Used under the state's lock.</summary>
internal sealed class Resource(ResourceKind kind, string id, string arn, JsonObject body, DateTimeOffset created, TimeSpan time)
{
    private const string FailureWords = "simulate a failure";

    private static readonly string[] Creations = ["creationTime", "createdAt", "submitTime"];
    private static readonly string[] Changes = ["lastModifiedTime", "updatedAt", "lastUpdatedAt"];

    private DateTimeOffset? _changed;
    private DateTimeOffset? _stopped;

    public ResourceKind Kind => kind;

    public string Id => id;

    public string Arn => arn;

    public JsonObject Body { get; } = body;

    public DateTimeOffset Created { get; } = created;

    public string Name => kind.NameMember.Length == 0 ? string.Empty : Body[kind.NameMember]?.GetValue<string>() ?? string.Empty;

    public string? Owner => kind.Owner is { } member ? Body[member]?.GetValue<string>() : null;

    public string? Token { get; init; }

    /// <summary>The request that made it.</summary>
    public JsonObject? Request { get; init; }

    /// <summary>The job that makes it: until that has ended well, it is not there.</summary>
    public Resource? Maker { get; init; }

    /// <summary>What answers have of it only after it has run to its end.</summary>
    public JsonObject Results { get; } = [];

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Why it fails at its end; null when it does not.</summary>
    public string? Failure { get; set; } =
        body.ToJsonString().Replace('-', ' ').Contains(FailureWords, StringComparison.OrdinalIgnoreCase) ? "The request asked for a simulated failure." : null;

    /// <summary>The status at the end; the last one of its course when null.</summary>
    public string? End { get; set; }

    public bool IsThere(DateTimeOffset now) => Maker is null || Maker.IsCompleted(now);

    public bool IsEnded(DateTimeOffset now) => _stopped is { } stopped ? now - stopped >= Step : StepAt(now) == kind.Course.Count - 1;

    public bool IsCompleted(DateTimeOffset now) => _stopped is null && Failure is null && IsEnded(now);

    public string StatusAt(DateTimeOffset now) => kind.Course.Count == 0 ? string.Empty
        : _stopped is not null ? (IsEnded(now) ? kind.Stops.Stopped : kind.Stops.Stopping)
        : IsEnded(now) && Failure is not null ? kind.Failed
        : IsEnded(now) && End is { } end ? end
        : kind.Course[StepAt(now)];

    /// <summary>How much of its last step is over, from 0 to 1, at a time or when it was stopped.</summary>
    public double RunShare(DateTimeOffset now) => time == TimeSpan.Zero ? 1
        : Math.Clamp((((_stopped ?? now) - Created) - (Step * (kind.Course.Count - 2))) / Step, 0, 1);

    public bool IsNamed(string text) => text == arn || text == id || (text.Length > 0 && text == Name);

    public void Change(DateTimeOffset now) => _changed = now;

    public void Stop(DateTimeOffset now) => _stopped = now;

    /// <summary>All that answers can say of it.</summary>
    public JsonObject View(DateTimeOffset now)
    {
        var view = (JsonObject)Body.DeepClone();
        if (IsCompleted(now))
        {
            foreach ((string member, JsonNode? value) in Results)
            {
                view[member] = value?.DeepClone();
            }
        }

        view[kind.ArnMember] = arn;
        if (kind.IdMember is { } idMember)
        {
            view[idMember] = id;
        }

        if (kind.Course.Count > 0)
        {
            view[kind.StatusMember] = StatusAt(now);
            if (IsEnded(now) && Failure is { } failure && _stopped is null)
            {
                // The plural is a list.
                view[kind.FailureMember] = kind.FailureMember.EndsWith('s') ? new JsonArray(failure) : failure;
            }

            if (kind.Course.Count > 1 && IsEnded(now))
            {
                view["endTime"] = Text(EndAt());
            }
        }

        foreach (string member in Creations)
        {
            view[member] = Text(Created);
        }

        DateTimeOffset changed = ChangedAt(now);
        foreach (string member in Changes)
        {
            view[member] = Text(changed);
        }

        foreach ((string from, string to) in kind.Aliases)
        {
            if (view[from] is { } value && view[to] is null)
            {
                view[to] = value.DeepClone();
            }
        }

        if (kind.Wrap is { } wrap)
        {
            view[wrap] = view.DeepClone();
        }

        return view;
    }

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private TimeSpan Step => kind.Course.Count < 2 ? TimeSpan.Zero : time / (kind.Course.Count - 1);

    private int StepAt(DateTimeOffset now) =>
        Step == TimeSpan.Zero ? Math.Max(kind.Course.Count - 1, 0) : (int)Math.Clamp((now - Created) / Step, 0, kind.Course.Count - 1);

    private DateTimeOffset EndAt() => _stopped is { } stopped ? stopped + Step : Created + time;

    private DateTimeOffset ChangedAt(DateTimeOffset now)
    {
        DateTimeOffset moved = IsEnded(now) && kind.Course.Count > 1 ? EndAt() : Created + (Step * StepAt(now));
        return _changed is { } changed && changed > moved ? changed : moved;
    }
}
