using System.Text.Json;

namespace Bedrock.Toolkit.Models;

/// <summary>An event of a kind that this version does not know; it is written back exactly as it was read. Not thread safe while it is changed.</summary>
/// <remarks>Bedrock's own members (metrics, guardrail) are read from it. Only <see cref="Raw"/> is written: members set on this object are not.</remarks>
public sealed class NovaUnknownStreamEvent : NovaStreamEvent
{
    /// <summary>An event as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public NovaUnknownStreamEvent(JsonElement raw)
    {
        Raw = raw;
        if (raw.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (raw.TryGetProperty("amazon-bedrock-invocationMetrics", out JsonElement metrics) && metrics.ValueKind == JsonValueKind.Object)
        {
            InvocationMetrics = metrics.Deserialize(NovaJsonContext.Default.BedrockInvocationMetrics);
        }

        if (raw.TextOf("amazon-bedrock-guardrailAction") is { Length: > 0 } action)
        {
            GuardrailAction = action;
        }

        if (raw.TryGetProperty("amazon-bedrock-trace", out JsonElement trace))
        {
            GuardrailTrace = trace;
        }
    }

    /// <summary>The whole event.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}
