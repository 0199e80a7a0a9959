namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>The answers queued for one model, or one resource of an operation: each is given once, the last one again and again. Thread-safe.</summary>
internal sealed class ModelScript(ScriptWords words)
{
    private readonly Lock _lock = new();
    private readonly List<ScriptedAnswer> _answers = [];
    private readonly HashSet<ScriptedAnswer> _given = [];

    /// <summary>Whether no answer is queued.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>How many answers were queued.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _answers.Count;
            }
        }
    }

    public override string ToString() => words.ToString();

    /// <summary>The answer that was queued last.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ScriptedAnswer Last
    {
        get
        {
            lock (_lock)
            {
                return _answers.Count > 0 ? _answers[^1]
                    : throw new InvalidOperationException(
                        $"No answer is queued yet: call {words.SetUp}.Reply(response) first, then what belongs to that answer.");
            }
        }
    }

    public void Add(ScriptedAnswer answer)
    {
        lock (_lock)
        {
            _answers.Add(answer);
        }
    }

    /// <summary>Answers a call; null when nothing is queued at all.</summary>
    /// <param name="request">The request.</param>
    /// <param name="route">Its operation.</param>
    /// <param name="simulate">The simulated answer, for faults that nothing else is queued for.</param>
    /// <param name="time">The clock of answers that take their time.</param>
    /// <exception cref="InvalidOperationException">Only answers of the other kind are queued.</exception>
    public Answer? Answer(ReceivedRequest request, OperationRoute route, Func<Answer> simulate, TimeProvider time)
    {
        bool streaming = route.IsStreaming;
        ScriptedAnswer next;
        ScriptedAnswer? content;
        lock (_lock)
        {
            if (_answers.Count == 0)
            {
                return null;
            }

            next = Next(streaming);
            content = ContentNear(next, streaming);
        }

        // Outside the lock: callers' functions run in here.
        Answer answer = next.Create(new ScriptedCall(
            request, route, content is null ? simulate : () => content.Create(new ScriptedCall(request, route, simulate))));
        if (next.Tokens is (int input, int output))
        {
            AnswerTokens.Set(answer, route, input, output);
        }

        if (next.Latency is { } latency)
        {
            answer.Slow(latency, time);
        }

        return answer;
    }

    private ScriptedAnswer Next(bool streaming)
    {
        bool hasStreams = _answers.Exists(static a => a.IsStream);
        if (_answers.Find(a => a.Fits(streaming, hasStreams) && !_given.Contains(a)) is { } fresh)
        {
            _given.Add(fresh);
            return fresh;
        }

        // A failure is not repeated when what was queued after it is for the other kind of call: that was forgotten, not meant.
        int last = _answers.FindLastIndex(a => a.Fits(streaming, hasStreams));
        bool isForgotten = last >= 0 && !_answers[last].IsContent && last < _answers.Count - 1;
        return last >= 0 && !isForgotten ? _answers[last] : throw NothingFits(streaming);
    }

    /// <summary>The whole answer or stream that a failure belongs to: the nearest one before it, else the first one after it.</summary>
    private ScriptedAnswer? ContentNear(ScriptedAnswer failure, bool streaming)
    {
        int at = _answers.IndexOf(failure);
        bool hasStreams = _answers.Exists(static a => a.IsStream);
        return _answers.FindLast(a => a.IsContent && a.Fits(streaming, hasStreams) && _answers.IndexOf(a) <= at)
            ?? _answers.Find(a => a.IsContent && a.Fits(streaming, hasStreams));
    }

    private InvalidOperationException NothingFits(bool streaming) => new(streaming
        ? $"{words.Subject} was called by {words.StreamCall}, but no stream is set up for it: add {words.SetUp}.Stream(events) beside the Reply, or call "
            + $"{words.Call}."
        : $"{words.Subject} was called by {words.Call}, but no whole answer is set up for it: add {words.SetUp}.Reply(response) beside the Stream, or call "
            + $"{words.StreamCall}.");
}
