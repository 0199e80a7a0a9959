using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What one edit took out of the conversation. Not thread safe while it is changed.</summary>
public sealed class ClaudeAppliedContextEdit
{
    /// <summary>The kind of edit.</summary>
    /// <value>As in the request; omitted when null.</value>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>How many tool uses went.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cleared_tool_uses")]
    [JsonConverter(typeof(CountConverter))]
    public int? ClearedToolUses { get; set; }

    /// <summary>How many turns with thinking went; unconfirmed on Bedrock.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cleared_thinking_turns")]
    [JsonConverter(typeof(CountConverter))]
    public int? ClearedThinkingTurns { get; set; }

    /// <summary>How many input tokens went.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("cleared_input_tokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? ClearedInputTokens { get; set; }

    /// <summary>Members that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
