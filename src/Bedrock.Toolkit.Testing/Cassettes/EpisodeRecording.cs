using System.Net.Http.Headers;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Cassettes;

/// <summary>An exchange that is being recorded. For one exchange; thread-safe, because a body can be closed while it is read.</summary>
internal sealed class EpisodeRecording
{
    // All else of an answer tells of the way it took, or of who asked.
    private static readonly string[] KeptHeaders = ["content-type", "x-amzn-requestid", "x-amzn-errortype", "x-amz-retry-after", "retry-after"];
    private const string KeptPrefix = "x-amzn-bedrock-";

    private readonly Lock _lock = new();
    private readonly Cassette _cassette;
    private readonly EpisodeRequest _request;
    private readonly ScrubScope _scope;
    private readonly TimeSpan _after;
    private readonly int _status;
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly FrameSplitter _frames = new();
    private readonly List<EpisodeEvent> _events = [];
    private long _last;
    private bool _isDone;

    public EpisodeRecording(Cassette cassette, EpisodeRequest request, ScrubScope scope, HttpResponseMessage response, TimeSpan after)
    {
        _cassette = cassette;
        _request = request;
        _scope = scope;
        _after = after;
        _status = (int)response.StatusCode;
        _last = cassette.Time.GetTimestamp();
        foreach ((string name, HeaderStringValues values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            string lower = name.ToLowerInvariant();
            if (KeptHeaders.Contains(lower) || lower.StartsWith(KeptPrefix, StringComparison.Ordinal))
            {
                _headers.Add(new(lower, cassette.Scrubber.Text(values.ToString(), scope)));
            }
        }
    }

    /// <summary>The answer for the client: a whole one is recorded now, a stream while the client reads it.</summary>
    public async Task<HttpResponseMessage> BeginAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType == Answer.EventStreamType)
        {
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var content = new StreamContent(new RecordingStream(body, this));
            CopyHeaders(response.Content, content);
            response.Content = content;
            return response;
        }

        byte[] bytes;
        try
        {
            bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        var whole = new ByteArrayContent(bytes);
        CopyHeaders(response.Content, whole);
        response.Content = whole;
        _cassette.Add(new Episode
        {
            Request = _request,
            StatusCode = _status,
            Headers = _headers,
            After = _after,
            Body = CassetteBody.From(bytes).Scrub(_cassette.Scrubber, _scope, isPrompt: false),
        });
        return response;
    }

    /// <summary>Takes bytes of a stream that have just come.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            long now = _cassette.Time.GetTimestamp();
            List<EpisodeEvent> events = _frames.Add(bytes, _cassette.Time.GetElapsedTime(_last, now));
            if (events.Count > 0)
            {
                _last = now;
                _events.AddRange(events);
            }
        }
    }

    /// <summary>Ends the recording of a stream; only the first time counts.</summary>
    public void End(bool isComplete)
    {
        lock (_lock)
        {
            if (_isDone)
            {
                return;
            }

            _isDone = true;
            if (_frames.TakeRest() is { } rest)
            {
                _events.Add(rest);
            }
        }

        _cassette.Add(new Episode
        {
            Request = _request,
            StatusCode = _status,
            Headers = _headers,
            After = _after,
            Events = StreamScrubber.Scrub(_events, _cassette.Scrubber, _scope),
            IsComplete = isComplete,
        });
    }

    private static void CopyHeaders(HttpContent from, HttpContent to)
    {
        foreach ((string name, HeaderStringValues values) in from.Headers.NonValidated)
        {
            to.Headers.TryAddWithoutValidation(name, values.ToString());
        }
    }
}
