using System.Text.Json;
using System.Threading.Channels;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Serving;

/// <summary>The calls as they come and go, for whoever looks at the server's page. Thread-safe.</summary>
internal sealed class CallFeed(TimeProvider time)
{
    private const int MaxLines = 200;
    private const int MaxWaiting = 1_000;

    private readonly Lock _lock = new();
    private readonly LinkedList<CallLine> _lines = new();
    private readonly List<Channel<byte[]>> _readers = [];
    private int _number;

    /// <summary>A call that has just come.</summary>
    public CallLine Begin(ReceivedRequest request)
    {
        OperationRoute? route = OperationRoute.Find(request.Method, request.Path);
        var line = new CallLine(this, Interlocked.Increment(ref _number), time.GetUtcNow(), time.GetTimestamp(),
            route?.Operation ?? $"{request.Method} {request.Path}", route?.ModelId, request.Body);
        lock (_lock)
        {
            _lines.AddLast(line);
            if (_lines.Count > MaxLines)
            {
                _lines.RemoveFirst();
            }
        }

        Tell(line);
        return line;
    }

    /// <summary>Everything so far, and then everything that happens, as JSON.</summary>
    public (IReadOnlyList<byte[]> SoFar, Channel<byte[]> Changes) Subscribe()
    {
        // A page that does not keep up loses lines, not the server its memory.
        var channel = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            _readers.Add(channel);
            return ([.. _lines.Select(line => line.ToJson(time))], channel);
        }
    }

    public void Unsubscribe(Channel<byte[]> channel)
    {
        lock (_lock)
        {
            _readers.Remove(channel);
        }
    }

    public void Tell(CallLine line)
    {
        lock (_lock)
        {
            if (_readers.Count == 0)
            {
                return;
            }

            byte[] json = line.ToJson(time);
            foreach (Channel<byte[]> reader in _readers)
            {
                reader.Writer.TryWrite(json);
            }
        }
    }
}

/// <summary>One call on the page. Thread-safe.</summary>
internal sealed class CallLine(CallFeed feed, int number, DateTimeOffset when, long start, string operation, string? model, ReadOnlyMemory<byte> body)
{
    private const int MaxBodyBytes = 64 * 1024;

    private int _status;
    private int _events;
    private string _state = "waits";
    private TimeSpan? _took;

    public void Answered(int status)
    {
        _status = status;
        _state = "answers";
        feed.Tell(this);
    }

    public void Event()
    {
        Interlocked.Increment(ref _events);
        feed.Tell(this);
    }

    public void End(string state, TimeProvider time)
    {
        _state = state;
        _took = time.GetElapsedTime(start);
        feed.Tell(this);
    }

    public byte[] ToJson(TimeProvider time) => SimulatedJson.Object(writer =>
    {
        writer.WriteNumber("number", number);
        writer.WriteString("when", when);
        writer.WriteString("operation", operation);
        writer.WriteString("model", model);
        writer.WriteNumber("status", _status);
        writer.WriteNumber("events", Volatile.Read(ref _events));
        writer.WriteString("state", _state);
        writer.WriteNumber("ms", Math.Round((_took ?? time.GetElapsedTime(start)).TotalMilliseconds));
        WriteBody(writer);
    });

    private void WriteBody(Utf8JsonWriter writer)
    {
        if (body.Length is 0 or > MaxBodyBytes)
        {
            writer.WriteString("note", body.Length == 0 ? "no body" : $"a body of {body.Length} bytes");
            return;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            writer.WritePropertyName("body");
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteString("note", $"a body of {body.Length} bytes that is no JSON");
        }
    }
}
