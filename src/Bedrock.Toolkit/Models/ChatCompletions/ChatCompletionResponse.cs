namespace Bedrock.Toolkit.Models;

/// <summary>An answer in the Chat Completions format.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
public sealed partial class ChatCompletionResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Such as <c>chatcmpl-…</c>; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>chat.completion</c>; omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was made.</summary>
    /// <value>In seconds since 1970-01-01 UTC; omitted when null.</value>
    [JsonPropertyName("created"), JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The model.</summary>
    /// <value>The Bedrock id; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The service tier in the vendor's form.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("service_tier")]
    public BedrockServiceTier? ServiceTier { get; set; }

    /// <summary>The make of the server that answered.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("system_fingerprint")]
    public string? SystemFingerprint { get; set; }

    /// <summary>The answers.</summary>
    /// <value>One, unless the request asked for more.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionChoice>)), AllowNull]
    public IList<ChatCompletionChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call, as the body tells them; <see cref="BedrockResponse.TokenUsage"/> has them in the shape of all families.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <summary>What the vendor tells about the call; Jamba, unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("meta"), JsonConverter(typeof(ChatCompletionObjectConverter<JambaMeta>))]
    public JambaMeta? Meta { get; set; }

    /// <summary>How likely the tokens of the prompt were, as the server wrote it; Palmyra.</summary>
    /// <value>Null in every known answer; omitted when null.</value>
    [JsonPropertyName("prompt_logprobs")]
    public JsonElement? PromptLogprobs { get; set; }

    /// <summary>What went wrong, when the status was 200 all the same.</summary>
    /// <value>Null when the model answered; omitted when null.</value>
    [JsonPropertyName("error"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionError>))]
    public ChatCompletionError? Error { get; set; }

    /// <summary>The first answer without the reasoning that some models write in front of it in tags.</summary>
    /// <value>Empty when there is no text; as it came it is in <c>Choices[0].Message.Content</c>.</value>
    [JsonIgnore]
    public string Text => First?.Text ?? string.Empty;

    /// <summary>The reasoning of the first answer, from its own member or from the tags in front of the answer.</summary>
    /// <value>Null when the model showed none.</value>
    [JsonIgnore]
    public string? ReasoningText => First?.ReasoningText;

    /// <summary>Why the model stopped in the first answer: <c>finish_reason</c>, or, where that is missing, the text of <c>stop_reason</c>.</summary>
    /// <value>Null when the answer does not say.</value>
    [JsonIgnore]
    public ChatCompletionFinishReason? FinishReason =>
        Choices is [{ } first, ..] ? first.FinishReason ?? ChatCompletionChoice.ReasonIn(first.StopReason) : null;

    /// <summary>The tools that the model asks for in the first answer.</summary>
    /// <value>Empty when there are none; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ChatCompletionToolCall> ToolCalls => [.. First?.ToolCalls ?? []];

    private ChatCompletionResponseMessage? First => Choices is [{ } first, ..] ? first.Message : null;

    /// <summary>The first answer as a turn of the conversation, to be added to the next request.</summary>
    /// <param name="keepReasoning">Whether reasoning that has a member of its own is sent back; false by default.</param>
    /// <returns>A message with its own copies.</returns>
    /// <exception cref="InvalidOperationException">The response has no message.</exception>
    public ChatCompletionMessage ToMessage(bool keepReasoning = false) =>
        First?.ToMessage(keepReasoning) ?? throw new InvalidOperationException("The response holds no message to go on from.");

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage?.ToTokenUsage();

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Choices.Count, "choice"), FinishReason?.Value);
}

/// <summary>One of the answers; one, unless the request asked for more.</summary>
public sealed partial class ChatCompletionChoice : BedrockObject
{
    /// <summary>Which answer this is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>What the model says.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionResponseMessage>))]
    public ChatCompletionResponseMessage? Message { get; set; }

    /// <summary>How likely the tokens were.</summary>
    /// <value>When the request asked for it; omitted when null.</value>
    [JsonPropertyName("logprobs"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionLogprobs>))]
    public ChatCompletionLogprobs? Logprobs { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ChatCompletionFinishReason? FinishReason { get; set; }

    /// <summary>The stop text or token that came up, as the server wrote it, at Palmyra; why the model stopped, at Mistral Large and Pixtral.</summary>
    /// <value>A text, a number or null; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public JsonElement? StopReason { get; set; }

    /// <summary>The reason that stands under <c>stop_reason</c>; asked only where there is no <c>finish_reason</c>, as Palmyra's stop texts are none.</summary>
    internal static ChatCompletionFinishReason? ReasonIn(JsonElement? stopReason) =>
        stopReason is { ValueKind: JsonValueKind.String } text ? new ChatCompletionFinishReason(text.GetString()!) : default(ChatCompletionFinishReason?);
}

/// <summary>What the model says.</summary>
public sealed partial class ChatCompletionResponseMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public ChatCompletionRole? Role { get; set; }

    /// <summary>What is said, as the model wrote it.</summary>
    /// <value>A string, or parts; gpt-oss puts its reasoning first, in <c>&lt;reasoning&gt;</c> tags; null beside tool calls; omitted when null.</value>
    [JsonPropertyName("content")]
    public ChatCompletionContent? Content { get; set; }

    /// <summary>The reasoning, where a model tells it apart.</summary>
    /// <value>Seen at Palmyra; at other models unconfirmed; omitted when null.</value>
    [JsonPropertyName("reasoning_content")]
    public string? ReasoningContent { get; set; }

    /// <summary>The reasoning under its other name.</summary>
    /// <value>Unconfirmed on Bedrock; omitted when null.</value>
    [JsonPropertyName("reasoning")]
    public string? Reasoning { get; set; }

    /// <summary>The tools that the model asks for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionToolCall>))]
    public IList<ChatCompletionToolCall>? ToolCalls { get; set; }

    /// <summary>Why the model does not answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("refusal")]
    public string? Refusal { get; set; }

    /// <summary>The answer without the reasoning that some models write in front of it in tags.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => ChatCompletionReasoningText.Split(Content?.Text).Answer;

    /// <summary>The reasoning, from its own member or from the tags in front of the answer.</summary>
    /// <value>Null when the model showed none.</value>
    [JsonIgnore]
    public string? ReasoningText => ReasoningContent ?? Reasoning ?? ChatCompletionReasoningText.Split(Content?.Text).Reasoning;

    /// <summary>The message as a turn of the conversation, to be added to the next request.</summary>
    /// <param name="keepReasoning">
    /// Whether <see cref="ReasoningContent"/> and <see cref="Reasoning"/> are sent back. False by default: no model's documentation has them in a
    /// request, and Kimi K3 fails on them. Reasoning inside of <see cref="Content"/> always stays.
    /// </param>
    /// <returns>A message with its own copies.</returns>
    public ChatCompletionMessage ToMessage(bool keepReasoning = false)
    {
        // An empty list of tool calls is what Palmyra answers and what a request must not have.
        var message = new ChatCompletionMessage
        {
            Role = Role ?? ChatCompletionRole.Assistant,
            Content = Copies.Parts(Content),
            ToolCalls = ToolCalls is { Count: > 0 } ? ToolCalls.Copy(call => call.Clone()) : null,
            Refusal = Refusal,
            ReasoningContent = keepReasoning ? ReasoningContent : null,
            Reasoning = keepReasoning ? Reasoning : null,
            AdditionalProperties = AdditionalProperties.Copy(),
        };
        if (message is { Content: null, ToolCalls: null, Refusal: null })
        {
            message.Content = string.Empty;
        }

        return message;
    }

    private protected override ObjectSummary Summarise() => new("Text", Role?.Value, ObjectSummary.Count(Content?.Count ?? 0, "part"));
}

/// <summary>What went wrong, told in the body of an answer whose status is 200, or inside a stream.</summary>
/// <remarks>The vendor's schema; unconfirmed on Bedrock, whose own errors have another status and become exceptions.</remarks>
public sealed partial class ChatCompletionError : BedrockObject
{
    /// <summary>The message of the model's server.</summary>
    /// <value>Can quote the request: do not log it; omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>The kind of error.</summary>
    /// <value>Such as <c>invalid_request_error</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The member of the request that it is about, as the server wrote it.</summary>
    /// <value>A text or null; omitted when null.</value>
    [JsonPropertyName("param")]
    public JsonElement? Param { get; set; }

    /// <summary>The server's code.</summary>
    /// <value>A text or a number; omitted when null.</value>
    [JsonPropertyName("code")]
    public JsonElement? Code { get; set; }
}

/// <summary>How likely the tokens of an answer were.</summary>
public sealed partial class ChatCompletionLogprobs : BedrockObject
{
    /// <summary>The tokens of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTokenLogprob>))]
    public IList<ChatCompletionTokenLogprob>? Content { get; set; }

    /// <summary>The tokens of a refusal.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("refusal"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTokenLogprob>))]
    public IList<ChatCompletionTokenLogprob>? Refusal { get; set; }
}

/// <summary>A token that the model chose.</summary>
public sealed partial class ChatCompletionTokenLogprob : BedrockObject
{
    /// <summary>The token's text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The natural logarithm of its probability.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("logprob")]
    public double? Logprob { get; set; }

    /// <summary>The token in UTF-8.</summary>
    /// <value>Numbers from 0 to 255; omitted when null.</value>
    [JsonPropertyName("bytes"), JsonConverter(typeof(ChatCompletionListConverter<int>))]
    public IList<int>? Bytes { get; set; }

    /// <summary>The likeliest tokens at this place.</summary>
    /// <value>As many as the request asked for; omitted when null.</value>
    [JsonPropertyName("top_logprobs"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionTopLogprob>))]
    public IList<ChatCompletionTopLogprob>? TopLogprobs { get; set; }
}

/// <summary>A token that the model could have chosen.</summary>
public sealed partial class ChatCompletionTopLogprob : BedrockObject
{
    /// <summary>The token's text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("token")]
    public string? Token { get; set; }

    /// <summary>The natural logarithm of its probability.</summary>
    /// <value>0 or less; omitted when null.</value>
    [JsonPropertyName("logprob")]
    public double? Logprob { get; set; }

    /// <summary>The token in UTF-8.</summary>
    /// <value>Numbers from 0 to 255; omitted when null.</value>
    [JsonPropertyName("bytes"), JsonConverter(typeof(ChatCompletionListConverter<int>))]
    public IList<int>? Bytes { get; set; }
}

/// <summary>One turn of a conversation.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html</remarks>
public sealed partial class ChatCompletionMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>system</c>, <c>developer</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</value>
    [JsonPropertyName("role")]
    public required ChatCompletionRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string, or parts by model; null only for an assistant that asks for tools or refuses; omitted when null.</value>
    [JsonPropertyName("content")]
    public ChatCompletionContent? Content { get; set; }

    /// <summary>A name that tells speakers of one role apart.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The tools that the model asked for.</summary>
    /// <value>For an assistant; omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionToolCall>))]
    public IList<ChatCompletionToolCall>? ToolCalls { get; set; }

    /// <summary>The call that this is the result of.</summary>
    /// <value><see cref="ChatCompletionToolCall.Id"/>; for the role <c>tool</c>; omitted when null.</value>
    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; set; }

    /// <summary>Why the model did not answer.</summary>
    /// <value>For an assistant; omitted when null.</value>
    [JsonPropertyName("refusal")]
    public string? Refusal { get; set; }

    /// <summary>The reasoning of an earlier answer; unconfirmed in requests on Bedrock.</summary>
    /// <value>For an assistant; not at Kimi K3; omitted when null.</value>
    [JsonPropertyName("reasoning_content")]
    public string? ReasoningContent { get; set; }

    /// <summary>The reasoning of an earlier answer under its other name; unconfirmed in requests on Bedrock.</summary>
    /// <value>For an assistant; not at Kimi K3; omitted when null.</value>
    [JsonPropertyName("reasoning")]
    public string? Reasoning { get; set; }

    /// <summary>Instructions for the whole conversation.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage System(ChatCompletionContent content) => new() { Role = ChatCompletionRole.System, Content = content };

    /// <summary>Instructions for the whole conversation, under the name that gpt-oss has for them.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage Developer(ChatCompletionContent content) => new() { Role = ChatCompletionRole.Developer, Content = content };

    /// <summary>A turn of the user.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage User(ChatCompletionContent content) => new() { Role = ChatCompletionRole.User, Content = content };

    /// <summary>A turn of the user: a text, and what goes with it, such as <c>User("What is this?", image)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">Images, documents and texts behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage User(string text, params ReadOnlySpan<ChatCompletionContentPart> parts) =>
        User(parts.IsEmpty ? new ChatCompletionContent(text) : ChatCompletionContent.Create([text, .. parts]));

    /// <summary>A turn of the user: images, documents and texts in their order.</summary>
    /// <param name="first">The first.</param>
    /// <param name="parts">Those behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage User(ChatCompletionContentPart first, params ReadOnlySpan<ChatCompletionContentPart> parts) =>
        User(ChatCompletionContent.Create([first, .. parts]));

    /// <summary>A turn of the model.</summary>
    /// <param name="content">A string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage Assistant(ChatCompletionContent content) => new() { Role = ChatCompletionRole.Assistant, Content = content };

    /// <summary>The result of a tool.</summary>
    /// <param name="toolCallId">The id of the call.</param>
    /// <param name="content">What the tool gave: a string, or parts.</param>
    /// <returns>The message.</returns>
    public static ChatCompletionMessage Tool(string toolCallId, ChatCompletionContent content) =>
        new() { Role = ChatCompletionRole.Tool, ToolCallId = toolCallId, Content = content };

    /// <summary>The text: all text parts together.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Content?.Text ?? string.Empty;

    /// <summary>The images.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<ChatCompletionImagePart> Images => [.. Content?.OfType<ChatCompletionImagePart>() ?? []];

    private protected override ObjectSummary Summarise() => new("Text", Role.Value, ObjectSummary.Count(Content?.Count ?? 0, "part"));
}
