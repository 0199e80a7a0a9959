using System.Text.Json;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>One exchange on a cassette. Immutable.</summary>
internal sealed class Episode
{
    public required EpisodeRequest Request { get; init; }

    public required int StatusCode { get; init; }

    /// <summary>The headers of the answer that matter to a client.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>How long the service took until the headers.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The whole answer; null for a stream.</summary>
    public CassetteBody? Body { get; init; }

    /// <summary>The events of a stream; null for a whole answer.</summary>
    public IReadOnlyList<EpisodeEvent>? Events { get; init; }

    /// <summary>Whether the stream ended regularly while it was recorded; else it breaks where the recording ends.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The answer to play.</summary>
    /// <param name="time">The clock of dates and pauses.</param>
    /// <param name="keepsPauses">Whether events take the time they took.</param>
    public Answer ToAnswer(TimeProvider time, bool keepsPauses)
    {
        Answer answer = Events is null
            ? new Answer { StatusCode = StatusCode, Body = Body?.ToBytes() ?? default }
            : new Answer { StatusCode = StatusCode, Frames = Play(Events, time, keepsPauses), End = IsComplete ? AnswerEnd.Regular : AnswerEnd.Reset };
        foreach ((string name, string value) in Headers)
        {
            answer.Add(name, value);
        }

        answer.Add("Date", time.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        return answer;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Play(IReadOnlyList<EpisodeEvent> events, TimeProvider time, bool keepsPauses,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int i = 0; i < events.Count; i++)
        {
            if (keepsPauses && events[i].After > TimeSpan.Zero)
            {
                await Task.Delay(events[i].After, time, cancellationToken).ConfigureAwait(false);
            }

            yield return events[i].ToFrame(i);
        }
    }
}

/// <summary>One event of a recorded stream. Immutable.</summary>
/// <param name="After">How long after the one before, or the headers.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The event's name, the exception's, or the error's code.</param>
/// <param name="Content">What it carries: the JSON of a chunk, a payload, the message of an error, or bytes.</param>
internal sealed record EpisodeEvent(TimeSpan After, EpisodeEventKind Kind, string Name, CassetteBody Content)
{
    /// <summary>The frame of the event. Padding is made anew.</summary>
    public byte[] ToFrame(int index) => Kind switch
    {
        EpisodeEventKind.Chunk => EventFrames.Chunk(Content.ToBytes(), index),
        EpisodeEventKind.Event => EventFrames.Event(Name, Content.ToBytes().Span, index),
        EpisodeEventKind.Exception => EventFrames.Exception(Name, Content.ToBytes().Span),
        EpisodeEventKind.Error => EventFrames.Error(Name, System.Text.Encoding.UTF8.GetString(Content.ToBytes().Span)),
        _ => Content.ToBytes().ToArray(),
    };

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        EpisodeFile.WriteMilliseconds(writer, After);
        if (Kind is not (EpisodeEventKind.Chunk or EpisodeEventKind.Raw))
        {
            writer.WriteString(Kind switch { EpisodeEventKind.Event => "event", EpisodeEventKind.Exception => "exception", _ => "error" }, Name);
        }
        else
        {
            writer.WriteString("event", Kind == EpisodeEventKind.Chunk ? "chunk" : "raw");
        }

        Content.Write(writer);
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is none of the kinds.</exception>
    public static EpisodeEvent Read(JsonElement json)
    {
        TimeSpan after = EpisodeFile.ReadMilliseconds(json);
        CassetteBody content = CassetteBody.Read(json);
        if (Name("exception") is { } exception)
        {
            return new EpisodeEvent(after, EpisodeEventKind.Exception, exception, content);
        }

        if (Name("error") is { } error)
        {
            return new EpisodeEvent(after, EpisodeEventKind.Error, error, content);
        }

        return Name("event") switch
        {
            "chunk" => new EpisodeEvent(after, EpisodeEventKind.Chunk, "chunk", content),
            "raw" => new EpisodeEvent(after, EpisodeEventKind.Raw, "raw", content),
            { } name => new EpisodeEvent(after, EpisodeEventKind.Event, name, content),
            null => throw new JsonException("an event of a stream must have a member 'event', 'exception' or 'error'"),
        };

        string? Name(string member) => json.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
    }
}

/// <summary>What an event of a recorded stream is.</summary>
internal enum EpisodeEventKind
{
    /// <summary>A chunk of InvokeModelWithResponseStream: the content is what it carries.</summary>
    Chunk,

    /// <summary>An event of an operation.</summary>
    Event,

    /// <summary>An error of the service.</summary>
    Exception,

    /// <summary>An error outside of the service's model.</summary>
    Error,

    /// <summary>Bytes that are no frame.</summary>
    Raw,
}
