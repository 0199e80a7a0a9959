namespace Bedrock.Toolkit.Models;

/// <summary>An answer of a Nova model.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html</remarks>
public sealed partial class NovaResponse : BedrockResponse
{
    /// <summary>The answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output"), JsonConverter(typeof(NovaObjectConverter<NovaOutput>))]
    public NovaOutput? Output { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public NovaStopReason? StopReason { get; set; }

    /// <summary>The tokens of the call, as the body tells them; <see cref="BedrockResponse.TokenUsage"/> has them in the shape of all families.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(NovaObjectConverter<NovaUsage>))]
    public NovaUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metrics"), JsonConverter(typeof(NovaObjectConverter<NovaMetrics>))]
    public NovaMetrics? Metrics { get; set; }

    /// <summary>The blocks of the answer.</summary>
    /// <value>Empty when there are none.</value>
    [JsonIgnore]
    public IList<NovaContentBlock> Content => Output?.Message?.Content ?? [];

    /// <summary>The texts of all text blocks, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => NovaContents.TextOf(Content);

    /// <summary>The calls that the model asks for.</summary>
    /// <value>In the order of the answer; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<NovaToolUse> ToolCalls => NovaContents.ToolCallsOf(Content);

    /// <summary>The answer as a turn of the conversation, to be added to the next request.</summary>
    /// <returns>A message with the same block objects.</returns>
    public NovaMessage ToMessage() => new()
    {
        Role = Output?.Message?.Role ?? NovaRole.Assistant,
        Content = [.. Content],
        AdditionalProperties = Output?.Message?.AdditionalProperties.Copy(),
    };

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage is null ? null : new TokenUsage
    {
        InputTokens = Usage.InputTokens,
        OutputTokens = Usage.OutputTokens,
        TotalTokens = Usage.TotalTokens,
        CacheReadInputTokens = Usage.CacheReadInputTokenCount,
        CacheWriteInputTokens = Usage.CacheWriteInputTokenCount,
    };

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Count(Content.Count, "block"), StopReason?.Value);
}

/// <summary>The answer.</summary>
public sealed partial class NovaOutput : BedrockObject
{
    /// <summary>The message.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(NovaObjectConverter<NovaOutputMessage>))]
    public NovaOutputMessage? Message { get; set; }
}

/// <summary>The answer's message.</summary>
public sealed partial class NovaOutputMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public NovaRole? Role { get; set; }

    /// <summary>What the model says.</summary>
    /// <value>Blocks; never null.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(NovaListConverter<NovaContentBlock>)), AllowNull]
    public IList<NovaContentBlock> Content { get; set => field = value ?? []; } = [];

    /// <summary>The text: all text blocks together.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => NovaContents.TextOf(Content);

    /// <summary>The calls of your tools.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<NovaToolUse> ToolCalls => NovaContents.ToolCallsOf(Content);

    /// <summary>The images.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<NovaImage> Images => NovaContents.ImagesOf(Content);

    private protected override ObjectSummary Summarise() => new("Text", Role?.Value, ObjectSummary.Count(Content.Count, "block"));
}

/// <summary>One turn of a conversation.</summary>
public sealed partial class NovaMessage : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>user</c> or <c>assistant</c>, beginning with the user; an assistant's turn at the end is the beginning of the answer.</value>
    [JsonPropertyName("role")]
    public required NovaRole Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>At least one block.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(NovaListConverter<NovaContentBlock>)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required IList<NovaContentBlock> Content { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="content">Blocks; a string is a text block.</param>
    /// <returns>The message.</returns>
    public static NovaMessage User(params IEnumerable<NovaContentBlock> content) => new() { Role = NovaRole.User, Content = [.. content] };

    /// <summary>A turn of the model.</summary>
    /// <param name="content">Blocks; a string is a text block.</param>
    /// <returns>The message.</returns>
    public static NovaMessage Assistant(params IEnumerable<NovaContentBlock> content) => new() { Role = NovaRole.Assistant, Content = [.. content] };

    /// <summary>The text: all text blocks together.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => NovaContents.TextOf(Content);

    /// <summary>The calls of your tools.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<NovaToolUse> ToolCalls => NovaContents.ToolCallsOf(Content);

    /// <summary>The images.</summary>
    /// <value>In their order; empty when there are none.</value>
    [JsonIgnore]
    public IReadOnlyList<NovaImage> Images => NovaContents.ImagesOf(Content);

    private protected override ObjectSummary Summarise() => new("Text", Role.Value, ObjectSummary.Count(Content?.Count ?? 0, "block"));
}

/// <summary>How long the call took.</summary>
public sealed partial class NovaMetrics : BedrockObject
{
    /// <summary>The time at the service.</summary>
    /// <value>In milliseconds; documented, but missing in recorded answers; omitted when null.</value>
    [JsonPropertyName("latencyMs"), JsonConverter(typeof(CountConverter))]
    public int? LatencyMs { get; set; }
}

/// <summary>A call of a tool.</summary>
public sealed partial class NovaToolUse : BedrockObject
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>Such as <c>tooluse_…</c>; empty by default.</value>
    [JsonPropertyName("toolUseId"), AllowNull]
    public string ToolUseId { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>The tool.</summary>
    /// <value>A name from the request's tools; empty by default.</value>
    [JsonPropertyName("name"), AllowNull]
    public string Name { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What the tool is called with.</summary>
    /// <value>A JSON object; <c>{}</c> by default. After a stream whose pieces are no JSON a JSON string with the raw text.</value>
    [JsonPropertyName("input")]
    public JsonElement Input { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;

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

/// <summary>The tokens of a call.</summary>
public sealed partial class NovaUsage : BedrockObject
{
    /// <summary>Tokens read that came from no cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("inputTokens"), JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("outputTokens"), JsonConverter(typeof(CountConverter))]
    public int? OutputTokens { get; set; }

    /// <summary>Tokens read and written.</summary>
    /// <value>Not in streams; omitted when null.</value>
    [JsonPropertyName("totalTokens"), JsonConverter(typeof(CountConverter))]
    public int? TotalTokens { get; set; }

    /// <summary>Tokens read from the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cacheReadInputTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? CacheReadInputTokenCount { get; set; }

    /// <summary>Tokens written to the prompt cache.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cacheWriteInputTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? CacheWriteInputTokenCount { get; set; }
}
