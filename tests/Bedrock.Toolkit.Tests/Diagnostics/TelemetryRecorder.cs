using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bedrock.Toolkit.Tests.Diagnostics;

/// <summary>OpenTelemetry with its in-memory exporters, as a host would set it up.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly TracerProvider? _tracer;
    private readonly MeterProvider? _meter;

    public TelemetryRecorder(bool traces = true, bool metrics = true)
    {
        _tracer = traces ? Sdk.CreateTracerProviderBuilder().AddSource(BedrockTelemetry.ActivitySourceName).AddInMemoryExporter(_spans).Build() : null;
        _meter = metrics ? Sdk.CreateMeterProviderBuilder().AddMeter(BedrockTelemetry.MeterName).AddInMemoryExporter(_metrics).Build() : null;
    }

    /// <summary>The spans that have ended.</summary>
    public IReadOnlyList<Activity> Spans
    {
        get
        {
            _tracer?.ForceFlush();
            return _spans;
        }
    }

    /// <summary>Everything that was measured under a name: its tags, count and sum.</summary>
    public IReadOnlyList<(Dictionary<string, object?> Tags, long Count, double Sum)> Points(string name)
    {
        _metrics.Clear();
        _meter?.ForceFlush();
        List<(Dictionary<string, object?>, long, double)> points = [];
        foreach (MetricSnapshot metric in _metrics.Where(m => m.Name == name))
        {
            foreach (MetricPoint point in metric.MetricPoints)
            {
                Dictionary<string, object?> tags = [];
                foreach (KeyValuePair<string, object?> tag in point.Tags) tags[tag.Key] = tag.Value;
                points.Add(metric.MetricType.IsHistogram() ? (tags, point.GetHistogramCount(), point.GetHistogramSum())
                    : (tags, 1, metric.MetricType.IsDouble() ? point.GetSumDouble() : point.GetSumLong()));
            }
        }

        return points;
    }

    /// <summary>The sum of a counter over the points whose tag has one of the values.</summary>
    public double Sum(string name, string tag, params string[] values)
    {
        _metrics.Clear();
        _meter?.ForceFlush();
        double sum = 0;
        foreach (MetricSnapshot metric in _metrics.Where(m => m.Name == name))
        {
            foreach (MetricPoint point in metric.MetricPoints)
            {
                foreach (KeyValuePair<string, object?> pair in point.Tags)
                {
                    if (pair.Key == tag && values.Contains(pair.Value)) sum += metric.MetricType.IsDouble() ? point.GetSumDouble() : point.GetSumLong();
                }
            }
        }

        return sum;
    }

    /// <summary>All texts of all spans and measurements, one a line.</summary>
    public string Everything()
    {
        List<string> lines = [];
        foreach (Activity span in Spans)
        {
            lines.Add($"{span.DisplayName} {span.OperationName} {span.StatusDescription}");
            lines.AddRange(span.TagObjects.Select(t => $"{t.Key}={Text(t.Value)}"));
            lines.AddRange(span.Events.SelectMany(e => e.Tags.Select(t => $"{e.Name} {t.Key}={Text(t.Value)}")));
            lines.AddRange(span.Baggage.Select(b => $"{b.Key}={b.Value}"));
        }

        foreach (string name in _metrics.Select(m => m.Name).Distinct().ToList())
        {
            lines.AddRange(Points(name).SelectMany(p => p.Tags.Select(t => $"{name} {t.Key}={Text(t.Value)}")));
        }

        return string.Join('\n', lines);
    }

    public void Dispose()
    {
        _tracer?.Dispose();
        _meter?.Dispose();
    }

    private static string Text(object? value) =>
        value is System.Collections.IEnumerable list and not string ? string.Join(',', list.Cast<object>()) : $"{value}";
}
