namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer; a last one holds only the metrics of the call.</summary>
public sealed partial class JambaStreamEvent : BedrockStreamEvent
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>What the chunk says of each answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(JambaListConverter<JambaStreamChoice>))]
    public IList<JambaStreamChoice>? Choices { get; set; }

    /// <summary>The tokens of the call.</summary>
    /// <value>With the last piece; omitted when null.</value>
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

    /// <summary>The next piece of the first answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => Choices is [{ Delta.Content: { } content }, ..] ? content : string.Empty;

    private protected override ObjectSummary Summarise() =>
        string.IsNullOrEmpty(Text) ? default : new("Text", ObjectSummary.Length(Text));
}

/// <summary>What a chunk says of one answer.</summary>
public sealed partial class JambaStreamChoice : BedrockObject
{
    /// <summary>Which answer it is.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>What it adds.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("delta"), JsonConverter(typeof(JambaObjectConverter<JambaDelta>))]
    public JambaDelta? Delta { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk of an answer; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public JambaFinishReason? FinishReason { get; set; }

    /// <summary>The probabilities of the tokens.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("logprobs")]
    public JsonElement? Logprobs { get; set; }
}

/// <summary>What a chunk adds to an answer.</summary>
public sealed partial class JambaDelta : BedrockObject
{
    /// <summary>Who speaks, on the first chunk.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("role")]
    public JambaRole? Role { get; set; }

    /// <summary>The next piece of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("content"), JsonConverter(typeof(PieceTextConverter))]
    public string? Content { get; set; }

    /// <summary>Calls of tools, or pieces of them; the shape is unconfirmed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(JambaListConverter<JambaToolCall>))]
    public IList<JambaToolCall>? ToolCalls { get; set; }
}
