using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer: a closed set, with <see cref="ClaudeUnknownStreamEvent"/> for what this version does not know.</summary>
/// <remarks>
/// In order: message start; for each block a start, deltas and a stop; message delta; message stop. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html and recorded streams.
/// </remarks>
[JsonConverter(typeof(ClaudeStreamEventConverter))]
public abstract partial class ClaudeStreamEvent : BedrockStreamEvent
{
    private protected ClaudeStreamEvent() { }

    /// <summary>The kind of event on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public abstract string Type { get; }

    /// <summary>The piece of the answer's text that this event brings.</summary>
    /// <value>Null when the event brings no text, as for thinking and tool input.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}

/// <summary>A piece of a block.</summary>
public sealed partial class ClaudeContentBlockDeltaEvent : ClaudeStreamEvent
{
    // The piece; of a piece of text only the text, until somebody asks for the piece.
    private object? _delta;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "content_block_delta";

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }

    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContentDelta>))]
    public ClaudeContentDelta? Delta
    {
        get
        {
            if (_delta is string text)
            {
                // Whoever else asks at the same time gets the same object.
                Interlocked.CompareExchange(ref _delta, new ClaudeTextDelta { Text = text }, text);
            }

            return (ClaudeContentDelta?)_delta;
        }
        set => _delta = value;
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => _delta as string ?? (_delta as ClaudeTextDelta)?.Text;

    /// <summary>A piece of text.</summary>
    internal static ClaudeContentBlockDeltaEvent OfText(int index, string text) => new() { Index = index, _delta = text };
}

/// <summary>A block begins.</summary>
public sealed partial class ClaudeContentBlockStartEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "content_block_start";

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }

    /// <summary>The block, still without what the deltas bring.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content_block"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContentBlock>))]
    public ClaudeContentBlock? ContentBlock { get; set; }
}

/// <summary>A block is complete.</summary>
public sealed partial class ClaudeContentBlockStopEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "content_block_stop";

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int Index { get; set; }
}

/// <summary>An error that the vendor puts into the stream as an event; Bedrock normally ends the stream with an exception instead.</summary>
public sealed partial class ClaudeErrorEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "error";

    /// <summary>The error.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("error"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeStreamError>))]
    public ClaudeStreamError? Error { get; set; }
}

/// <summary>What is only known at the end of the answer.</summary>
public sealed partial class ClaudeMessageDeltaEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "message_delta";

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeMessageDelta>))]
    public ClaudeMessageDelta? Delta { get; set; }

    /// <summary>The tokens of the call; the counts take the place of earlier ones.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeUsage>))]
    public ClaudeUsage? Usage { get; set; }

    /// <summary>What was taken out of the conversation.</summary>
    /// <value>Only with the beta; omitted when null.</value>
    [JsonPropertyName("context_management"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextManagementResult>))]
    public ClaudeContextManagementResult? ContextManagement { get; set; }
}

/// <summary>The stream begins.</summary>
public sealed partial class ClaudeMessageStartEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "message_start";

    /// <summary>The answer without content, with the first counts.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeResponse>))]
    public ClaudeResponse? Message { get; set; }
}

/// <summary>The stream is complete.</summary>
public sealed partial class ClaudeMessageStopEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "message_stop";
}

/// <summary>A sign of life; unconfirmed on Bedrock.</summary>
public sealed partial class ClaudePingEvent : ClaudeStreamEvent
{
    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "ping";
}

/// <summary>An event of a kind that this version does not know; it is written back exactly as it was read.</summary>
/// <remarks>Bedrock's own members (metrics, guardrail) are read from it. Only <see cref="Raw"/> is written: members set on this object are not.</remarks>
public sealed partial class ClaudeUnknownStreamEvent : ClaudeStreamEvent, IRawVariant
{
    /// <summary>An event as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownStreamEvent(JsonElement raw)
    {
        Raw = raw;
        if (raw.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (raw.TryGetProperty("amazon-bedrock-invocationMetrics", out JsonElement metrics) && metrics.ValueKind == JsonValueKind.Object)
        {
            InvocationMetrics = metrics.Deserialize(ClaudeJsonContext.Default.BedrockInvocationMetrics);
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

    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");

    /// <summary>The whole event.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

/// <summary>Reads and writes <see cref="ClaudeStreamEvent"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeStreamEventConverter() : TaggedUnionConverter<ClaudeStreamEvent>(
    ClaudeJsonContext.Default, static raw => new ClaudeUnknownStreamEvent(raw), "type",
    Case<ClaudeContentBlockDeltaEvent>("content_block_delta"),
    Case<ClaudeContentBlockStartEvent>("content_block_start"),
    Case<ClaudeContentBlockStopEvent>("content_block_stop"),
    Case<ClaudeMessageStartEvent>("message_start"),
    Case<ClaudeMessageDeltaEvent>("message_delta"),
    Case<ClaudeMessageStopEvent>("message_stop"),
    Case<ClaudePingEvent>("ping"),
    Case<ClaudeErrorEvent>("error"));

/// <summary>An error inside a stream.</summary>
public sealed partial class ClaudeStreamError : BedrockObject
{
    /// <summary>The kind of error.</summary>
    /// <value>Such as <c>overloaded_error</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The error in words.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }
}

/// <summary>Why the model stopped, in a stream.</summary>
public sealed partial class ClaudeMessageDelta : BedrockObject
{
    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ClaudeStopReason? StopReason { get; set; }

    /// <summary>The stop sequence that came up.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_sequence")]
    public string? StopSequence { get; set; }

    /// <summary>More about a refusal; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_details"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeStopDetails>))]
    public ClaudeStopDetails? StopDetails { get; set; }
}
