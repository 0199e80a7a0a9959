using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>A CloudWatch dashboard of Bedrock: calls, tokens, times and throttling by model; tokens by tenant from the invocation log.</summary>
/// <remarks>
/// The metrics know models, no tenants: those are in the log, under the key of the request metadata.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html
/// </remarks>
public static class CostDashboard
{
    private const int Width = 12;
    private const int Height = 6;

    private static readonly (string Title, string Statistic, string[] Metrics)[] Charts =
    [
        ("Calls", "Sum", ["Invocations", "InvocationClientErrors", "InvocationServerErrors", "InvocationThrottles"]),
        ("Tokens", "Sum", ["InputTokenCount", "OutputTokenCount", "CacheReadInputTokenCount", "CacheWriteInputTokenCount"]),
        ("Time, milliseconds", "p90", ["InvocationLatency", "TimeToFirstToken"]),
        ("Use of the token quota", "Maximum", ["EstimatedTPMQuotaUsage"]),
        ("Calls of models near their end", "Sum", ["LegacyModelInvocations"]),
    ];

    /// <summary>Writes the body for <c>PutDashboard</c>.</summary>
    /// <param name="region">The Region of the calls.</param>
    /// <param name="models">The ids as they are called: a profile's metrics stand under the profile's id.</param>
    /// <param name="logGroup">The log group of the invocation log; without it there is nothing by tenant.</param>
    /// <param name="tenantKey">The key of the request metadata that names the tenant.</param>
    /// <returns>Indented JSON.</returns>
    /// <exception cref="ArgumentException">No model is given, or the key holds more than letters, digits, dots, hyphens and underscores.</exception>
    public static string ToJson(string region, IReadOnlyCollection<string> models, string? logGroup = null, string tenantKey = "tenant")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentOutOfRangeException.ThrowIfZero(models.Count, nameof(models));
        if (tenantKey is null || tenantKey.Length == 0 || tenantKey.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
        {
            throw new ArgumentException("The key of the tenant holds letters, digits, dots, hyphens and underscores.", nameof(tenantKey));
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("widgets");
            for (int i = 0; i < Charts.Length; i++)
            {
                WriteChart(writer, i, region, models, Charts[i]);
            }

            if (logGroup is not null)
            {
                string query = $"SOURCE '{logGroup}' | filter schemaType = 'ModelInvocationLog' | stats count(*) as calls, "
                    + $"sum(input.inputTokenCount) as input, sum(output.outputTokenCount) as output by requestMetadata.{tenantKey}, modelId | sort output desc";
                WriteWidget(writer, Charts.Length, "log", "Tokens by tenant and model", region, properties => properties.WriteString("query", query));
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteChart(Utf8JsonWriter writer, int index, string region, IReadOnlyCollection<string> models,
        (string Title, string Statistic, string[] Metrics) chart) => WriteWidget(writer, index, "metric", chart.Title, region, properties =>
    {
        properties.WriteString("stat", chart.Statistic);
        properties.WriteNumber("period", 300);
        properties.WriteStartArray("metrics");
        foreach (string metric in chart.Metrics)
        {
            foreach (string model in models)
            {
                properties.WriteStartArray();
                foreach (string text in (string[])["AWS/Bedrock", metric, "ModelId", model])
                {
                    properties.WriteStringValue(text);
                }

                properties.WriteEndArray();
            }
        }

        properties.WriteEndArray();
    });

    private static void WriteWidget(Utf8JsonWriter writer, int index, string type, string title, string region, Action<Utf8JsonWriter> properties)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteNumber("x", index % 2 * Width);
        writer.WriteNumber("y", index / 2 * Height);
        writer.WriteNumber("width", Width);
        writer.WriteNumber("height", Height);
        writer.WriteStartObject("properties");
        writer.WriteString("title", title);
        writer.WriteString("region", region);
        properties(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
