using System.Globalization;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Testing.Comparison;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>The episodes of a cassette: finds them, counts how often each was given, and tells what was nearest. Thread-safe.</summary>
internal sealed class EpisodeShelf
{
    private readonly Lock _lock = new();
    private readonly string _name;
    private readonly string[] _ignored;
    private readonly bool _showsValues;
    private readonly List<Episode> _episodes;

    // Episodes that stood on the file when it was opened; only they are played.
    private readonly int _known;
    private readonly ConditionalWeakTable<Episode, object> _given = [];
    private bool _isUnsaved;

    public EpisodeShelf(string name, IReadOnlyList<Episode> episodes, string[] ignored, bool showsValues)
    {
        _name = name;
        _episodes = [.. episodes];
        _known = _episodes.Count;
        _ignored = ignored;
        _showsValues = showsValues;
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _episodes.Count;
            }
        }
    }

    public void Add(Episode episode)
    {
        lock (_lock)
        {
            _episodes.Add(episode);
            _isUnsaved = true;
        }
    }

    /// <summary>All episodes, when some of them are not saved yet; else null.</summary>
    public IReadOnlyList<Episode>? TakeUnsaved()
    {
        lock (_lock)
        {
            if (!_isUnsaved)
            {
                return null;
            }

            _isUnsaved = false;
            return [.. _episodes];
        }
    }

    /// <summary>The answer to a call: of equal ones that which was not given yet, else the last.</summary>
    public Episode? Find(EpisodeRequest request)
    {
        List<Episode> equal = [.. Known().Where(episode => IsLike(episode, request) && Differences(episode, request).Count == 0)];
        if (equal.Count < 2)
        {
            return equal.Count == 0 ? null : equal[0];
        }

        lock (_lock)
        {
            Episode next = equal.Find(episode => !_given.TryGetValue(episode, out _)) ?? equal[^1];
            _given.TryAdd(next, next);
            return next;
        }
    }

    /// <summary>What to say of a call that is not here.</summary>
    public CassetteMismatchException Mismatch(EpisodeRequest request, bool records)
    {
        Episode[] known = Known();
        string what = $"The cassette '{_name}' has no {request}";
        if (known.Length == 0)
        {
            return new CassetteMismatchException($"{what}: it is empty. Record it with Cassette.Record(path).", []);
        }

        var nearest = known
            .Select((episode, index) => (Episode: episode, Index: index, Differences: Differences(episode, request)))
            .OrderBy(candidate => IsLike(candidate.Episode, request) ? 0 : 1)
            .ThenBy(candidate => candidate.Differences.Count)
            .First();
        string diff = JsonDifference.ToText(nearest.Differences, "the recording", "this call", _showsValues);
        string advice = records ? string.Empty
            : "\nRecord it: delete the file, or open it with CassetteMode.NewEpisodes."
                + (_showsValues ? string.Empty : " CassetteOptions.ShowsValues shows what differs.");
        return new CassetteMismatchException(
            string.Create(CultureInfo.InvariantCulture,
                $"{what} as it was called now. Nearest of {known.Length} is episode {nearest.Index + 1}, {nearest.Episode.Request}:\n{diff}{advice}"),
            [.. nearest.Differences.Select(difference => difference.Path)]);
    }

    private static bool IsLike(Episode episode, EpisodeRequest request) =>
        episode.Request.Operation == request.Operation && episode.Request.Model == request.Model;

    private Episode[] Known()
    {
        lock (_lock)
        {
            return [.. _episodes.Take(_known)];
        }
    }

    private List<JsonDifference> Differences(Episode episode, EpisodeRequest request) =>
        JsonDifference.Between(episode.Request.Subject, request.Subject, ignored: _ignored);
}
