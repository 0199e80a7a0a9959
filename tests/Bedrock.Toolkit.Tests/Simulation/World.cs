using System.Collections.Concurrent;
using System.Globalization;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>Runs one history: the whole client, on virtual time, against the adversary; and says what was broken.</summary>
internal sealed class World : IDisposable
{
    private const int MaxSteps = 100_000;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly History _history;
    private readonly VirtualTime _time = new();
    private readonly ConcurrentQueue<string> _broken = new();
    private readonly SimulatedService _service;
    private readonly SimulatedIdentity _identity;
    private readonly SecretWatch _log;
    private readonly TokenGovernor? _governor;
    private readonly BedrockClientOptions _options;
    private readonly BedrockClient _client;
    private bool _clientIsDisposed;

    private World(History history)
    {
        _history = history;
        _service = new SimulatedService(history, _time, _broken);
        _identity = new SimulatedIdentity(_service, _time);
        _log = new SecretWatch(_broken);
        _governor = history.MaxConcurrency == 0 ? null : new TokenGovernor(new TokenGovernorOptions
        {
            TimeProvider = _time, Quotas = { new TokenQuota { Models = "*", MaxConcurrency = history.MaxConcurrency } },
        });
        var jitter = new Random(history.Calls.Count);
        _options = new BedrockClientOptions
        {
            Region = "us-east-1",
            Credentials = _identity,
            HandlerFactory = () => _service,
            TimeProvider = _time,
            MaxAttempts = history.MaxAttempts,
            LoggerFactory = _log,
            TokenGovernor = _governor,
            Jitter = () =>
            {
                lock (jitter) return jitter.NextDouble();
            },
        };
        _client = new BedrockClient(_options);
    }

    /// <summary>Runs a history on the calling thread.</summary>
    /// <returns>What was broken; empty when nothing was.</returns>
    public static IReadOnlyList<string> Run(History history)
    {
        using var world = new World(history);
        return world.Run();
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
        _identity.Dispose();
        _log.Dispose();
    }

    private IReadOnlyList<string> Run()
    {
        int idle = Settling.Busy();
        Task[] actors =
        [
            .. _history.Calls.Select(
                (call, number) => Task.Run(() => new SimulatedCaller(_client, _service, _time, call, number, _broken, _log).RunAsync(() => _clientIsDisposed))),
            .. _history.Events.Select(e => Task.Run(() => HappenAsync(e))),
        ];
        Task all = Task.WhenAll(actors);
        for (int step = 0; ; step++)
        {
            Settling.Wait(idle);
            if (all.IsCompleted)
            {
                break;
            }

            if (step > MaxSteps || _time.Elapsed > Longest || !_time.FireNext())
            {
                _broken.Enqueue($"no end after {step} steps and {_time.Elapsed}: {string.Join(", ", actors.Select((a, i) => (a, i)).Where(p => !p.a.IsCompleted).Select(p => p.i))} still wait");
                return [.. _broken];
            }
        }

        if (all.Exception is { } failure)
        {
            _broken.Enqueue($"an actor failed: {failure.Flatten().InnerException}");
        }

        CheckTheEnd();
        return [.. _broken.Distinct()];
    }

    private async Task HappenAsync(SimulatedEvent e)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(e.At), _time).ConfigureAwait(false);
        switch (e.Kind)
        {
            case EventKind.RotateCredentials:
                _service.Generation++;
                break;
            case EventKind.JumpClock:
                _time.JumpTo(TimeSpan.FromSeconds(e.Amount));
                break;
            case EventKind.ReloadOptions:
                _client.Reload(_options);
                break;
            default:
                _clientIsDisposed = true;
                _client.Dispose();
                break;
        }
    }

    private void CheckTheEnd()
    {
        _service.CheckBodies();
        foreach (TokenGovernorState state in _governor?.GetStates() ?? [])
        {
            if (state.Running != 0 || state.Waiting != 0)
            {
                _broken.Enqueue($"the governor counts {state.Running} running and {state.Waiting} waiting calls after the end");
            }
        }

        int tokens = _client.Transport.Retry.Bucket.Tokens;
        bool hasLoad = _history.Calls.Any(
            c => c.Faults.Any(f => f is not (Fault.None or Fault.ByteByByte or Fault.UnknownFrames or Fault.SilenceAfterTheEnd or Fault.GarbageAfterTheEnd)));
        if (tokens is < 0 or > 500 || (!hasLoad && tokens != 500))
        {
            _broken.Enqueue(string.Create(CultureInfo.InvariantCulture, $"the bucket holds {tokens} tokens"));
        }

        int most = 1 + (_history.Events.Count(e => e.Kind == EventKind.RotateCredentials) * (1
            + _history.Events.Count(e => e.Kind == EventKind.ReloadOptions)));
        if (_identity.Made > most)
        {
            _broken.Enqueue($"credentials were made {_identity.Made} times, {most} would do");
        }
    }
}
