namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a stream: a piece of an answer, or, when the request did not set <c>stream</c>, the whole answer.</summary>
public sealed partial class CommandStreamEvent : BedrockStreamEvent
{
    /// <summary>The next piece of an answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter))]
    public string? Piece { get; set; }

    /// <summary>Whether the answer is complete.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("is_finished")]
    public bool? IsFinished { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>On the last chunk; omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public CommandFinishReason? FinishReason { get; set; }

    /// <summary>Which answer the piece belongs to.</summary>
    /// <value>Only with several answers; omitted when null.</value>
    [JsonPropertyName("index"), JsonConverter(typeof(CountConverter))]
    public int? Index { get; set; }

    /// <summary>The kind of chunk.</summary>
    /// <value>Such as <c>text-generation</c>; not on every stream; omitted when null.</value>
    [JsonPropertyName("event_type")]
    public string? EventType { get; set; }

    /// <summary>The whole answer, on the last chunk; unconfirmed.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("response"), JsonConverter(typeof(CommandObjectConverter<CommandResponse>))]
    public CommandResponse? Response { get; set; }

    /// <summary>The id of the answer, when the chunk is the whole answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The prompt, when the chunk is the whole answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; set; }

    /// <summary>The answers, when the chunk is the whole answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("generations"), JsonConverter(typeof(CommandListConverter<CommandGeneration>))]
    public IList<CommandGeneration>? Generations { get; set; }

    /// <summary>The next piece of the answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text; the first answer's text when the chunk is the whole answer.</value>
    [JsonIgnore]
    public string Text => Piece is { } piece ? (IsMarker ? string.Empty : piece) : Generations is [{ Text: { } text }, ..] ? text : string.Empty;

    // Public clients look for this text at the end of a stream; it is no part of the answer.
    [JsonIgnore]
    internal bool IsMarker => IsFinished == true && Piece == "<EOS_TOKEN>";

    [JsonIgnore]
    internal bool IsEnd => IsFinished == true || FinishReason is not null || Generations is [{ FinishReason: not null }, ..];

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}
