using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Bedrock.Toolkit.Diagnostics;

/// <summary>What other layers of the process tell of the same call, so that nothing is told twice. Thread-safe.</summary>
internal static class OtherMeters
{
    private const string Prefix = "gen_ai.client.";

    private static readonly Lock Lock = new();
    private static readonly List<WeakReference<Instrument>> Instruments = [];

    // Only watches what is published; it listens to nothing. Never disposed: there is one for the process.
    private static readonly MeterListener Watcher = Watch();

    /// <summary>Whether somebody listens to an instrument of this name that another meter has.</summary>
    public static bool HaveListener(string name)
    {
        GC.KeepAlive(Watcher);
        lock (Lock)
        {
            foreach (WeakReference<Instrument> reference in Instruments)
            {
                if (reference.TryGetTarget(out Instrument? instrument) && instrument.Name == name && instrument.Enabled)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a span of another source tells of this call: of the same operation and model.</summary>
    public static bool IsToldBy(Activity? span, CallSubject subject, string provider) =>
        span is not null
        && span.Source.Name != BedrockTelemetry.ActivitySourceName
        && Equals(span.GetTagItem("gen_ai.operation.name"), subject.Operation)
        && (span.GetTagItem("gen_ai.provider.name") is not { } named || Equals(named, provider))
        && (span.GetTagItem("gen_ai.request.model") is not { } model || Equals(subject.Show(model as string), subject.Model));

    private static MeterListener Watch()
    {
        var watcher = new MeterListener
        {
            InstrumentPublished = static (instrument, _) =>
            {
                if (instrument.Name.StartsWith(Prefix, StringComparison.Ordinal) && instrument.Meter.Name != BedrockTelemetry.MeterName)
                {
                    lock (Lock)
                    {
                        Instruments.RemoveAll(static reference => !reference.TryGetTarget(out Instrument? _));
                        Instruments.Add(new WeakReference<Instrument>(instrument));
                    }
                }
            },
        };
        watcher.Start();
        return watcher;
    }
}
