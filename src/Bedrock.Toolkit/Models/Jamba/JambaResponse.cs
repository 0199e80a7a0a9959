namespace Bedrock.Toolkit.Models;

/// <summary>What a Jamba model answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html</remarks>
public sealed partial class JambaResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The answers.</summary>
    /// <value>Never null.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(JambaListConverter<JambaChoice>)), AllowNull]
    public IList<JambaChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call, as the body tells them; <see cref="BedrockResponse.TokenUsage"/> has them in the shape of all families.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(JambaObjectConverter<JambaUsage>))]
    public JambaUsage? Usage { get; set; }

    /// <summary>What the vendor tells about the call; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("meta"), JsonConverter(typeof(JambaObjectConverter<JambaMeta>))]
    public JambaMeta? Meta { get; set; }

    /// <summary>The vendor's name of the model; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The text of the first answer.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Choices.Count > 0 ? Choices[0].Message?.Content ?? string.Empty : string.Empty;

    /// <summary>The calls of your tools in the first answer.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<JambaToolCall> ToolCalls => Choices.Count > 0 ? [.. Choices[0].Message?.ToolCalls ?? []] : [];

    /// <summary>Why the model stopped writing the first answer.</summary>
    /// <value>Null when there is none.</value>
    [JsonIgnore]
    public JambaFinishReason? StopReason => Choices.Count > 0 ? Choices[0].FinishReason : null;

    /// <summary>The first answer as a turn of the conversation, to be added to the next request.</summary>
    /// <returns>A copy of the message.</returns>
    public JambaMessage ToMessage()
    {
        JambaMessage message = Choices.Count > 0 && Choices[0].Message is { } answer ? answer.Clone() : new JambaMessage();
        message.Role ??= JambaRole.Assistant;
        return message;
    }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage is null ? null : new TokenUsage
    {
        InputTokens = Usage.PromptTokens,
        OutputTokens = Usage.CompletionTokens,
        TotalTokens = Usage.TotalTokens,
    };

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Choices.Count, "choice"), StopReason?.Value);
}

/// <summary>One answer of a Jamba model.</summary>
public sealed partial class JambaChoice : BedrockObject
{
    /// <summary>Which answer it is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(JambaObjectConverter<JambaMessage>))]
    public JambaMessage? Message { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public JambaFinishReason? FinishReason { get; set; }

    /// <summary>The probabilities of the tokens.</summary>
    /// <value>Null in every known answer; omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }
}

/// <summary>One turn of a conversation.</summary>
public sealed partial class JambaMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c>, <c>assistant</c>, <c>system</c> or <c>tool</c>; null only in what was read.</value>
    [JsonPropertyName("role")]
    public JambaRole? Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A text; may be null beside tool calls; omitted when null.</value>
    [JsonPropertyName("content")]
    public string? Content { get; set; }

    /// <summary>The calls that the model asked for; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(JambaListConverter<JambaToolCall>))]
    public IList<JambaToolCall>? ToolCalls { get; set; }

    /// <summary>The id of the call that this message is the result of; Jamba 1.5.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="content">What is said.</param>
    /// <returns>The message.</returns>
    public static JambaMessage User(string content) => new() { Role = JambaRole.User, Content = content };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">What is said.</param>
    /// <returns>The message.</returns>
    public static JambaMessage Assistant(string content) => new() { Role = JambaRole.Assistant, Content = content };

    /// <summary>The system prompt.</summary>
    /// <param name="content">What is said.</param>
    /// <returns>The message.</returns>
    public static JambaMessage System(string content) => new() { Role = JambaRole.System, Content = content };

    /// <summary>The result of a tool.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <returns>The message.</returns>
    public static JambaMessage Tool(string toolCallId, string content) => new() { Role = JambaRole.Tool, ToolCallId = toolCallId, Content = content };

    /// <summary>The text.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Content ?? string.Empty;

    private protected override ObjectSummary Summarise() => new("Text", Role?.Value, ObjectSummary.Length(Content));
}

/// <summary>What the vendor tells about a call; unconfirmed on Bedrock.</summary>
public sealed partial class JambaMeta : BedrockObject
{
    /// <summary>How long the call took.</summary>
    /// <value>In milliseconds; omitted when null.</value>
    [JsonPropertyName("requestDurationMillis"), JsonConverter(typeof(CountConverter))]
    public int? RequestDurationMillis { get; set; }
}

/// <summary>A call of a tool.</summary>
public sealed partial class JambaToolCall : BedrockObject
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The function.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function"), JsonConverter(typeof(JambaObjectConverter<JambaFunctionCall>))]
    public JambaFunctionCall? Function { get; set; }

    /// <summary>The place of the call, in streams; unconfirmed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }
}

/// <summary>The function that a tool call names.</summary>
public sealed partial class JambaFunctionCall : BedrockObject
{
    /// <summary>The function.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What it is called with.</summary>
    /// <value>A JSON text; omitted when null.</value>
    [JsonPropertyName("arguments"), JsonConverter(typeof(PieceTextConverter))]
    public string? Arguments { get; set; }
}

/// <summary>The tokens of a call.</summary>
public sealed partial class JambaUsage : BedrockObject
{
    /// <summary>Tokens read.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt_tokens"), JsonConverter(typeof(CountConverter))]
    public int? PromptTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("completion_tokens"), JsonConverter(typeof(CountConverter))]
    public int? CompletionTokens { get; set; }

    /// <summary>Tokens read and written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("total_tokens"), JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }
}
