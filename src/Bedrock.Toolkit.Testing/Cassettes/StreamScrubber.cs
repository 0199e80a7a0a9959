using System.Globalization;
using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>Hides in the events of a stream what must not stand in a file, also where it is cut into pieces: the same member of all events is one
/// text.</summary>
internal static class StreamScrubber
{
    public static IReadOnlyList<EpisodeEvent> Scrub(IReadOnlyList<EpisodeEvent> events, Scrubber scrubber, ScrubScope scope)
    {
        List<(string Text, string Hidden)> needles = [.. scope.Needles];
        Dictionary<(int Event, string Path), string> changed = needles.Count == 0 ? [] : FindPieces(events, needles);
        return
        [
            .. events.Select((streamEvent, index) => streamEvent.Kind == EpisodeEventKind.Raw ? streamEvent
                : streamEvent with { Content = WithPieces(streamEvent.Content, index, changed).Scrub(scrubber, scope, isPrompt: false) }),
        ];
    }

    private static Dictionary<(int Event, string Path), string> FindPieces(IReadOnlyList<EpisodeEvent> events, List<(string Text, string Hidden)> needles)
    {
        var byPath = new Dictionary<string, List<(int Event, string Text)>>(StringComparer.Ordinal);
        for (int i = 0; i < events.Count; i++)
        {
            if (events[i].Content.Json is { } json)
            {
                int number = i;
                Visit(json, string.Empty, (path, text) =>
                {
                    if (!byPath.TryGetValue(path, out List<(int Event, string Text)>? pieces))
                    {
                        byPath[path] = pieces = [];
                    }

                    pieces.Add((number, text));
                });
            }
        }

        var changed = new Dictionary<(int Event, string Path), string>();
        foreach ((string path, List<(int Event, string Text)> pieces) in byPath)
        {
            foreach ((string needle, string hidden) in needles)
            {
                Hide(pieces, needle, hidden, (index, text) => changed[(pieces[index].Event, path)] = text);
            }
        }

        return changed;
    }

    /// <summary>Replaces every place of a text in the joined pieces: the first piece that it touches gets the replacement, the others lose their
    /// part.</summary>
    private static void Hide(List<(int Event, string Text)> pieces, string needle, string hidden, Action<int, string> change)
    {
        string joined = string.Concat(pieces.Select(piece => piece.Text));
        for (int at = joined.LastIndexOf(needle, StringComparison.Ordinal); at >= 0;
            at = at == 0 ? -1 : joined.LastIndexOf(needle, at - 1, StringComparison.Ordinal))
        {
            int start = 0;
            bool isFirst = true;
            for (int i = 0; i < pieces.Count; i++)
            {
                (int streamEvent, string text) = pieces[i];
                int from = Math.Max(at - start, 0);
                int to = Math.Min(at + needle.Length - start, text.Length);
                start += text.Length;
                if (from < to)
                {
                    string rest = text[..from] + (isFirst ? hidden : string.Empty) + text[to..];
                    isFirst = false;
                    pieces[i] = (streamEvent, rest);
                    change(i, rest);
                }
            }

            joined = string.Concat(pieces.Select(piece => piece.Text));
        }
    }

    private static CassetteBody WithPieces(CassetteBody content, int index, Dictionary<(int Event, string Path), string> changed)
    {
        if (content.Json is not { } json || changed.Count == 0)
        {
            return content;
        }

        byte[] whole = SimulatedJson.Object(writer =>
        {
            writer.WritePropertyName("d");
            Write(writer, json, string.Empty, path => changed.GetValueOrDefault((index, path)));
        });
        return CassetteBody.OfJson(JsonElement.Parse(whole).GetProperty("d"));
    }

    private static void Visit(JsonElement value, string path, Action<string, string> visit)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Visit(member.Value, $"{path}.{member.Name}", visit);
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Visit(item, ItemPath(path, index++), visit);
                }

                break;
            case JsonValueKind.String:
                visit(path, value.GetString()!);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string path, Func<string, string?> replacement)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, $"{path}.{member.Name}", replacement);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                int index = 0;
                writer.WriteStartArray();
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Write(writer, item, ItemPath(path, index++), replacement);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when replacement(path) is { } text:
                writer.WriteStringValue(text);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static string ItemPath(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
}
