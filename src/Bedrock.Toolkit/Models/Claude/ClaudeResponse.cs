using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>An answer in the Claude Messages format. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html</remarks>
public sealed class ClaudeResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Such as <c>msg_bdrk_…</c>, <c>compl_…</c> from Claude 2 and Instant; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>message</c>; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Who speaks.</summary>
    /// <value><c>assistant</c>; omitted when null.</value>
    [JsonPropertyName("role")]
    public ClaudeRole? Role { get; set; }

    /// <summary>The vendor's name of the model.</summary>
    /// <value>Such as <c>claude-sonnet-4-5-20250929</c>, not the Bedrock id; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The answer.</summary>
    /// <value>Blocks; empty after some refusals.</value>
    [JsonPropertyName("content")]
    [JsonConverter(typeof(ClaudeListConverter<ClaudeContentBlock>))]
    [AllowNull]
    public IList<ClaudeContentBlock> Content
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>Why the model stopped.</summary>
    /// <value>Null in a stream that did not come to its end; omitted when null.</value>
    [JsonPropertyName("stop_reason")]
    public ClaudeStopReason? StopReason { get; set; }

    /// <summary>The stop sequence that came up.</summary>
    /// <value>With the reason <c>stop_sequence</c>; omitted when null.</value>
    [JsonPropertyName("stop_sequence")]
    public string? StopSequence { get; set; }

    /// <summary>More about a refusal; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("stop_details")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeStopDetails>))]
    public ClaudeStopDetails? StopDetails { get; set; }

    /// <summary>The tokens of the call.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeUsage>))]
    public ClaudeUsage? Usage { get; set; }

    /// <summary>What was taken out of the conversation.</summary>
    /// <value>Only with the beta; omitted when null.</value>
    [JsonPropertyName("context_management")]
    [JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextManagementResult>))]
    public ClaudeContextManagementResult? ContextManagement { get; set; }

    /// <summary>The texts of all text blocks, one after the other.</summary>
    /// <value>Empty when there is no text.</value>
    [JsonIgnore]
    public string Text => string.Concat(Content.OfType<ClaudeTextBlock>().Select(block => block.Text));

    /// <summary>The calls that the model asks for.</summary>
    /// <value>In the order of the answer; a new list at each access.</value>
    [JsonIgnore]
    public IReadOnlyList<ClaudeToolUseBlock> ToolUses => [.. Content.OfType<ClaudeToolUseBlock>()];

    /// <summary>The answer as a turn of the conversation, to be added to the next request.</summary>
    /// <returns>A message with the same block objects.</returns>
    public ClaudeMessage ToMessage() => new() { Role = Role ?? ClaudeRole.Assistant, Content = [.. Content] };

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => Usage is null ? null : new TokenUsage
    {
        InputTokens = Usage.InputTokens,
        OutputTokens = Usage.OutputTokens,
        CacheReadInputTokens = Usage.CacheReadInputTokens,
        CacheWriteInputTokens = Usage.CacheCreationInputTokens,
    };
}
