namespace Bedrock.Toolkit.Models;

/// <summary>What a Command R model answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html</remarks>
public sealed partial class CommandRResponse : BedrockResponse
{
    /// <summary>The id of the response.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("response_id")]
    public string? ResponseId { get; set; }

    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("generation_id")]
    public string? GenerationId { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Empty when there are only tool calls; omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The conversation with this answer at its end.</summary>
    /// <value>Ready for the next request; omitted when null.</value>
    [JsonPropertyName("chat_history"), JsonConverter(typeof(CommandRListConverter<CommandRTurn>))]
    public IList<CommandRTurn>? ChatHistory { get; set; }

    /// <summary>Where parts of the answer come from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citations"), JsonConverter(typeof(CommandRListConverter<CommandRCitation>))]
    public IList<CommandRCitation>? Citations { get; set; }

    /// <summary>The cited documents.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents"), JsonConverter(typeof(CommandRListConverter<CommandRDocument>))]
    public IList<CommandRDocument>? Documents { get; set; }

    /// <summary>What the model would search for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("search_queries"), JsonConverter(typeof(CommandRListConverter<CommandRSearchQuery>))]
    public IList<CommandRSearchQuery>? SearchQueries { get; set; }

    /// <summary>Whether the model would search.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("is_search_required")]
    public bool? IsSearchRequired { get; set; }

    /// <summary>The whole prompt.</summary>
    /// <value>Only when asked for; omitted when null.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; set; }

    /// <summary>Why the model stopped.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("finish_reason")]
    public CommandRFinishReason? FinishReason { get; set; }

    /// <summary>The calls that the model asks for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("tool_calls"), JsonConverter(typeof(CommandRListConverter<CommandRToolCall>))]
    public IList<CommandRToolCall>? ToolCalls { get; set; }

    /// <summary>What the vendor tells about the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("meta"), JsonConverter(typeof(CommandRObjectConverter<CommandRMeta>))]
    public CommandRMeta? Meta { get; set; }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Meta?.BilledUnits is { } units
        ? new TokenUsage { InputTokens = units.InputTokens, OutputTokens = units.OutputTokens }
        : null;

    private protected override ObjectSummary Summarise() => new("Text", ObjectSummary.Length(Text), FinishReason?.Value);
}

/// <summary>What the vendor tells about a call; only in streams by AWS's page.</summary>
public sealed partial class CommandRMeta : BedrockObject
{
    /// <summary>The version of the API.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("api_version"), JsonConverter(typeof(CommandRObjectConverter<CommandRApiVersion>))]
    public CommandRApiVersion? ApiVersion { get; set; }

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("billed_units"), JsonConverter(typeof(CommandRObjectConverter<CommandRBilledUnits>))]
    public CommandRBilledUnits? BilledUnits { get; set; }
}

/// <summary>The version of the vendor's API.</summary>
public sealed partial class CommandRApiVersion : BedrockObject
{
    /// <summary>The version.</summary>
    /// <value>Such as <c>1</c>; omitted when null.</value>
    [JsonPropertyName("version")]
    public string? Version { get; set; }
}

/// <summary>The tokens of a call.</summary>
public sealed partial class CommandRBilledUnits : BedrockObject
{
    /// <summary>Tokens read.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? InputTokens { get; set; }

    /// <summary>Tokens written.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("output_tokens"), JsonConverter(typeof(CountConverter))]
    public int? OutputTokens { get; set; }
}

/// <summary>Where in the documents a part of the answer comes from.</summary>
public sealed partial class CommandRCitation : BedrockObject
{
    /// <summary>The first character of the part.</summary>
    /// <value>From 0; omitted when null.</value>
    [JsonPropertyName("start"), JsonConverter(typeof(CountConverter))]
    public int? Start { get; set; }

    /// <summary>The character behind the last.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("end"), JsonConverter(typeof(CountConverter))]
    public int? End { get; set; }

    /// <summary>The part.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The documents.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("document_ids"), JsonConverter(typeof(CommandRListConverter<string>))]
    public IList<string>? DocumentIds { get; set; }
}

/// <summary>A document that the answer can cite: texts by name, such as <c>title</c> and <c>snippet</c>, in
/// <see cref="BedrockObject.AdditionalProperties"/>.</summary>
public sealed partial class CommandRDocument : BedrockObject
{
    /// <summary>The id by which citations name it.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Its title.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Its text.</summary>
    /// <value>Best below 300 words; omitted when null.</value>
    [JsonPropertyName("snippet")]
    public string? Snippet { get; set; }

    /// <summary>Names of members that the model must not see.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("_excludes"), JsonConverter(typeof(CommandRListConverter<string>))]
    public IList<string>? Excludes { get; set; }
}

/// <summary>What the model would search for.</summary>
public sealed partial class CommandRSearchQuery : BedrockObject
{
    /// <summary>The query.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("generation_id")]
    public string? GenerationId { get; set; }
}

/// <summary>A call of a tool.</summary>
public sealed partial class CommandRToolCall : BedrockObject
{
    /// <summary>The tool.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What the tool is called with.</summary>
    /// <value>A JSON object; omitted when null.</value>
    [JsonPropertyName("parameters")]
    public JsonElement? Parameters { get; set; }

    /// <summary>The id of the answer that asked for it.</summary>
    /// <value>In answers; omitted when null.</value>
    [JsonPropertyName("generation_id")]
    public string? GenerationId { get; set; }
}

/// <summary>One turn of the history.</summary>
public sealed partial class CommandRTurn : BedrockObject
{
    /// <summary>Who speaks.</summary>
    /// <value><c>USER</c> or <c>CHATBOT</c>; null only in what was read.</value>
    [JsonPropertyName("role")]
    public CommandRRole? Role { get; set; }

    /// <summary>What is said.</summary>
    /// <value>Null only in what was read.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>A turn of the user.</summary>
    /// <param name="message">What is said.</param>
    /// <returns>The turn.</returns>
    public static CommandRTurn User(string message) => new() { Role = CommandRRole.User, Message = message };

    /// <summary>A turn of the model.</summary>
    /// <param name="message">What is said.</param>
    /// <returns>The turn.</returns>
    public static CommandRTurn Chatbot(string message) => new() { Role = CommandRRole.Chatbot, Message = message };

    /// <summary>The text.</summary>
    /// <value>Empty when there is none.</value>
    [JsonIgnore]
    public string Text => Message ?? string.Empty;

    private protected override ObjectSummary Summarise() => new("Text", Role?.Value, ObjectSummary.Length(Message));
}
