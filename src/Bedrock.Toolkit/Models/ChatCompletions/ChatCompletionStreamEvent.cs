namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer: a closed set, with <see cref="ChatCompletionUnknownStreamEvent"/> for what this version does not know.</summary>
/// <remarks>
/// A <see cref="ChatCompletionChunkEvent"/> in every known stream; Palmyra's end with a <see cref="ChatCompletionDoneEvent"/>. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
/// </remarks>
[JsonConverter(typeof(ChatCompletionStreamEventConverter))]
public abstract partial class ChatCompletionStreamEvent : BedrockStreamEvent
{
    private protected ChatCompletionStreamEvent() { }

    /// <summary>The piece of the first answer's text that this event brings, as the model wrote it.</summary>
    /// <value>Null when the event brings no text. gpt-oss writes its reasoning first, in <c>&lt;reasoning&gt;</c> tags.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    /// <summary>The piece of the first answer's reasoning that this event brings, where a model tells it apart.</summary>
    /// <value>Null when the event brings none.</value>
    [JsonIgnore]
    public virtual string? ReasoningText => null;

    /// <summary>Why the model stopped in the first answer, under either name.</summary>
    /// <value>On the last chunk; null before.</value>
    [JsonIgnore]
    public virtual ChatCompletionFinishReason? FinishReason => null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}

/// <summary>A piece of the answer.</summary>
/// <remarks>The first brings the role, the last the reason for the end, and with it or after it come the token counts.</remarks>
public sealed partial class ChatCompletionChunkEvent : ChatCompletionStreamEvent
{
    /// <summary>The id of the answer.</summary>
    /// <value>The same on every chunk; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>chat.completion.chunk</c>; omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was begun.</summary>
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

    /// <summary>The pieces.</summary>
    /// <value>One, unless the request asked for more answers; none on a chunk that only counts.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionChunkChoice>)), AllowNull]
    public IList<ChatCompletionChunkChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>On the last chunk, by model; omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <summary>What the vendor tells about the call; Jamba, unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("meta"), JsonConverter(typeof(ChatCompletionObjectConverter<JambaMeta>))]
    public JambaMeta? Meta { get; set; }

    /// <summary>What went wrong. The stream then ends without its end mark, which throws.</summary>
    /// <value>Null when the model answers; omitted when null.</value>
    [JsonPropertyName("error"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionError>))]
    public ChatCompletionError? Error { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => First?.Piece?.Text;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? ReasoningText => First?.Piece?.ReasoningContent ?? First?.Piece?.Reasoning;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ChatCompletionFinishReason? FinishReason => First?.EndReason;

    /// <summary>Whether one of the answers has come to its end.</summary>
    internal bool IsFinished
    {
        get
        {
            for (int i = 0; i < Choices.Count; i++)
            {
                if (Choices[i].EndReason is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private ChatCompletionChunkChoice? First
    {
        get
        {
            for (int i = 0; i < Choices.Count; i++)
            {
                if (Choices[i].Index is null or 0)
                {
                    return Choices[i];
                }
            }

            return null;
        }
    }
}

/// <summary>The end of a stream, the JSON string <c>[DONE]</c>: at Palmyra, after the chunk with the reason.</summary>
/// <remarks>Seen in a public client for text completions, presumed for chat. Members set on this object are not written.</remarks>
public sealed partial class ChatCompletionDoneEvent : ChatCompletionStreamEvent, IRawVariant
{
    internal const string Mark = "[DONE]";

    internal static JsonElement MarkJson { get; } = JsonElement.Parse("\"[DONE]\""u8);

    JsonElement IRawVariant.Raw => MarkJson;
}

/// <summary>An event that is no JSON object; it is written back exactly as it was read.</summary>
/// <remarks>Only <see cref="Raw"/> is written: members set on this object are not.</remarks>
public sealed partial class ChatCompletionUnknownStreamEvent : ChatCompletionStreamEvent, IRawVariant;

/// <summary>Reads and writes <see cref="ChatCompletionStreamEvent"/>.</summary>
/// <remarks>Every object is a chunk, whatever it calls itself: imported models write an empty <c>object</c>, an error has none.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionStreamEventConverter : TaggedUnionConverter<ChatCompletionStreamEvent>
{
    /// <summary>Creates the converter.</summary>
    public ChatCompletionStreamEventConverter()
        : base(ChatCompletionJsonContext.Default, CreateUnknown, "object", CaseOfPrefix<ChatCompletionChunkEvent>(string.Empty),
            CaseOfNone<ChatCompletionChunkEvent>())
    {
    }

    private static ChatCompletionStreamEvent CreateUnknown(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.String && raw.ValueEquals(ChatCompletionDoneEvent.Mark)
            ? new ChatCompletionDoneEvent()
            : new ChatCompletionUnknownStreamEvent(raw);
}

/// <summary>A piece of one of the answers.</summary>
public sealed partial class ChatCompletionChunkChoice : BedrockObject
{
    /// <summary>Which answer the piece belongs to.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The piece.</summary>
    /// <value>Empty on the last chunk of many models; omitted when null.</value>
    [JsonPropertyName("delta"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionDelta>))]
    public ChatCompletionDelta? Delta { get; set; }

    /// <summary>The piece under the name that Mistral Large and Pixtral have for it.</summary>
    /// <value>Its tool calls are whole; omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionDelta>))]
    public ChatCompletionDelta? Message { get; set; }

    /// <summary>How likely the tokens of the piece were.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("logprobs"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionLogprobs>))]
    public ChatCompletionLogprobs? Logprobs { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk only; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public ChatCompletionFinishReason? FinishReason { get; set; }

    /// <summary>The stop text or token that came up, as the server wrote it, at Palmyra; why the model stopped, at Mistral Large and Pixtral.</summary>
    /// <value>On the last chunk only; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public JsonElement? StopReason { get; set; }

    /// <summary>The piece, under either name.</summary>
    internal ChatCompletionDelta? Piece => Delta ?? Message;

    /// <summary>Why the model stopped, under either name.</summary>
    internal ChatCompletionFinishReason? EndReason => FinishReason ?? ChatCompletionChoice.ReasonIn(StopReason);
}

/// <summary>The next piece of a message.</summary>
public sealed partial class ChatCompletionDelta : BedrockObject
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
    [JsonPropertyName("reasoning_content"), JsonConverter(typeof(PieceTextConverter))]
    public string? ReasoningContent { get; set; }

    /// <summary>The reasoning under its other name.</summary>
    /// <value>Unconfirmed on Bedrock; omitted when null.</value>
    [JsonPropertyName("reasoning"), JsonConverter(typeof(PieceTextConverter))]
    public string? Reasoning { get; set; }

    /// <summary>The tools that the model asks for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionToolCall>))]
    public IList<ChatCompletionToolCall>? ToolCalls { get; set; }

    /// <summary>Why the model does not answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("refusal"), JsonConverter(typeof(PieceTextConverter))]
    public string? Refusal { get; set; }

    /// <summary>The piece of text.</summary>
    /// <value>Null when this brings none.</value>
    [JsonIgnore]
    public string? Text => Content?.Text;
}

/// <summary>The model asks for a tool.</summary>
public sealed partial class ChatCompletionToolCall : BedrockObject
{
    /// <summary>Which call a piece belongs to.</summary>
    /// <value>From 0, only in a stream; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The id that the result refers to.</summary>
    /// <value>In a stream only on the first piece; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of tool.</summary>
    /// <value><c>function</c>; in a stream only on the first piece; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The function and its arguments.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("function"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFunctionCall>))]
    public ChatCompletionFunctionCall? Function { get; set; }

    /// <summary>The function's name.</summary>
    /// <value>Empty when the answer has none.</value>
    [JsonIgnore]
    public string Name => Function?.Name ?? string.Empty;

    /// <summary>A call of a function.</summary>
    /// <param name="id">The id that the result refers to.</param>
    /// <param name="name">The function.</param>
    /// <param name="arguments">What it is called with: a JSON object as text.</param>
    /// <returns>The call.</returns>
    public static ChatCompletionToolCall ForFunction(string id, string name, string arguments) => new()
    {
        Id = id,
        Type = "function",
        Function = new ChatCompletionFunctionCall { Name = name, Arguments = arguments },
    };

    /// <summary>The arguments as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The arguments; null when they are the JSON null. No text at all counts as <c>{}</c>.</returns>
    /// <exception cref="JsonException">The arguments are no JSON, or do not fit the type.</exception>
    public T? ArgumentsAs<T>(JsonTypeInfo<T> typeInfo)
    {
        string? arguments = Function?.Arguments;
        return JsonSerializer.Deserialize(string.IsNullOrWhiteSpace(arguments) ? "{}" : LoneSurrogates.MendJson(arguments), typeInfo);
    }

    /// <summary>The arguments as a type of your own, whose members are found by reflection.</summary>
    /// <typeparam name="T">The type; members in camel case, enumerations as their names.</typeparam>
    /// <returns>The arguments; null when they are the JSON null. No text at all counts as <c>{}</c>.</returns>
    /// <exception cref="JsonException">The arguments are no JSON, or do not fit the type.</exception>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public T? ArgumentsAs<T>() => ArgumentsAs(ReflectionJson.TypeInfo<T>());
}

/// <summary>Which function the model calls, and with what.</summary>
public sealed partial class ChatCompletionFunctionCall : BedrockObject
{
    /// <summary>The function.</summary>
    /// <value>A name from the request's tools; in a stream only on the first piece; omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What the function is called with.</summary>
    /// <value>A JSON object as text, which the model can get wrong; in a stream a piece of it; omitted when null.</value>
    [JsonPropertyName("arguments"), JsonConverter(typeof(PieceTextConverter))]
    public string? Arguments { get; set; }

    /// <summary>The arguments as JSON; none stand for <c>{}</c>.</summary>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The model's text is not JSON.</exception>
    public JsonElement ReadArguments() => JsonElement.Parse(string.IsNullOrWhiteSpace(Arguments) ? "{}" : Arguments);
}
