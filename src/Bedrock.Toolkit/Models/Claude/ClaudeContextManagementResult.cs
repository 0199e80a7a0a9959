namespace Bedrock.Toolkit.Models;

/// <summary>What was taken out of the conversation.</summary>
public sealed partial class ClaudeContextManagementResult : BedrockObject
{
    /// <summary>The edits that did something.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("applied_edits"), JsonConverter(typeof(ClaudeListConverter<ClaudeAppliedContextEdit>))]
    public IList<ClaudeAppliedContextEdit>? AppliedEdits { get; set; }
}

/// <summary>What one edit took out of the conversation.</summary>
public sealed partial class ClaudeAppliedContextEdit : BedrockObject
{
    /// <summary>The kind of edit.</summary>
    /// <value>As in the request; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>How many tool uses went.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cleared_tool_uses"), JsonConverter(typeof(CountConverter))]
    public int? ClearedToolUses { get; set; }

    /// <summary>How many turns with thinking went; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cleared_thinking_turns"), JsonConverter(typeof(CountConverter))]
    public int? ClearedThinkingTurns { get; set; }

    /// <summary>How many input tokens went.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cleared_input_tokens"), JsonConverter(typeof(CountConverter))]
    public int? ClearedInputTokens { get; set; }
}
