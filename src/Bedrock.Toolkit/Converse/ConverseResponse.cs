using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The answer of Converse, and what the events of ConverseStream fold into.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html</remarks>
public sealed partial class ConverseResponse : BedrockResponse
{
    /// <summary>What the model gave back.</summary>
    /// <value>A message; omitted when null.</value>
    [JsonPropertyName("output")]
    public ConverseOutput? Output { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public StopReason? StopReason { get; set; }

    /// <summary>The tokens of the call, as the body tells them; <see cref="BedrockResponse.TokenUsage"/> has them in the shape of all families.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ConverseObjectConverter<TokenUsage>))]
    public TokenUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metrics"), JsonConverter(typeof(ConverseObjectConverter<ConverseMetrics>))]
    public ConverseMetrics? Metrics { get; set; }

    /// <summary>The fields that <see cref="ConverseRequest.AdditionalModelResponseFieldPaths"/> asked for.</summary>
    /// <value>By model; omitted when null.</value>
    [JsonPropertyName("additionalModelResponseFields")]
    public JsonElement? AdditionalModelResponseFields { get; set; }

    /// <summary>What guardrail and prompt router did.</summary>
    /// <value>Only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("trace"), JsonConverter(typeof(ConverseObjectConverter<ConverseTrace>))]
    public ConverseTrace? Trace { get; set; }

    /// <summary>How fast the model was served.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("performanceConfig"), JsonConverter(typeof(ConverseObjectConverter<PerformanceConfiguration>))]
    public PerformanceConfiguration? PerformanceConfig { get; set; }

    /// <summary>The service tier that was used.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("serviceTier"), JsonConverter(typeof(ConverseObjectConverter<ServiceTier>))]
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

    /// <summary>Those of <see cref="ToolCalls"/> that may be run: whole ones, of an answer that was not cut, blocked or malformed.</summary>
    /// <remarks>A call that may not be run must not be guessed at: what is missing of it may be what holds it back.</remarks>
    /// <value>In the order of the answer; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ToolUseBlock> RunnableToolCalls => [.. ToolCalls.Where(call => call.StateIn(StopReason) == ToolCallState.Runnable)];

    /// <summary>The reasoning that can be read, one block after the other.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public string? ReasoningText
    {
        get
        {
            string text =
                string.Concat(Message.Content.OfType<ReasoningContent>().Select(block => (block.Reasoning as ReasoningTextContent)?.ReasoningText?.Text));
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

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Message.Content.Count, "block"), StopReason?.Value);
}

/// <summary>What the model gave back: a closed set, with <see cref="UnknownConverseOutput"/> for what this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseOutput.html</remarks>
[JsonConverter(typeof(ConverseOutputConverter))]
public abstract partial class ConverseOutput : BedrockObject
{
    private protected ConverseOutput() { }

    /// <summary>A message.</summary>
    /// <param name="message">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(message))]
    public static implicit operator ConverseOutput?(Message? message) => message is null ? null : new MessageOutput(message);
}

/// <summary>A message.</summary>
public sealed partial class MessageOutput : ConverseOutput
{
    /// <summary>One without content.</summary>
    public MessageOutput() { }

    /// <summary>A message.</summary>
    /// <param name="message">The message.</param>
    public MessageOutput(Message message) => Message = message;

    /// <summary>The message.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(ConverseObjectConverter<Message>))]
    public Message? Message { get; set; }
}

/// <summary>What the model gave back, of a kind that this version does not know; written back exactly as it was read.</summary>
public sealed partial class UnknownConverseOutput : ConverseOutput, IRawVariant;

/// <summary>Reads and writes <see cref="ConverseOutput"/> by the one member that it has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseOutputConverter() : SingleKeyUnionConverter<ConverseOutput>(
    ConverseJsonContext.Default, static raw => new UnknownConverseOutput(raw),
    Case<MessageOutput>("message"));

/// <summary>How long a call took. Also the <c>ConverseStreamMetrics</c> of a stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseMetrics.html</remarks>
public sealed partial class ConverseMetrics : BedrockObject
{
    /// <summary>The time of the call at the service.</summary>
    /// <value>In milliseconds; omitted when null.</value>
    [JsonPropertyName("latencyMs"), JsonConverter(typeof(LongCountConverter))]
    public long? LatencyMs { get; set; }
}

/// <summary>What guardrail and prompt router did. Also the <c>ConverseStreamTrace</c> of a stream.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseTrace.html</remarks>
public sealed partial class ConverseTrace : BedrockObject
{
    /// <summary>What the guardrail found.</summary>
    /// <value>Only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("guardrail"), JsonConverter(typeof(GuardrailObjectConverter<GuardrailTraceAssessment>))]
    public GuardrailTraceAssessment? Guardrail { get; set; }

    /// <summary>What the prompt router did.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("promptRouter"), JsonConverter(typeof(ConverseObjectConverter<PromptRouterTrace>))]
    public PromptRouterTrace? PromptRouter { get; set; }
}

/// <summary>What a prompt router did.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PromptRouterTrace.html</remarks>
public sealed partial class PromptRouterTrace : BedrockObject
{
    /// <summary>The model that it chose.</summary>
    /// <value>An ARN; omitted when null.</value>
    [JsonPropertyName("invokedModelId")]
    public string? InvokedModelId { get; set; }
}

/// <summary>One turn of a conversation.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Message.html</remarks>
public sealed partial class Message : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c> or <c>assistant</c>; must be set in a request.</value>
    [JsonPropertyName("role"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ConversationRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>Blocks, in order; at least one in a request.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ConverseListConverter<ContentBlock>)), AllowNull]
    public IList<ContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>The texts of all text blocks, one after the other; of blocks with sources too.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => string.Concat(Content.Select(TextOf));

    /// <summary>The calls that the model asks the caller to make; not those that the service made itself.</summary>
    /// <value>In the order of the content; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ToolUseBlock> ToolCalls =>
    [
        .. Content.OfType<ToolUseContent>().Select(block => block.ToolUse).OfType<ToolUseBlock>().Where(call => call.Type != ToolUseType.ServerToolUse),
    ];

    /// <summary>The images.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<ImageBlock> Images => [.. Content.OfType<ImageContent>().Select(block => block.Image).OfType<ImageBlock>()];

    /// <summary>A turn of the user: <c>Message.User("Look:", image)</c>.</summary>
    /// <param name="content">Texts, images, documents and the like.</param>
    /// <returns>The message.</returns>
    public static Message User(params ReadOnlySpan<ContentBlock> content) => new() { Role = ConversationRole.User, Content = [.. content] };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">Texts, tool calls and the like.</param>
    /// <returns>The message.</returns>
    public static Message Assistant(params ReadOnlySpan<ContentBlock> content) => new() { Role = ConversationRole.Assistant, Content = [.. content] };

    /// <summary>A turn of the user that answers tool calls: all answers to one turn of the model belong into one message.</summary>
    /// <param name="results">The answers.</param>
    /// <returns>The message.</returns>
    public static Message ToolResults(params IEnumerable<ToolResultBlock> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new() { Role = ConversationRole.User, Content = [.. results.Select(result => new ToolResultBlockContent(result))] };
    }

    private static string? TextOf(ContentBlock block) => block switch
    {
        TextBlock text => text.Text,
        CitationsContent { Block.Content: { } pieces } => string.Concat(pieces.OfType<CitationGeneratedText>().Select(piece => piece.Text)),
        _ => null,
    };

    private protected override ObjectSummary Summarise() => new("Text", Role.Value, ObjectSummary.Count(Content.Count, "block"));
}

/// <summary>How fast the model is served.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PerformanceConfiguration.html</remarks>
public sealed partial class PerformanceConfiguration : BedrockObject
{
    /// <summary>Standard or optimised.</summary>
    /// <value>Standard when null; omitted when null.</value>
    [JsonPropertyName("latency")]
    public BedrockPerformanceLatency? Latency { get; set; }

    /// <summary>A latency.</summary>
    /// <param name="latency">The latency.</param>
    public static implicit operator PerformanceConfiguration(BedrockPerformanceLatency latency) => new() { Latency = latency };
}

/// <summary>The service tier of a call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ServiceTier.html</remarks>
public sealed partial class ServiceTier : BedrockObject
{
    /// <summary>The tier.</summary>
    /// <value>Must be set in a request.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BedrockServiceTier Type { get; set; }

    /// <summary>A tier.</summary>
    /// <param name="type">The tier.</param>
    public static implicit operator ServiceTier(BedrockServiceTier type) => new() { Type = type };
}

/// <summary>Text of a message.</summary>
public sealed partial class TextBlock : ContentBlock
{
    /// <summary>One without content.</summary>
    public TextBlock() { }

    /// <summary>Text of a message.</summary>
    /// <param name="text">The text.</param>
    public TextBlock(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Not empty in a request; empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>The model asks the caller to run a tool, or tells that the service ran one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html</remarks>
public sealed partial class ToolUseBlock : BedrockObject
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>1 to 64 characters; empty by default.</value>
    [JsonPropertyName("toolUseId"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool is called with.</summary>
    /// <value>A JSON object; <c>{}</c> by default. After a stream whose pieces are no JSON (it was cut short, or the model wrote something else) a JSON
    /// string with the raw text.</value>
    [JsonPropertyName("input")]
    public JsonElement Input { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;

    /// <summary>What kind of call it is.</summary>
    /// <value>A call for the caller when null; omitted when null.</value>
    [JsonPropertyName("type")]
    public ToolUseType? Type { get; set; }

    /// <summary>Whether the call may be run.</summary>
    /// <param name="stopReason">How the answer ended that the call stands in; null when nothing tells it, which counts as an ordinary end.</param>
    /// <returns><see cref="ToolCallState.Runnable"/>, or why not.</returns>
    public ToolCallState StateIn(StopReason? stopReason) => stopReason?.Value switch
    {
        _ when Type == ToolUseType.ServerToolUse => ToolCallState.OfService,
        null or "tool_use" or "end_turn" or "stop_sequence" => Input.ValueKind == JsonValueKind.Object ? ToolCallState.Runnable : ToolCallState.NoObject,
        "max_tokens" or "model_context_window_exceeded" => ToolCallState.Cut,
        "guardrail_intervened" or "content_filtered" => ToolCallState.Blocked,
        "malformed_tool_use" or "malformed_model_output" => ToolCallState.Malformed,
        _ => ToolCallState.Unknown,
    };

    /// <summary>The input as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type, or is no JSON at all because the stream was cut or the model wrote something
    /// else; <see cref="Input"/> keeps it.</exception>
    public T? InputAs<T>(JsonTypeInfo<T> typeInfo) => Input.Deserialize(typeInfo);

    /// <summary>The input as a type of your own, whose members are found by reflection.</summary>
    /// <typeparam name="T">The type; members in camel case, enumerations as their names.</typeparam>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type.</exception>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public T? InputAs<T>() => InputAs(ReflectionJson.TypeInfo<T>());
}
