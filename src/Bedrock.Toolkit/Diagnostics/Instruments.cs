using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Bedrock.Toolkit.Diagnostics;

/// <summary>The activity source and the histograms, with the names, units and boundaries of OpenTelemetry's conventions for generative AI.
/// Thread-safe.</summary>
internal static class Instruments
{
    private static readonly string? Version =
        typeof(Instruments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static readonly Meter Meter = new(BedrockTelemetry.MeterName, Version);

    private static readonly double[] CallSeconds = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    private static readonly double[] FirstSeconds = [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0];

    private static readonly double[] PieceSeconds = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0, 2.5];

    public static ActivitySource Source { get; } = new(BedrockTelemetry.ActivitySourceName, Version);

    public static Histogram<double> Duration { get; } =
        Seconds("gen_ai.client.operation.duration", "Time of a call, with all its attempts; of a stream, until its end.", CallSeconds);

    public static Histogram<double> TimeToFirstChunk { get; } =
        Seconds("gen_ai.client.operation.time_to_first_chunk", "Time from the start of a call to the first event of its stream.", FirstSeconds);

    public static Histogram<double> TimePerOutputChunk { get; } =
        Seconds("gen_ai.client.operation.time_per_output_chunk", "Time between two events of a stream.", PieceSeconds);

    public static Histogram<double> TimePerOutputToken { get; } =
        Seconds("bedrock.client.time_per_output_token", "Time of a stream after its first event, for each output token but the first.", PieceSeconds);

    public static Histogram<long> TokenUsage { get; } = Meter.CreateHistogram(
        "gen_ai.client.token.usage",
        "{token}",
        "Tokens of a call, read and written.",
        tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864] });

    /// <summary>The counter that newer conventions have in place of the histogram; used under <see cref="BedrockTelemetry.AllNamesSwitch"/>.</summary>
    public static Counter<long> Tokens { get; } = Meter.CreateCounter<long>("gen_ai.client.inference.tokens", "{token}", "Tokens of calls, by type.");

    /// <summary>As <see cref="Tokens"/>, for what came from the cache and went to it.</summary>
    public static Counter<long> InputTokensByCache { get; } =
        Meter.CreateCounter<long>("gen_ai.client.inference.input_tokens_by_cache", "{token}", "Input tokens of calls, by what the prompt cache had of them.");

    /// <summary>What calls cost, in the currency of the client's price table.</summary>
    public static Counter<double> Cost { get; } =
        Meter.CreateCounter<double>("bedrock.client.cost", "{currency}", "Cost of calls by the client's own price table, in its currency.");

    /// <summary>What the prompt cache saved, in the currency of the client's price table.</summary>
    public static Counter<double> CacheSaved { get; } =
        Meter.CreateCounter<double>("bedrock.client.cache.saved", "{currency}", "What tokens from the prompt cache would have cost more without it.");

    /// <summary>Calls whose service counts the prompt cache, by what it had of them.</summary>
    public static Counter<long> CacheCalls { get; } =
        Meter.CreateCounter<long>("bedrock.client.cache.calls", "{call}", "Calls that read from the prompt cache (hit), or only wrote to it (miss).");

    /// <summary>Calls that went on at another place.</summary>
    public static Counter<long> Failovers { get; } =
        Meter.CreateCounter<long>("bedrock.client.failovers", "{call}", "Calls that went on at another place, by where from, where to and why.");

    /// <summary>Whether anybody listens.</summary>
    public static bool AreWanted =>
        Source.HasListeners() || Duration.Enabled || TokenUsage.Enabled || TimeToFirstChunk.Enabled || TimePerOutputChunk.Enabled || TimePerOutputToken.Enabled
        || Tokens.Enabled || InputTokensByCache.Enabled || Cost.Enabled || CacheSaved.Enabled || CacheCalls.Enabled;

    private static Histogram<double> Seconds(string name, string description, double[] boundaries) =>
        Meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });
}
