using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit;

/// <summary>The base of every InvokeModel stream event: what Bedrock itself adds to a family's chunk.</summary>
public abstract partial class BedrockStreamEvent : BedrockObject
{
    // Most events have none of it, so that one field is enough for all.
    private ServiceMembers? _service;

    /// <summary>Token counts and latencies of the whole call.</summary>
    /// <value>On the last chunk; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-invocationMetrics"), JsonPropertyOrder(900)]
    public BedrockInvocationMetrics? InvocationMetrics
    {
        get => _service?.Metrics;
        set => _service = Or(value is null, _service) is { } service ? service with { Metrics = value } : null;
    }

    /// <summary>Whether a guardrail stepped in.</summary>
    /// <value>Null when no guardrail was active; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailAction"), JsonPropertyOrder(901)]
    public BedrockGuardrailAction? GuardrailAction
    {
        get => _service?.Action;
        set => _service = Or(value is null, _service) is { } service ? service with { Action = value } : null;
    }

    /// <summary>What the guardrail found, as the service wrote it.</summary>
    /// <value>On the last chunk, only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-trace"), JsonPropertyOrder(902)]
    public JsonElement? GuardrailTrace
    {
        get => _service?.Trace;
        set => _service = Or(value is null, _service) is { } service ? service with { Trace = value } : null;
    }

    /// <summary>Whether Bedrock's own members say that nothing follows: the metrics of the call, or the trace of a guardrail that stepped in.</summary>
    /// <remarks>A guardrail that masks says so on every chunk, the first one included, so that its action alone ends nothing.</remarks>
    [JsonIgnore]
    public bool IsServiceEnd => InvocationMetrics is not null || (GuardrailAction == BedrockGuardrailAction.Intervened && GuardrailTrace is not null);

    /// <summary>Whether this can be the one event that a guardrail puts in the place of an answer that it blocks; such a stream has no other end
    /// mark.</summary>
    internal virtual bool CanBlock => GuardrailAction == BedrockGuardrailAction.Intervened;

    private static ServiceMembers? Or(bool isNull, ServiceMembers? service) => service ?? (isNull ? null : ServiceMembers.None);

    /// <summary>Never changed, so that copies of an event may share it.</summary>
    private sealed record ServiceMembers(BedrockInvocationMetrics? Metrics, BedrockGuardrailAction? Action, JsonElement? Trace)
    {
        public static readonly ServiceMembers None = new(null, null, null);
    }
}
