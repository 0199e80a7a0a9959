namespace Bedrock.Toolkit.Models;

/// <summary>One block of content, in a message, a system prompt, a tool result or an answer: a closed set, with <see cref="NovaUnknownBlock"/> for what
/// this version does not know.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html</remarks>
[JsonConverter(typeof(NovaContentBlockConverter))]
public abstract partial class NovaContentBlock : BedrockObject
{
    private protected NovaContentBlock() { }

    /// <summary>A text block.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator NovaContentBlock(string text) => new NovaTextBlock(text);

    /// <summary>An image block.</summary>
    /// <param name="image">The image; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no PNG, JPEG, GIF or WebP file.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator NovaContentBlock?(BedrockImage? image) => image is null ? null : NovaImageBlock.FromBytes(image.Bytes);
}

/// <summary>A cache point between blocks: what stands before it is cached.</summary>
public sealed partial class NovaCachePointBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaCachePointBlock() { }

    /// <summary>A cache point.</summary>
    /// <param name="cachePoint">The point.</param>
    public NovaCachePointBlock(NovaCachePoint cachePoint) => CachePoint = cachePoint;

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("cachePoint"), JsonConverter(typeof(NovaObjectConverter<NovaCachePoint>))]
    public NovaCachePoint? CachePoint { get; set; }

    /// <summary>A cache point of the default kind.</summary>
    /// <returns>The block.</returns>
    public static NovaCachePointBlock Default() => new(new NovaCachePoint());
}

/// <summary>Content that a guardrail looks at.</summary>
/// <remarks>The shape is that of Converse; unconfirmed for InvokeModel, where AWS documents tags in the text instead.</remarks>
public sealed partial class NovaGuardContentBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaGuardContentBlock() { }

    /// <summary>A text that a guardrail looks at.</summary>
    /// <param name="text">The text.</param>
    /// <param name="qualifiers">As what the guardrail sees it.</param>
    public NovaGuardContentBlock(string text, params IEnumerable<NovaGuardQualifier> qualifiers)
    {
        List<NovaGuardQualifier> all = [.. qualifiers];
        GuardContent = new NovaGuardContent { Text = new NovaGuardText { Text = text, Qualifiers = all.Count == 0 ? null : all } };
    }

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("guardContent"), JsonConverter(typeof(NovaObjectConverter<NovaGuardContent>))]
    public NovaGuardContent? GuardContent { get; set; }
}

/// <summary>A JSON value: in the content of a tool result only.</summary>
public sealed partial class NovaJsonBlock : NovaContentBlock
{
    /// <summary>An empty object.</summary>
    public NovaJsonBlock() { }

    /// <summary>A value.</summary>
    /// <param name="json">The value.</param>
    public NovaJsonBlock(JsonElement json) => Json = json;

    /// <summary>The value.</summary>
    /// <value>Any JSON value, an object by AWS's examples; <c>{}</c> by default.</value>
    [JsonPropertyName("json")]
    public JsonElement Json { get; set => field = value.ValueKind == JsonValueKind.Undefined ? RawJson.EmptyObject : value; } = RawJson.EmptyObject;
}

/// <summary>What a Nova 2 model thought, to be sent back unchanged.</summary>
public sealed partial class NovaReasoningBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaReasoningBlock() { }

    /// <summary>A piece of reasoning.</summary>
    /// <param name="text">What the model thought.</param>
    /// <param name="signature">The service's mark; null when there was none.</param>
    public NovaReasoningBlock(string text, string? signature = null) =>
        ReasoningContent = new NovaReasoning { ReasoningText = new NovaReasoningText { Text = text, Signature = signature } };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("reasoningContent"), JsonConverter(typeof(NovaObjectConverter<NovaReasoning>))]
    public NovaReasoning? ReasoningContent { get; set; }
}

/// <summary>Text.</summary>
public sealed partial class NovaTextBlock : NovaContentBlock
{
    /// <summary>An empty text.</summary>
    public NovaTextBlock() { }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public NovaTextBlock(string text) => Text = text;

    /// <summary>The text.</summary>
    /// <value>Not blank in a user message; empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>A cache point behind this block.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cachePoint"), JsonConverter(typeof(NovaObjectConverter<NovaCachePoint>))]
    public NovaCachePoint? CachePoint { get; set; }
}

/// <summary>What a tool gave: in a user message, one for each call of the turn before; in an answer, the result of a built-in tool.</summary>
public sealed partial class NovaToolResultBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaToolResultBlock() { }

    /// <summary>A result.</summary>
    /// <param name="toolUseId">The id of the call.</param>
    /// <param name="content">What the tool gave.</param>
    /// <param name="status">Whether the tool succeeded; null for the default, success.</param>
    public NovaToolResultBlock(string toolUseId, IEnumerable<NovaContentBlock> content, NovaToolResultStatus? status = null) =>
        ToolResult = new NovaToolResult { ToolUseId = toolUseId, Content = [.. content], Status = status };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("toolResult"), JsonConverter(typeof(NovaObjectConverter<NovaToolResult>))]
    public NovaToolResult? ToolResult { get; set; }
}

/// <summary>The model asks the caller to run a tool.</summary>
public sealed partial class NovaToolUseBlock : NovaContentBlock
{
    /// <summary>An empty block.</summary>
    public NovaToolUseBlock() { }

    /// <summary>A call of a tool.</summary>
    /// <param name="toolUseId">The id that the result refers to.</param>
    /// <param name="name">The tool.</param>
    /// <param name="input">What the tool is called with.</param>
    public NovaToolUseBlock(string toolUseId, string name, JsonElement input) =>
        ToolUse = new NovaToolUse { ToolUseId = toolUseId, Name = name, Input = input };

    /// <summary>The content.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("toolUse"), JsonConverter(typeof(NovaObjectConverter<NovaToolUse>))]
    public NovaToolUse? ToolUse { get; set; }
}

/// <summary>A block of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class NovaUnknownBlock : NovaContentBlock, IRawVariant;

/// <summary>Reads and writes <see cref="NovaContentBlock"/> by the member that only one variant has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaContentBlockConverter : SingleKeyUnionConverter<NovaContentBlock>
{
    /// <summary>Creates the converter.</summary>
    public NovaContentBlockConverter()
        : base(
            NovaJsonContext.Default, CreateUnknown,
            Case<NovaTextBlock>("text"),
            Case<NovaToolUseBlock>("toolUse"),
            Case<NovaToolResultBlock>("toolResult"),
            Case<NovaImageBlock>("image"),
            Case<NovaVideoBlock>("video"),
            Case<NovaReasoningBlock>("reasoningContent"),
            Case<NovaJsonBlock>("json"),
            Case<NovaAudioBlock>("audio"),
            Case<NovaDocumentBlock>("document"),
            Case<NovaGuardContentBlock>("guardContent")) =>
        AddVariant(typeof(NovaCachePointBlock));

    // A cache point comes alone or beside a text: it counts only when nothing else is there, wherever in the object it stands.
    private static NovaContentBlock CreateUnknown(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty("cachePoint", out JsonElement point) && point.ValueKind == JsonValueKind.Object
            ? raw.Deserialize(NovaJsonContext.Default.NovaCachePointBlock)!
            : new NovaUnknownBlock(raw);
}

/// <summary>The content of a reasoning block.</summary>
public sealed partial class NovaReasoning : BedrockObject
{
    /// <summary>The reasoning as text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningText"), JsonConverter(typeof(NovaObjectConverter<NovaReasoningText>))]
    public NovaReasoningText? ReasoningText { get; set; }

    /// <summary>Reasoning that only the service can read.</summary>
    /// <value>Base64, to be sent back unchanged; unconfirmed for InvokeModel; omitted when null.</value>
    [JsonPropertyName("redactedContent")]
    public string? RedactedContent { get; set; }
}

/// <summary>The text of a piece of reasoning.</summary>
public sealed partial class NovaReasoningText : BedrockObject
{
    /// <summary>What the model thought.</summary>
    /// <value><c>[REDACTED]</c> in every documented answer; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The service's mark, to be sent back unchanged.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("signature")]
    public string? Signature { get; set; }
}
