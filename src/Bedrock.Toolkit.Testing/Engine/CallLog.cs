using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>The requests that came in, in order. Thread-safe.</summary>
internal sealed class CallLog
{
    private readonly Lock _lock = new();
    private readonly Queue<RecordedCall> _calls = new();
    private int _most = int.MaxValue;

    /// <summary>How many calls are kept: the newest. With 0 none is looked at.</summary>
    public int Most
    {
        get => Volatile.Read(ref _most);
        set
        {
            lock (_lock)
            {
                Volatile.Write(ref _most, value);
                Trim(value);
            }
        }
    }

    public IReadOnlyList<RecordedCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Keeps a call; null when none is kept.</summary>
    public RecordedCall? Add(ReceivedRequest request, OperationRoute? route, string? operation = null)
    {
        int most = Most;
        if (most == 0)
        {
            return null;
        }

        var call = new RecordedCall(request, route, operation);
        lock (_lock)
        {
            _calls.Enqueue(call);
            Trim(most);
        }

        return call;
    }

    public void Clear()
    {
        lock (_lock)
        {
            _calls.Clear();
        }
    }

    /// <summary>The requests to one model, read back from their bodies.</summary>
    public IReadOnlyList<TRequest> Requests<TRequest, TResponse>(Model<TRequest, TResponse> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Requests(c => OperationRoute.IsCallOf(c.ModelId, model.Id) && c.Operation is ("InvokeModel" or "InvokeModelWithResponseStream"),
            model.RequestTypeInfo);
    }

    /// <summary>Some of the requests, read back from their bodies.</summary>
    public IReadOnlyList<TRequest> Requests<TRequest>(Func<RecordedCall, bool> isWanted, JsonTypeInfo<TRequest> info) =>
    [
        .. Calls.Where(isWanted)
            .Select(c => JsonSerializer.Deserialize(c.Body.Span, info) ?? throw new JsonException("The recorded request is the JSON null.")),
    ];

    private void Trim(int most)
    {
        while (_calls.Count > most)
        {
            _calls.Dequeue();
        }
    }
}
