namespace Bedrock.Toolkit;

/// <summary>The names under which the library gives its traces and metrics: hand them to the tracer and the meter provider of the host.</summary>
/// <remarks>
/// Spans and histograms follow the conventions of OpenTelemetry for generative AI; <c>docs/diagnostics.md</c> lists them. No prompt and no answer
/// is ever in them. Without a listener they cost nothing. Source: https://opentelemetry.io/docs/specs/semconv/gen-ai/
/// </remarks>
public static class BedrockTelemetry
{
    /// <summary>The name of the activity source.</summary>
    /// <value><c>Bedrock.Toolkit</c>.</value>
    public const string ActivitySourceName = "Bedrock.Toolkit";

    /// <summary>The name of the meter.</summary>
    /// <value><c>Bedrock.Toolkit</c>.</value>
    public const string MeterName = "Bedrock.Toolkit";

    /// <summary>The category of the log messages.</summary>
    /// <value><c>Bedrock.Toolkit</c>.</value>
    public const string LogCategory = "Bedrock.Toolkit";

    /// <summary>The switch that adds the names of other versions of the conventions, older and newer, to those of today.</summary>
    /// <value>
    /// <c>Bedrock.Toolkit.AllTelemetryNames</c>, false by default: <c>AppContext.SetSwitch(BedrockTelemetry.AllNamesSwitch, true)</c> when the process
    /// starts, or a <c>RuntimeHostConfigurationOption</c> in the project. <c>docs/diagnostics.md</c> lists the names.
    /// </value>
    public const string AllNamesSwitch = "Bedrock.Toolkit.AllTelemetryNames";
}
