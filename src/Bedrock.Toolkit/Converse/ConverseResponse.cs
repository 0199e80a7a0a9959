using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Converse;

public sealed partial class ConverseResponse
{
    internal override BedrockServiceTier? ResolvedTier => ServiceTier?.Type ?? base.ResolvedTier;

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

public abstract partial class ConverseOutput
{
    /// <summary>A message.</summary>
    /// <param name="message">What it is made from; null stays null.</param>
    [return: NotNullIfNotNull(nameof(message))]
    public static implicit operator ConverseOutput?(Message? message) => message is null ? null : new MessageOutput(message);
}

public sealed partial class Message
{
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

/// <summary>An answer as a type of your own, and the raw answer. Immutable.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed partial class ConverseResponse<T>
{
    /// <summary>Makes one, for tests.</summary>
    /// <param name="value">The answer.</param>
    /// <param name="response">The raw answer.</param>
    /// <param name="mode">How the model was made to answer in this form.</param>
    public ConverseResponse(T value, ConverseResponse response, StructuredOutputMode mode)
    {
        ArgumentNullException.ThrowIfNull(response);
        Value = value;
        Response = response;
        Mode = mode;
    }

    /// <summary>The answer.</summary>
    public T Value { get; }

    /// <summary>The raw answer: usage, stop reason, metadata, and everything that the model wrote.</summary>
    public ConverseResponse Response { get; }

    /// <summary>How the model was made to answer in this form.</summary>
    /// <value>Never <see cref="StructuredOutputMode.Auto"/>.</value>
    public StructuredOutputMode Mode { get; }

    /// <summary>Sizes, and which member to look at; never the content.</summary>
    /// <returns>A short line.</returns>
    public override string ToString() =>
        new ObjectSummary("Value", Mode.ToString(), Response.StopReason?.Value)
            .ToText($"{nameof(ConverseResponse)}<{typeof(T).Name}>", Response.TokenUsage?.TotalTokens);
}
