using System.ComponentModel;
using Bedrock.Toolkit;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace OpenTelemetry;

/// <summary>Spans and metrics of Bedrock calls for OpenTelemetry. Stateless.</summary>
/// <remarks>Beside <c>UseOpenTelemetry</c> of Microsoft.Extensions.AI nothing is told twice; <c>docs/diagnostics.md</c> says how.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockInstrumentationExtensions
{
    /// <summary>Takes the spans of Bedrock calls.</summary>
    /// <param name="builder">The builder, such as that of <c>WithTracing</c>.</param>
    /// <returns>The same builder.</returns>
    public static TracerProviderBuilder AddBedrockInstrumentation(this TracerProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddSource(BedrockTelemetry.ActivitySourceName);
    }

    /// <summary>Takes the measurements of Bedrock calls.</summary>
    /// <param name="builder">The builder, such as that of <c>WithMetrics</c>.</param>
    /// <returns>The same builder.</returns>
    public static MeterProviderBuilder AddBedrockInstrumentation(this MeterProviderBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddMeter(BedrockTelemetry.MeterName);
    }
}
