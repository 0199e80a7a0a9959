namespace Bedrock.Toolkit.Models;

/// <summary>A piece of a block in a stream: a closed set, with <see cref="NovaUnknownDelta"/> for what this version does not know.</summary>
[JsonConverter(typeof(NovaContentDeltaConverter))]
public abstract partial class NovaContentDelta : BedrockObject
{
    private protected NovaContentDelta() { }
}

/// <summary>A piece of reasoning.</summary>
public sealed partial class NovaReasoningContentDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("reasoningContent"), JsonConverter(typeof(NovaObjectConverter<NovaReasoningDelta>))]
    public NovaReasoningDelta? ReasoningContent { get; set; }
}

/// <summary>A piece of text.</summary>
public sealed partial class NovaTextDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter)), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A piece of the result of a built-in tool.</summary>
public sealed partial class NovaToolResultDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>A list of blocks by the shape of Converse; unconfirmed for InvokeModel; omitted when null.</value>
    [JsonPropertyName("toolResult")]
    public JsonElement? ToolResult { get; set; }
}

/// <summary>A piece of a tool call.</summary>
public sealed partial class NovaToolUseDelta : NovaContentDelta
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse"), JsonConverter(typeof(NovaObjectConverter<NovaToolInputDelta>))]
    public NovaToolInputDelta? ToolUse { get; set; }
}

/// <summary>A piece of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class NovaUnknownDelta : NovaContentDelta, IRawVariant;

/// <summary>Reads and writes <see cref="NovaContentDelta"/> by the member that only one variant has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaContentDeltaConverter() : SingleKeyUnionConverter<NovaContentDelta>(
    NovaJsonContext.Default, static raw => new NovaUnknownDelta(raw),
    Case<NovaTextDelta>("text"),
    Case<NovaToolUseDelta>("toolUse"),
    Case<NovaReasoningContentDelta>("reasoningContent"),
    Case<NovaToolResultDelta>("toolResult"));

/// <summary>A piece of a tool's input.</summary>
public sealed partial class NovaToolInputDelta : BedrockObject
{
    /// <summary>The piece.</summary>
    /// <value>Part of a JSON text; the pieces of a block are joined and then read; omitted when null.</value>
    [JsonPropertyName("input"), JsonConverter(typeof(PieceTextConverter))]
    public string? Input { get; set; }
}

/// <summary>A piece of reasoning.</summary>
/// <remarks>The shape is that of Converse; unconfirmed for InvokeModel.</remarks>
public sealed partial class NovaReasoningDelta : BedrockObject
{
    /// <summary>A piece of its text.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter))]
    public string? Text { get; set; }

    /// <summary>The service's mark.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("signature")]
    public string? Signature { get; set; }

    /// <summary>Reasoning that only the service can read.</summary>
    /// <value>Base64; omitted when null.</value>
    [JsonPropertyName("redactedContent")]
    public string? RedactedContent { get; set; }
}
