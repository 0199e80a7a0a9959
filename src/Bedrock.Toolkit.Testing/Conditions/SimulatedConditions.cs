using System.Collections.Concurrent;
using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Conditions;

/// <summary>What stands between a call and its answer: time, faults by place and by chance, quotas. Thread-safe.</summary>
internal sealed class SimulatedConditions(TimeProvider time)
{
    private const string AnyModel = "";

    private readonly ConcurrentDictionary<string, SimulatedLatency> _latencies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (long? Tokens, long? Requests)> _limits = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ServiceQuota> _quotas = new(StringComparer.Ordinal);
    private volatile FaultPlace[] _places = [];
    private volatile FaultChances? _chaos;

    // So that a fake without conditions pays for one look only.
    private volatile bool _isSet;

    public FaultChances? Chaos
    {
        get => _chaos;
        set
        {
            _chaos = value;
            _isSet = true;
        }
    }

    public void SetLatency(ModelId? model, SimulatedLatency latency)
    {
        _latencies[model?.Value ?? AnyModel] = latency;
        _isSet = true;
    }

    public void SetQuota(ModelId? model, long? tokens, long? requests)
    {
        _limits[model?.Value ?? AnyModel] = (tokens, requests);
        _quotas.Clear();
        _isSet = true;
    }

    public void Add(FaultPlace place)
    {
        FaultPlace[] before;
        do
        {
            before = _places;
        }
#pragma warning disable CS0420 // Interlocked is as good as volatile.
        while (Interlocked.CompareExchange(ref _places, [.. before, place], before) != before);
#pragma warning restore CS0420
        _isSet = true;
    }

    public void Clear()
    {
        _isSet = false;
        _latencies.Clear();
        _limits.Clear();
        _quotas.Clear();
        _places = [];
        _chaos = null;
    }

    /// <summary>Answers a call under the conditions.</summary>
    /// <param name="request">The request, authenticated.</param>
    /// <param name="route">Its operation.</param>
    /// <param name="otherwise">The answer without conditions.</param>
    /// <exception cref="ServiceFailure">The call is refused.</exception>
    public Answer Answer(ReceivedRequest request, OperationRoute route, Func<Answer> otherwise)
    {
        if (!_isSet)
        {
            return otherwise();
        }

        Answer answer = AnswerAfterQuota(request, route, otherwise);
        if (!_latencies.IsEmpty && Of(_latencies, route.ModelId) is { } latency)
        {
            answer.Slow(latency, time);
        }

        return answer;
    }

    private Answer AnswerAfterQuota(ReceivedRequest request, OperationRoute route, Func<Answer> otherwise)
    {
        if (FindFault(route) is { } fault)
        {
            try
            {
                return fault.Apply(new ScriptedCall(request, route, otherwise));
            }
            catch (ServiceFailure failure)
            {
                // Still an answer, which may be slow as well.
                return Engine.Answer.Error(failure);
            }
        }

        if (_limits.IsEmpty || QuotaOf(route) is not { } quota)
        {
            return otherwise();
        }

        QuotaReservation reservation = quota.Reserve(request.Body, route.ModelId!);
        Answer answer;
        try
        {
            answer = otherwise();
        }
        catch
        {
            reservation.Settle(null, isRefused: true);
            throw;
        }

        reservation.Watch(answer);
        return answer;
    }

    private BedrockFault? FindFault(OperationRoute route)
    {
        BedrockFault? found = null;
        foreach (FaultPlace place in _places)
        {
            // All of them count the call, also when another one has it.
            BedrockFault? here = place.Next(route.ModelId);
            found ??= here;
        }

        return found ?? _chaos?.Next();
    }

    private ServiceQuota? QuotaOf(OperationRoute route)
    {
        if (route.ModelId is not { } called || route.Template.Group is not (SimulatedInvokeModel.Group or SimulatedConverse.Group))
        {
            return null;
        }

        foreach (KeyValuePair<string, (long? Tokens, long? Requests)> limit in _limits)
        {
            if (limit.Key.Length > 0 && OperationRoute.IsCallOf(called, limit.Key))
            {
                return _quotas.GetOrAdd(
                    limit.Key, static (_, state) => new ServiceQuota(state.Value.Tokens, state.Value.Requests, state.time), (limit.Value, time));
            }
        }

        return _limits.TryGetValue(AnyModel, out (long? Tokens, long? Requests) any)
            ? _quotas.GetOrAdd(called, static (_, state) => new ServiceQuota(state.any.Tokens, state.any.Requests, state.time), (any, time))
            : null;
    }

    private static SimulatedLatency? Of(ConcurrentDictionary<string, SimulatedLatency> all, string? called)
    {
        if (called is not null)
        {
            if (all.TryGetValue(called, out SimulatedLatency? exact))
            {
                return exact;
            }

            foreach (KeyValuePair<string, SimulatedLatency> entry in all)
            {
                if (entry.Key.Length > 0 && OperationRoute.IsCallOf(called, entry.Key))
                {
                    return entry.Value;
                }
            }
        }

        return all.GetValueOrDefault(AnyModel);
    }
}

/// <summary>How long an answer takes. Immutable.</summary>
/// <param name="FirstByte">Until status and headers.</param>
/// <param name="BetweenEvents">Before each event of a stream but the first.</param>
internal sealed record SimulatedLatency(TimeSpan FirstByte, TimeSpan BetweenEvents);
