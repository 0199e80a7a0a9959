using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>The requests that came in, in order. Thread safe.</summary>
internal sealed class CallLog
{
    private readonly Lock _lock = new();
    private readonly List<RecordedCall> _calls = [];

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

    public void Add(RecordedCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
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
        return
        [
            .. Calls.Where(c => c.ModelId == model.Id.Value)
                .Select(c => JsonSerializer.Deserialize(c.Body.Span, model.RequestTypeInfo) ?? throw new JsonException("The recorded request is the JSON null.")),
        ];
    }
}
