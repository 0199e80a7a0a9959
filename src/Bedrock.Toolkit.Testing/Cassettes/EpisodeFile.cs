using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>The file of a cassette: indented JSON, one object an exchange.</summary>
/// <param name="Episodes">The exchanges in the order in which they ended.</param>
/// <param name="HidesAccountIds">Whether account ids were replaced.</param>
/// <param name="HidesPrompts">Whether texts of requests were replaced.</param>
internal sealed record EpisodeFile(IReadOnlyList<Episode> Episodes, bool HidesAccountIds, bool HidesPrompts)
{
    private const string Format = "bedrock-cassette/1";

    private static readonly JsonWriterOptions Written = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 };
    private static readonly JsonDocumentOptions Readable = new() { MaxDepth = 1_000, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a cassette, or an exchange as conformance vectors have it.</summary>
    /// <exception cref="InvalidDataException">The file is neither.</exception>
    public static EpisodeFile Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path), Readable);
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out JsonElement format) && format.ValueEquals(Format))
            {
                return new EpisodeFile([.. root.GetProperty("episodes").EnumerateArray().Select(ReadEpisode)], Flag(root, "hidesAccountIds"),
                    Flag(root, "hidesPrompts"));
            }

            return ExchangeFile.TryRead(root) is { } exchange ? new EpisodeFile([exchange], false, false)
                : throw new JsonException($"a cassette is an object whose 'format' is '{Format}'");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"The cassette '{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes the file in one step, so that nobody ever sees half of it.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string beside = path + ".new";
        using (FileStream stream = File.Create(beside))
        using (var writer = new Utf8JsonWriter(stream, Written))
        {
            Write(writer);
            writer.Flush();
            stream.WriteByte((byte)'\n');
        }

        File.Move(beside, path, overwrite: true);
    }

    public static void WriteMilliseconds(Utf8JsonWriter writer, TimeSpan after)
    {
        if (after > TimeSpan.Zero)
        {
            writer.WriteNumber("afterMs", Math.Round(after.TotalMilliseconds));
        }
    }

    public static TimeSpan ReadMilliseconds(JsonElement owner) =>
        owner.TryGetProperty("afterMs", out JsonElement value) ? TimeSpan.FromMilliseconds(Math.Clamp(value.GetDouble(), 0, int.MaxValue)) : TimeSpan.Zero;

    private static bool Flag(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteBoolean("hidesAccountIds", HidesAccountIds);
        writer.WriteBoolean("hidesPrompts", HidesPrompts);
        writer.WriteStartArray("episodes");
        foreach (Episode episode in Episodes)
        {
            WriteEpisode(writer, episode);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteEpisode(Utf8JsonWriter writer, Episode episode)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("request");
        episode.Request.Subject.WriteTo(writer);
        writer.WriteStartObject("response");
        writer.WriteNumber("status", episode.StatusCode);
        WriteMilliseconds(writer, episode.After);
        writer.WriteStartObject("headers");
        foreach ((string name, string value) in episode.Headers)
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        episode.Body?.Write(writer);
        if (episode.Events is { } events)
        {
            writer.WriteStartArray("events");
            foreach (EpisodeEvent streamEvent in events)
            {
                streamEvent.Write(writer);
            }

            writer.WriteEndArray();
            if (!episode.IsComplete)
            {
                writer.WriteBoolean("complete", false);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static Episode ReadEpisode(JsonElement json)
    {
        JsonElement response = json.GetProperty("response");
        bool isStream = response.TryGetProperty("events", out JsonElement events);
        return new Episode
        {
            Request = EpisodeRequest.Read(json.GetProperty("request")),
            StatusCode = response.GetProperty("status").GetInt32(),
            Headers = response.TryGetProperty("headers", out JsonElement headers)
                ? [.. headers.EnumerateObject().Select(header => new KeyValuePair<string, string>(header.Name, header.Value.GetString()!))]
                : [],
            After = ReadMilliseconds(response),
            Body = isStream ? null : CassetteBody.Read(response),
            Events = isStream ? [.. events.EnumerateArray().Select(EpisodeEvent.Read)] : null,
            IsComplete = !response.TryGetProperty("complete", out JsonElement complete) || complete.GetBoolean(),
        };
    }
}
