using System.Collections.Concurrent;
using System.Globalization;

namespace Bedrock.Toolkit.Benchmarks.Soak;

/// <summary>What came of the calls. Thread-safe.</summary>
internal sealed class SoakTally
{
    private readonly ConcurrentDictionary<string, long> _errors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _surprises = new(StringComparer.Ordinal);
    private long _calls;
    private long _streams;
    private long _successes;
    private long _leftEarly;
    private long _events;
    private long _repeated;

    /// <summary>Calls and streams that came to their end.</summary>
    public long Successes => Interlocked.Read(ref _successes);

    /// <summary>Exceptions of types that the library does not promise.</summary>
    public long Surprises => _surprises.Values.Sum();

    public void Began(bool isStream) => Interlocked.Increment(ref isStream ? ref _streams : ref _calls);

    public void Event() => Interlocked.Increment(ref _events);

    public void Succeeded(int attempts)
    {
        Interlocked.Increment(ref _successes);
        Interlocked.Add(ref _repeated, attempts - 1);
    }

    public void LeftEarly() => Interlocked.Increment(ref _leftEarly);

    public void Failed(Exception exception)
    {
        bool isPromised = exception is BedrockException or OperationCanceledException;
        string name = exception is BedrockException { Attempts: > 1 } ? exception.GetType().Name + " after retries" : exception.GetType().Name;
        (isPromised ? _errors : _surprises).AddOrUpdate(isPromised ? name : exception.ToString(), 1, static (_, count) => count + 1);
    }

    /// <summary>Writes the report.</summary>
    public async Task WriteAsync(TextWriter output, TimeSpan elapsed)
    {
        double seconds = elapsed.TotalSeconds;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{_calls} calls and {_streams} streams in {seconds:F0} s ({(_calls + _streams) / seconds:F0} a second, {_events / seconds:F0} events a second)"))
                .ConfigureAwait(false);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{_successes} succeeded ({_repeated} attempts were repeats), {_leftEarly} streams left early, {_errors.Values.Sum()} failed:"))
                .ConfigureAwait(false);
        foreach ((string name, long count) in _errors.OrderByDescending(e => e.Value))
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {count,8} {name}")).ConfigureAwait(false);
        }

        foreach ((string text, long count) in _surprises)
        {
            await output.WriteLineAsync($"  SURPRISE, {count} times: {text}").ConfigureAwait(false);
        }
    }
}
