namespace Bedrock.Toolkit.Models;

/// <summary>An answer in the Claude Messages format.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html</remarks>
public sealed partial class ClaudeResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Such as <c>msg_bdrk_…</c>, <c>compl_…</c> from Claude 2 and Instant; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>message</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public ClaudeRole? Role { get; set; }

    /// <summary>The vendor's name of the model.</summary>
    /// <value>Such as <c>claude-sonnet-4-5-20250929</c>, not the Bedrock id; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Blocks; empty after some refusals.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(ClaudeListConverter<ClaudeContentBlock>)), AllowNull]
    public IList<ClaudeContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ClaudeStopReason? StopReason { get; set; }

    /// <summary>The stop sequence that came up.</summary>
    /// <value>With the reason <c>stop_sequence</c>; omitted when null.</value>
    [JsonPropertyName("stop_sequence")]
    public string? StopSequence { get; set; }

    /// <summary>More about a refusal; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_details"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeStopDetails>))]
    public ClaudeStopDetails? StopDetails { get; set; }

    /// <summary>The tokens of the call, as the body tells them; <see cref="BedrockResponse.TokenUsage"/> has them in the shape of all families.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeUsage>))]
    public ClaudeUsage? Usage { get; set; }

    /// <summary>What was taken out of the conversation.</summary>
    /// <value>Only with the beta; omitted when null.</value>
    [JsonPropertyName("context_management"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextManagementResult>))]
    public ClaudeContextManagementResult? ContextManagement { get; set; }

    /// <summary>The texts of all text blocks, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => Content is [ClaudeTextBlock only] ? only.Text : string.Concat(Content.OfType<ClaudeTextBlock>().Select(block => block.Text));

    /// <summary>The calls that the model asks for.</summary>
    /// <value>In the order of the answer; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ClaudeToolUseBlock> ToolCalls => [.. Content.OfType<ClaudeToolUseBlock>()];

    /// <summary>The answer as a turn of the conversation, to be added to the next request.</summary>
    /// <returns>A message with the same block objects.</returns>
    public ClaudeMessage ToMessage() => new() { Role = Role ?? ClaudeRole.Assistant, Content = [.. Content] };

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage is null ? null : new TokenUsage
    {
        InputTokens = Usage.InputTokens,
        OutputTokens = Usage.OutputTokens,
        CacheReadInputTokens = Usage.CacheReadInputTokens,
        CacheWriteInputTokens = Usage.CacheCreationInputTokens,
        CacheDetails = Usage.CacheCreation?.ToDetails(),
    };

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Content.Count, "block"), StopReason?.Value);
}

/// <summary>One turn of a conversation.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html</remarks>
public sealed partial class ClaudeMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c> or <c>assistant</c>, beginning with the user; <c>system</c> only with a beta.</value>
    [JsonPropertyName("role")]
    public required ClaudeRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>A string, or blocks.</value>
    [JsonPropertyName("content"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ClaudeContent Content { get; set; }

    /// <summary>The effort from this turn on.</summary>
    /// <value>Only on a <c>system</c> turn, with a beta of Fable 5.1 (unconfirmed which); omitted when null.</value>
    [JsonPropertyName("output_config"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeOutputConfig>))]
    public ClaudeOutputConfig? OutputConfig { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage User(ClaudeContent content) => new() { Role = ClaudeRole.User, Content = content };

    /// <summary>A turn of the user: a text, and what goes with it, such as <c>User("What is this?", image)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Images, documents and texts behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage User(string text, params ReadOnlySpan<ClaudeContentBlock> blocks) =>
        User(blocks.IsEmpty ? new ClaudeContent(text) : ClaudeContent.Create([text, .. blocks]));

    /// <summary>A turn of the user: images, documents and texts in their order.</summary>
    /// <param name="first">The first.</param>
    /// <param name="blocks">Those behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage User(ClaudeContentBlock first, params ReadOnlySpan<ClaudeContentBlock> blocks) =>
        User(ClaudeContent.Create([first, .. blocks]));

    /// <summary>A turn of the model.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage Assistant(ClaudeContent content) => new() { Role = ClaudeRole.Assistant, Content = content };

    /// <summary>A turn of the model: a text, and what goes with it, such as <c>Assistant("What is this?", image)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Images, documents and texts behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage Assistant(string text, params ReadOnlySpan<ClaudeContentBlock> blocks) =>
        Assistant(blocks.IsEmpty ? new ClaudeContent(text) : ClaudeContent.Create([text, .. blocks]));

    /// <summary>A turn of the model: images, documents and texts in their order.</summary>
    /// <param name="first">The first.</param>
    /// <param name="blocks">Those behind it; a <see cref="BedrockImage"/> and a string will do.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage Assistant(ClaudeContentBlock first, params ReadOnlySpan<ClaudeContentBlock> blocks) =>
        Assistant(ClaudeContent.Create([first, .. blocks]));

    /// <summary>An instruction in the middle of the conversation; only with a beta. For the system prompt see <see cref="ClaudeRequest.System"/>.</summary>
    /// <param name="content">A string, or blocks.</param>
    /// <returns>The message.</returns>
    public static ClaudeMessage System(ClaudeContent content) => new() { Role = ClaudeRole.System, Content = content };

    /// <summary>The text: all text blocks together.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Content?.Text ?? string.Empty;

    /// <summary>The calls of your tools.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<ClaudeToolUseBlock> ToolCalls => [.. Content?.OfType<ClaudeToolUseBlock>() ?? []];

    /// <summary>The images.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<ClaudeImageBlock> Images => [.. Content?.OfType<ClaudeImageBlock>() ?? []];

    private protected override ObjectSummary Summarise() => new("Text", Role.Value, ObjectSummary.Count(Content?.Count ?? 0, "block"));
}

/// <summary>How much work goes into the answer, and what form it has.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-structured-outputs.html</remarks>
public sealed partial class ClaudeOutputConfig : BedrockObject
{
    /// <summary>How much work the model puts into the answer.</summary>
    /// <value><c>high</c> by default, <c>medium</c> on Opus 5.5 and Haiku 5.5; omitted when null.</value>
    [JsonPropertyName("effort")]
    public ClaudeEffort? Effort { get; set; }

    /// <summary>The form that the answer must have.</summary>
    /// <value>Sonnet 4.5, Haiku 4.5, Opus 4.5, Sonnet 4.6 and Opus 4.6, refused by others; not together with citations; omitted when null.</value>
    [JsonPropertyName("format"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeOutputFormat>))]
    public ClaudeOutputFormat? Format { get; set; }
}

/// <summary>The form that the answer must have.</summary>
public sealed partial class ClaudeOutputFormat : BedrockObject
{
    /// <summary>The kind of form.</summary>
    /// <value><c>json_schema</c>, the only documented one and the default.</value>
    [JsonPropertyName("type"), AllowNull]
    public string Type { get; set => field = value ?? "json_schema"; } = "json_schema";

    /// <summary>The JSON schema of the answer.</summary>
    /// <value>A schema of type object; omitted when null.</value>
    [JsonPropertyName("schema")]
    public JsonElement? Schema { get; set; }

    /// <summary>JSON that follows a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The form.</returns>
    public static ClaudeOutputFormat JsonSchema(JsonElement schema) => new() { Schema = schema };
}

/// <summary>More about why the model stopped. Documented by the vendor, unconfirmed on Bedrock.</summary>
public sealed partial class ClaudeStopDetails : BedrockObject
{
    /// <summary>The kind of details.</summary>
    /// <value><c>refusal</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>What the refusal is about.</summary>
    /// <value>Such as <c>cyber</c>, <c>bio</c>, <c>frontier_llm</c>, <c>reasoning_extraction</c>, <c>general_harms</c>; omitted when null.</value>
    [JsonPropertyName("category")]
    public string? Category { get; set; }

    /// <summary>The refusal in words.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("explanation")]
    public string? Explanation { get; set; }
}

/// <summary>The model asks the caller to run a tool.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-tool-use.html</remarks>
public sealed partial class ClaudeToolUseBlock : ClaudeContentBlock
{
    /// <summary>A call without name and id.</summary>
    public ClaudeToolUseBlock() { }

    /// <summary>A call of a tool.</summary>
    /// <param name="id">The id that the result refers to.</param>
    /// <param name="name">The tool.</param>
    /// <param name="input">What the tool is called with.</param>
    public ClaudeToolUseBlock(string id, string name, JsonElement input)
    {
        Id = id;
        Name = name;
        Input = input;
    }

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "tool_use";

    /// <summary>The id that the result refers to.</summary>
    /// <value>Such as <c>toolu_bdrk_…</c>; empty by default.</value>
    [JsonPropertyName("id"), AllowNull]
    public string Id { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool is called with.</summary>
    /// <value>
    /// A JSON object; <c>{}</c> by default. After a stream whose pieces are no JSON (it was cut short, or the model wrote something else) a JSON
    /// string with the raw text.
    /// </value>
    [JsonPropertyName("input")]
    public JsonElement Input { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cache_control"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeCacheControl>))]
    public ClaudeCacheControl? CacheControl { get; set; }

    /// <summary>The input as a type of your own.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, from your own JSON context.</param>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type.</exception>
    public T? InputAs<T>(JsonTypeInfo<T> typeInfo) => Input.Deserialize(typeInfo);

    /// <summary>The input as a type of your own, whose members are found by reflection.</summary>
    /// <typeparam name="T">The type; members in camel case, enumerations as their names.</typeparam>
    /// <returns>The input; null when it is the JSON null.</returns>
    /// <exception cref="JsonException">The input does not fit the type.</exception>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public T? InputAs<T>() => InputAs(ReflectionJson.TypeInfo<T>());
}
