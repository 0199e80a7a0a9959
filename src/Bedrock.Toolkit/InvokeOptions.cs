using System.Diagnostics;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit;

/// <summary>Settings of one call that travel beside the body. Not thread-safe; read when the call starts.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html</remarks>
public sealed class InvokeOptions
{
    /// <summary>The guardrail to apply.</summary>
    /// <value>An id or ARN; needs <see cref="GuardrailVersion"/>; no guardrail when null.</value>
    public string? GuardrailId { get; set; }

    /// <summary>The version of the guardrail.</summary>
    /// <value><c>1</c> to <c>99999999</c>, or <c>DRAFT</c>; needs <see cref="GuardrailId"/>.</value>
    public string? GuardrailVersion { get; set; }

    /// <summary>How much the guardrail tells of what it found.</summary>
    /// <value>Nothing when null.</value>
    public BedrockGuardrailTrace? GuardrailTrace { get; set; }

    /// <summary>Latency-optimised inference, for the models that have it.</summary>
    /// <value>The standard latency when null.</value>
    public BedrockPerformanceLatency? PerformanceLatency { get; set; }

    /// <summary>The service tier.</summary>
    /// <value>The account's default when null.</value>
    public BedrockServiceTier? ServiceTier { get; set; }

    /// <summary>Who spends it: keys and values that AWS puts into the invocation log.</summary>
    /// <value>At most 16 pairs of at most 256 characters each, 8,500 characters as JSON; none by default. Treated as sensitive: never logged.</value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> RequestMetadata { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>More request headers. Those of authentication and of HTTP itself cannot be set here.</summary>
    /// <value>None by default; all that begin with <c>x-amz</c> are signed.</value>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>As <see cref="BedrockClientOptions.MaxAttempts"/>, for this call.</summary>
    /// <value>1 to 20; the client's when null.</value>
    public int? MaxAttempts { get; set; }

    /// <summary>As <see cref="BedrockClientOptions.FirstByteTimeout"/>, for this call.</summary>
    /// <value>The client's when null.</value>
    public TimeSpan? FirstByteTimeout { get; set; }

    /// <summary>As <see cref="BedrockClientOptions.StreamIdleTimeout"/>, for this call.</summary>
    /// <value>The client's when null.</value>
    public TimeSpan? StreamIdleTimeout { get; set; }

    /// <summary>As <see cref="BedrockClientOptions.OverallTimeout"/>, for this call.</summary>
    /// <value>The client's when null.</value>
    public TimeSpan? OverallTimeout { get; set; }

    /// <summary>What the model of a conversation takes when its id hides it: an ARN of a provisioned, custom or imported model, or of an application
    /// profile.</summary>
    /// <value>
    /// Null when nothing is known: nothing is refused then. <c>ModelRules.For("anthropic.claude-sonnet-4-6")</c> gives those of a model. For Converse only,
    /// where checks, typed answers and the tool loop read it; an id that shows its model has its own rules. InvokeModel has them by its descriptor.
    /// </value>
    [JsonIgnore]
    public ModelRules? Rules { get; set; }

    /// <summary>Whether a layer around the call, such as <c>UseOpenTelemetry</c> of Microsoft.Extensions.AI, measures its tokens and times too.</summary>
    /// <value>
    /// False by default. When true, the library's own histograms of the conventions leave the call out as long as somebody listens to another meter's
    /// histograms of the same names, so that nothing is counted twice. The clients of the package Bedrock.Toolkit.Extensions.AI set it themselves.
    /// </value>
    [JsonIgnore]
    public bool IsMeasuredOutside { get; set; }

    /// <summary>Whether another identity, another time or another connection is tried also under <see cref="MaxAttempts"/> 1: for those who make
    /// the attempts themselves.</summary>
    internal bool HasFreeRepeats { get; set; }

    /// <summary>The options with the client's request metadata, where the call says nothing else.</summary>
    internal static InvokeOptions? WithMetadata(InvokeOptions? options, IDictionary<string, string> ofClient)
    {
        if (ofClient.Count == 0)
        {
            return options;
        }

        InvokeOptions copy = options?.Copy() ?? new InvokeOptions();
        var merged = new Dictionary<string, string>(ofClient, StringComparer.Ordinal);
        foreach ((string key, string value) in copy.RequestMetadata)
        {
            merged[key] = value;
        }

        copy.RequestMetadata = merged;
        return copy;
    }

    /// <summary>A copy that shares the maps, for another value of a setting.</summary>
    /// <summary>The same settings for a call that a layer around it measures too (<see cref="IsMeasuredOutside"/>).</summary>
    /// <param name="options">The settings; they stay as they are.</param>
    /// <returns>A copy.</returns>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public static InvokeOptions MeasuredOutside(InvokeOptions? options)
    {
        InvokeOptions copy = options?.Copy() ?? new InvokeOptions();
        copy.IsMeasuredOutside = true;
        return copy;
    }

    internal InvokeOptions Copy() => (InvokeOptions)MemberwiseClone();
}
