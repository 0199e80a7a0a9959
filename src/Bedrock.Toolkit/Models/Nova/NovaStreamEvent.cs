using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer: a closed set, with <see cref="NovaUnknownStreamEvent"/> for what this version does not know.</summary>
/// <remarks>In order: message start; for each block deltas and a stop, for a tool call a start before them; message stop; metadata. Sources:
/// https://docs.aws.amazon.com/nova/latest/userguide/using-invoke-api.html and recorded streams.</remarks>
[JsonConverter(typeof(NovaStreamEventConverter))]
public abstract partial class NovaStreamEvent : BedrockStreamEvent
{
    private protected NovaStreamEvent() { }

    /// <summary>The piece of the answer's text that this event brings.</summary>
    /// <value>Null when the event brings no text, as for reasoning and tool input.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}

/// <summary>A piece of a block.</summary>
public sealed partial class NovaContentBlockDeltaEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("contentBlockDelta"), JsonConverter(typeof(NovaObjectConverter<NovaContentBlockDelta>))]
    public NovaContentBlockDelta? ContentBlockDelta { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => (ContentBlockDelta?.Delta as NovaTextDelta)?.Text;
}

/// <summary>A block begins: only tool calls and the like, text has no such event.</summary>
public sealed partial class NovaContentBlockStartEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("contentBlockStart"), JsonConverter(typeof(NovaObjectConverter<NovaContentBlockStart>))]
    public NovaContentBlockStart? ContentBlockStart { get; set; }
}

/// <summary>A block ends.</summary>
public sealed partial class NovaContentBlockStopEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("contentBlockStop"), JsonConverter(typeof(NovaObjectConverter<NovaContentBlockStop>))]
    public NovaContentBlockStop? ContentBlockStop { get; set; }
}

/// <summary>The answer begins.</summary>
public sealed partial class NovaMessageStartEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("messageStart"), JsonConverter(typeof(NovaObjectConverter<NovaMessageStart>))]
    public NovaMessageStart? MessageStart { get; set; }
}

/// <summary>The answer ends: the end mark of the stream.</summary>
public sealed partial class NovaMessageStopEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("messageStop"), JsonConverter(typeof(NovaObjectConverter<NovaMessageStop>))]
    public NovaMessageStop? MessageStop { get; set; }
}

/// <summary>What the service tells after the answer.</summary>
public sealed partial class NovaMetadataEvent : NovaStreamEvent
{
    /// <summary>The content of the event.</summary>
    /// <value>Null only in an object that is not filled yet.</value>
    [JsonPropertyName("metadata"), JsonConverter(typeof(NovaObjectConverter<NovaStreamMetadata>))]
    public NovaStreamMetadata? Metadata { get; set; }
}

/// <summary>An event of a kind that this version does not know; it is written back exactly as it was read.</summary>
/// <remarks>Bedrock's own members (metrics, guardrail) are read from it. Only <see cref="Raw"/> is written: members set on this object are not.</remarks>
public sealed partial class NovaUnknownStreamEvent : NovaStreamEvent, IRawVariant
{
    /// <summary>An event as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public NovaUnknownStreamEvent(JsonElement raw)
    {
        Raw = raw;
        if (raw.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (raw.TryGetProperty("amazon-bedrock-invocationMetrics", out JsonElement metrics) && metrics.ValueKind == JsonValueKind.Object)
        {
            InvocationMetrics = metrics.Deserialize(NovaJsonContext.Default.BedrockInvocationMetrics);
        }

        if (raw.TextOf("amazon-bedrock-guardrailAction") is { Length: > 0 } action)
        {
            GuardrailAction = action;
        }

        if (raw.TryGetProperty("amazon-bedrock-trace", out JsonElement trace))
        {
            GuardrailTrace = trace;
        }
    }

    /// <summary>The whole event.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

/// <summary>Reads and writes <see cref="NovaStreamEvent"/> by the member that only one variant has.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NovaStreamEventConverter() : SingleKeyUnionConverter<NovaStreamEvent>(
    NovaJsonContext.Default, static raw => new NovaUnknownStreamEvent(raw),
    Case<NovaContentBlockDeltaEvent>("contentBlockDelta"),
    Case<NovaContentBlockStopEvent>("contentBlockStop"),
    Case<NovaContentBlockStartEvent>("contentBlockStart"),
    Case<NovaMessageStartEvent>("messageStart"),
    Case<NovaMessageStopEvent>("messageStop"),
    Case<NovaMetadataEvent>("metadata"));

/// <summary>The beginning of an answer.</summary>
public sealed partial class NovaMessageStart : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public NovaRole? Role { get; set; }
}

/// <summary>The end of an answer.</summary>
public sealed partial class NovaMessageStop : BedrockObject
{
    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public NovaStopReason? StopReason { get; set; }
}

/// <summary>The end of a block.</summary>
public sealed partial class NovaContentBlockStop : BedrockObject
{
    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; numbers can be left out.</value>
    [JsonPropertyName("contentBlockIndex"), JsonConverter(typeof(CountConverter))]
    public int ContentBlockIndex { get; set; }
}

/// <summary>A piece of a block.</summary>
public sealed partial class NovaContentBlockDelta : BedrockObject
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta"), JsonConverter(typeof(NovaObjectConverter<NovaContentDelta>))]
    public NovaContentDelta? Delta { get; set; }

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; numbers can be left out.</value>
    [JsonPropertyName("contentBlockIndex"), JsonConverter(typeof(CountConverter))]
    public int ContentBlockIndex { get; set; }
}

/// <summary>What the service tells after the answer.</summary>
public sealed partial class NovaStreamMetadata : BedrockObject
{
    /// <summary>The tokens of the call.</summary>
    /// <value>Without a total; omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(NovaObjectConverter<NovaUsage>))]
    public NovaUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Empty in recorded streams; omitted when null.</value>
    [JsonPropertyName("metrics"), JsonConverter(typeof(NovaObjectConverter<NovaMetrics>))]
    public NovaMetrics? Metrics { get; set; }

    /// <summary>What a guardrail found.</summary>
    /// <value>Empty in recorded streams; omitted when null.</value>
    [JsonPropertyName("trace")]
    public JsonElement? Trace { get; set; }
}

/// <summary>The beginning of a block.</summary>
public sealed partial class NovaContentBlockStart : BedrockObject
{
    /// <summary>What the block begins with.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("start"), JsonConverter(typeof(NovaObjectConverter<NovaBlockStart>))]
    public NovaBlockStart? Start { get; set; }

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; numbers can be left out.</value>
    [JsonPropertyName("contentBlockIndex"), JsonConverter(typeof(CountConverter))]
    public int ContentBlockIndex { get; set; }
}

/// <summary>What a block begins with.</summary>
public sealed partial class NovaBlockStart : BedrockObject
{
    /// <summary>A tool call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUse"), JsonConverter(typeof(NovaObjectConverter<NovaToolUseStart>))]
    public NovaToolUseStart? ToolUse { get; set; }

    /// <summary>The result of a built-in tool; unconfirmed for InvokeModel.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolResult"), JsonConverter(typeof(NovaObjectConverter<NovaToolResultStart>))]
    public NovaToolResultStart? ToolResult { get; set; }
}

/// <summary>The beginning of the result of a built-in tool; its content comes in pieces.</summary>
public sealed partial class NovaToolResultStart : BedrockObject
{
    /// <summary>The id of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUseId")]
    public string? ToolUseId { get; set; }

    /// <summary>Which built-in tool gave it.</summary>
    /// <value>Such as <c>nova_code_interpreter_result</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Whether the tool succeeded.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("status")]
    public NovaToolResultStatus? Status { get; set; }
}

/// <summary>The beginning of a tool call; its input comes in pieces.</summary>
public sealed partial class NovaToolUseStart : BedrockObject
{
    /// <summary>The id that the result refers to.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("toolUseId")]
    public string? ToolUseId { get; set; }

    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The kind of tool, for a built-in one; unconfirmed for InvokeModel.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }
}
