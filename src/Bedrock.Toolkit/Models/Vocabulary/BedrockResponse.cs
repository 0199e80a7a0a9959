using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit;

/// <summary>The base of every response of the library: what the call itself tells, beside the model's own answer.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html and recorded answers for the guardrail
/// members.</remarks>
public abstract partial class BedrockResponse : BedrockObject
{
    /// <summary>Request id, attempts, and what the headers tell.</summary>
    /// <value>Null on an object that did not come from a call.</value>
    [JsonIgnore]
    public BedrockResponseMetadata? Metadata { get; set; }

    /// <summary>Whether a guardrail stepped in.</summary>
    /// <value>Null when no guardrail was active; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailAction"), JsonPropertyOrder(900)]
    public BedrockGuardrailAction? GuardrailAction { get; set; }

    /// <summary>What the guardrail found, as the service wrote it.</summary>
    /// <value>An object with <c>guardrail</c>; only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-trace"), JsonPropertyOrder(901)]
    public JsonElement? GuardrailTrace { get; set; }

    /// <summary>The tokens of the call in one shape for all families: from the body, and what it leaves open from <see cref="Metadata"/>. Use this
    /// one; a family's own <c>Usage</c> is what the body has, with the names and details of its vendor.</summary>
    /// <value>A new object at each access; null when nobody counted.</value>
    [JsonIgnore]
    public TokenUsage? TokenUsage => TokenUsage.From(ReadUsage(), Metadata);

    /// <summary>The tier that served the call, which is the one that costs.</summary>
    internal virtual BedrockServiceTier? ResolvedTier => Metadata?.ServiceTier;

    private protected override int? CountTokens() => TokenUsage?.TotalTokens;

    /// <summary>Takes the counts out of the body.</summary>
    /// <returns>Null when the body has none.</returns>
    protected virtual TokenUsage? ReadUsage() => null;
}
