using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Converse;

/// <summary>The answer of Converse, and what the events of ConverseStream fold into. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html</remarks>
public sealed class ConverseResponse : BedrockResponse
{
    /// <summary>What the model gave back.</summary>
    /// <value>A message; omitted when null.</value>
    [JsonPropertyName("output")]
    public ConverseOutput? Output { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public StopReason? StopReason { get; set; }

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(ConverseObjectConverter<TokenUsage>))]
    public TokenUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metrics")]
    [JsonConverter(typeof(ConverseObjectConverter<ConverseMetrics>))]
    public ConverseMetrics? Metrics { get; set; }

    /// <summary>The fields that <see cref="ConverseRequest.AdditionalModelResponseFieldPaths"/> asked for.</summary>
    /// <value>By model; omitted when null.</value>
    [JsonPropertyName("additionalModelResponseFields")]
    public JsonElement? AdditionalModelResponseFields { get; set; }

    /// <summary>What guardrail and prompt router did.</summary>
    /// <value>Only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("trace")]
    [JsonConverter(typeof(ConverseObjectConverter<ConverseTrace>))]
    public ConverseTrace? Trace { get; set; }

    /// <summary>How fast the model was served.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("performanceConfig")]
    [JsonConverter(typeof(ConverseObjectConverter<PerformanceConfiguration>))]
    public PerformanceConfiguration? PerformanceConfig { get; set; }

    /// <summary>The service tier that was used.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("serviceTier")]
    [JsonConverter(typeof(ConverseObjectConverter<ServiceTier>))]
    public ServiceTier? ServiceTier { get; set; }

    /// <summary>The answer as a turn of the conversation: add it to the next request as it is, reasoning and tool calls included.</summary>
    /// <value>The message object inside <see cref="Output"/>; a new message of the model without content when there is none.</value>
    [JsonIgnore]
    public Message Message => (Output as MessageOutput)?.Message ?? new Message { Role = ConversationRole.Assistant };

    /// <summary>The texts of all text blocks, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => Message.Text;

    /// <summary>The calls that the model asks the caller to make; not those that the service made itself.</summary>
    /// <value>In the order of the answer; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ToolUseBlock> ToolCalls => Message.ToolCalls;

    /// <summary>The reasoning that can be read, one block after the other.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public string? ReasoningText
    {
        get
        {
            string text = string.Concat(Message.Content.OfType<ReasoningContent>().Select(block => (block.Reasoning as ReasoningTextContent)?.ReasoningText?.Text));
            return text.Length == 0 ? null : text;
        }
    }

    /// <summary>Sums up what the guardrail found in the question and in the answer.</summary>
    /// <returns>The summary; unknown when the call had no tracing enabled, because then nothing tells what was found.</returns>
    public GuardrailSummary SummariseGuardrail() => GuardrailSummary.ForConverse(Trace?.Guardrail, StopReason == Converse.StopReason.GuardrailIntervened);

    /// <summary>The extra response fields as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The fields; the type's default when there are none.</returns>
    /// <exception cref="JsonException">The fields do not fit the type.</exception>
    public T? AdditionalModelResponseFieldsAs<T>(JsonTypeInfo<T> typeInfo) =>
        AdditionalModelResponseFields is { } fields ? fields.Deserialize(typeInfo) : default;

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage;
}
