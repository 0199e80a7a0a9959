using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a Command R model answers. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html</remarks>
public sealed class CommandRResponse : BedrockResponse
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
    [JsonPropertyName("chat_history")]
    [JsonConverter(typeof(CommandRListConverter<CommandRTurn>))]
    public IList<CommandRTurn>? ChatHistory { get; set; }

    /// <summary>Where parts of the answer come from.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("citations")]
    [JsonConverter(typeof(CommandRListConverter<CommandRCitation>))]
    public IList<CommandRCitation>? Citations { get; set; }

    /// <summary>The cited documents.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("documents")]
    [JsonConverter(typeof(CommandRListConverter<CommandRDocument>))]
    public IList<CommandRDocument>? Documents { get; set; }

    /// <summary>What the model would search for.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("search_queries")]
    [JsonConverter(typeof(CommandRListConverter<CommandRSearchQuery>))]
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
    [JsonPropertyName("tool_calls")]
    [JsonConverter(typeof(CommandRListConverter<CommandRToolCall>))]
    public IList<CommandRToolCall>? ToolCalls { get; set; }

    /// <summary>What the vendor tells about the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("meta")]
    [JsonConverter(typeof(CommandRObjectConverter<CommandRMeta>))]
    public CommandRMeta? Meta { get; set; }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Meta?.BilledUnits is { } units
        ? new TokenUsage { InputTokens = units.InputTokens, OutputTokens = units.OutputTokens }
        : null;
}
