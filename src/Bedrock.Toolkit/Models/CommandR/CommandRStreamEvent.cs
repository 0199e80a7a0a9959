namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a streamed answer; which members it has depends on its type.</summary>
/// <remarks><c>text-generation</c> and <c>stream-end</c> are confirmed by the vendor's own client for Bedrock, the others come from the vendor's list
/// of events.</remarks>
public sealed partial class CommandRStreamEvent : BedrockStreamEvent
{
    /// <summary>The kind of chunk.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("event_type")]
    public CommandREventType? EventType { get; set; }

    /// <summary>Whether the answer is complete.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("is_finished")]
    public bool? IsFinished { get; set; }

    /// <summary>The id of the answer, on <c>stream-start</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("generation_id")]
    public string? GenerationId { get; set; }

    /// <summary>The next piece of the answer, on <c>text-generation</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text"), JsonConverter(typeof(PieceTextConverter))]
    public string? Text { get; set; }

    /// <summary>Where parts of the text come from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(CommandRListConverter<CommandRCitation>))]
    public IList<CommandRCitation>? Citations { get; set; }

    /// <summary>What the model searches for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("search_queries"), JsonConverter(typeof(CommandRListConverter<CommandRSearchQuery>))]
    public IList<CommandRSearchQuery>? SearchQueries { get; set; }

    /// <summary>What was found.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("search_results"), JsonConverter(typeof(CommandRListConverter<CommandRSearchResult>))]
    public IList<CommandRSearchResult>? SearchResults { get; set; }

    /// <summary>The documents that were found.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents"), JsonConverter(typeof(CommandRListConverter<CommandRDocument>))]
    public IList<CommandRDocument>? Documents { get; set; }

    /// <summary>The calls that the model asks for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(CommandRListConverter<CommandRToolCall>))]
    public IList<CommandRToolCall>? ToolCalls { get; set; }

    /// <summary>Why the model stopped, on <c>stream-end</c>.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public CommandRFinishReason? FinishReason { get; set; }

    /// <summary>The whole answer, on <c>stream-end</c>; may be missing.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("response"), JsonConverter(typeof(CommandRObjectConverter<CommandRResponse>))]
    public CommandRResponse? Response { get; set; }

    private protected override ObjectSummary Summarise() => ObjectSummary.OfPiece(Text);
}

/// <summary>What a search found.</summary>
/// <remarks>The shape is unconfirmed.</remarks>
public sealed partial class CommandRSearchResult : BedrockObject
{
    /// <summary>The query.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("search_query"), JsonConverter(typeof(CommandRObjectConverter<CommandRSearchQuery>))]
    public CommandRSearchQuery? SearchQuery { get; set; }

    /// <summary>The documents.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document_ids"), JsonConverter(typeof(CommandRListConverter<string>))]
    public IList<string>? DocumentIds { get; set; }
}
