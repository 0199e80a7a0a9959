using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>One event of ConverseStream: a closed set, with <see cref="UnknownConverseStreamEvent"/> for what this version does not know.</summary>
/// <remarks>
/// On the wire the name of the event stands in a frame header; as JSON, for saving, an event is an object with that name as its one member.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
/// </remarks>
[JsonConverter(typeof(ConverseStreamEventConverter))]
public abstract partial class ConverseStreamEvent : BedrockObject
{
    private protected ConverseStreamEvent() { }

    /// <summary>The piece of text that the event brings: <c>Console.Write(e.Text)</c>.</summary>
    /// <value>Null for every event that brings no text of the answer.</value>
    [JsonIgnore]
    public virtual string? Text => null;

    private protected override ObjectSummary Summarise() =>
        string.IsNullOrEmpty(Text) ? default : new("Text", ObjectSummary.Length(Text));
}

/// <summary>A piece of a block.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockDeltaEvent.html</remarks>
public sealed partial class ContentBlockDeltaEvent : ConverseStreamEvent
{
    /// <summary>The piece.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta")]
    public ContentBlockDelta? Delta { get; set; }

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("contentBlockIndex"), JsonConverter(typeof(CountConverter))]
    public int? ContentBlockIndex { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => (Delta as TextDelta)?.Text;
}

/// <summary>A block begins. Blocks of text mostly begin without one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStartEvent.html</remarks>
public sealed partial class ContentBlockStartEvent : ConverseStreamEvent
{
    /// <summary>What the block begins with.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("start")]
    public ContentBlockStart? Start { get; set; }

    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("contentBlockIndex"), JsonConverter(typeof(CountConverter))]
    public int? ContentBlockIndex { get; set; }
}

/// <summary>A block ends.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlockStopEvent.html</remarks>
public sealed partial class ContentBlockStopEvent : ConverseStreamEvent
{
    /// <summary>The place of the block in the answer.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("contentBlockIndex"), JsonConverter(typeof(CountConverter))]
    public int? ContentBlockIndex { get; set; }
}

/// <summary>Counts and traces of the whole call; may be missing.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamMetadataEvent.html</remarks>
public sealed partial class ConverseStreamMetadataEvent : ConverseStreamEvent
{
    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(ConverseObjectConverter<TokenUsage>))]
    public TokenUsage? Usage { get; set; }

    /// <summary>How long the call took.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("metrics"), JsonConverter(typeof(ConverseObjectConverter<ConverseMetrics>))]
    public ConverseMetrics? Metrics { get; set; }

    /// <summary>What guardrail and prompt router did.</summary>
    /// <value>Only with tracing enabled; omitted when null.</value>
    [JsonPropertyName("trace"), JsonConverter(typeof(ConverseObjectConverter<ConverseTrace>))]
    public ConverseTrace? Trace { get; set; }

    /// <summary>How fast the model was served.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("performanceConfig"), JsonConverter(typeof(ConverseObjectConverter<PerformanceConfiguration>))]
    public PerformanceConfiguration? PerformanceConfig { get; set; }

    /// <summary>The service tier that was used.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("serviceTier"), JsonConverter(typeof(ConverseObjectConverter<ServiceTier>))]
    public ServiceTier? ServiceTier { get; set; }
}

/// <summary>The answer begins.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStartEvent.html</remarks>
public sealed partial class MessageStartEvent : ConverseStreamEvent
{
    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public ConversationRole? Role { get; set; }
}

/// <summary>The answer ends: the end mark of the stream. Mostly <see cref="ConverseStreamMetadataEvent"/> follows.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStopEvent.html</remarks>
public sealed partial class MessageStopEvent : ConverseStreamEvent
{
    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stopReason")]
    public StopReason? StopReason { get; set; }

    /// <summary>The fields that the request asked for.</summary>
    /// <value>By model; omitted when null.</value>
    [JsonPropertyName("additionalModelResponseFields")]
    public JsonElement? AdditionalModelResponseFields { get; set; }
}

/// <summary>An event of a kind that this version does not know.</summary>
public sealed partial class UnknownConverseStreamEvent : ConverseStreamEvent
{
    /// <summary>Keeps an event.</summary>
    /// <param name="eventType">The name of the event.</param>
    /// <param name="payload">Its content.</param>
    public UnknownConverseStreamEvent(string eventType, JsonElement payload)
    {
        EventType = eventType;
        Payload = payload;
    }

    /// <summary>The name of the event.</summary>
    /// <value>The header <c>:event-type</c>.</value>
    [JsonIgnore]
    public string EventType { get; }

    /// <summary>The content of the event.</summary>
    /// <value>Any JSON value, without the padding <c>p</c>.</value>
    [JsonIgnore]
    public JsonElement Payload { get; }
}

/// <summary>Reads and writes <see cref="ConverseStreamEvent"/> as an object with the name of the event as its one member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConverseStreamEventConverter : JsonConverter<ConverseStreamEvent>
{
    /// <inheritdoc/>
    public override ConverseStreamEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ConverseStreamEvent? found = null;
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType == JsonTokenType.Null)
                {
                    continue;
                }

                if (found is not null)
                {
                    throw new JsonException("A stream event has one member, the name of the event; here are several.");
                }

                found = ReadEvent(ref reader, name);
            }
        }

        return found ?? throw new JsonException("A stream event is an object with the name of the event as its one member.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConverseStreamEvent value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WritePropertyName(NameOf(value));
        WritePayload(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>The name of an event on the wire.</summary>
    internal static string NameOf(ConverseStreamEvent value) => value switch
    {
        MessageStartEvent => "messageStart",
        ContentBlockStartEvent => "contentBlockStart",
        ContentBlockDeltaEvent => "contentBlockDelta",
        ContentBlockStopEvent => "contentBlockStop",
        MessageStopEvent => "messageStop",
        ConverseStreamMetadataEvent => "metadata",
        UnknownConverseStreamEvent unknown => unknown.EventType,
        _ => throw new JsonException($"{value.GetType().Name} is no event of ConverseStream."),
    };

    private static ConverseStreamEvent? ReadEvent(ref Utf8JsonReader reader, string name) => InfoOf(name) is { } info
        ? (ConverseStreamEvent?)NestedJson.Read(ref reader, info)
        : new UnknownConverseStreamEvent(name, JsonElement.ParseValue(ref reader));

    private static void WritePayload(Utf8JsonWriter writer, ConverseStreamEvent value)
    {
        if (value is UnknownConverseStreamEvent unknown)
        {
            unknown.Payload.WriteTo(writer);
        }
        else
        {
            NestedJson.Write(writer, value, InfoOf(NameOf(value))!);
        }
    }

    private static JsonTypeInfo? InfoOf(string name) => name switch
    {
        "messageStart" => ConverseJsonContext.Default.MessageStartEvent,
        "contentBlockStart" => ConverseJsonContext.Default.ContentBlockStartEvent,
        "contentBlockDelta" => ConverseJsonContext.Default.ContentBlockDeltaEvent,
        "contentBlockStop" => ConverseJsonContext.Default.ContentBlockStopEvent,
        "messageStop" => ConverseJsonContext.Default.MessageStopEvent,
        "metadata" => ConverseJsonContext.Default.ConverseStreamMetadataEvent,
        _ => null,
    };
}
