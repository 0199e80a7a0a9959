using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How much of a conversation: where an edit starts, and what it keeps. Not thread safe while it is changed.</summary>
public sealed class ClaudeContextAmount
{
    /// <summary>What is counted.</summary>
    /// <value><c>input_tokens</c>, <c>tool_uses</c>, <c>thinking_turns</c> or <c>all</c>.</value>
    [JsonPropertyName("type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string Type { get; set; }

    /// <summary>How many.</summary>
    /// <value>Omitted when null, as for <c>all</c>.</value>
    [JsonPropertyName("value")]
    [JsonConverter(typeof(CountConverter))]
    public int? Value { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A number of input tokens.</summary>
    /// <param name="value">How many.</param>
    /// <returns>The amount.</returns>
    public static ClaudeContextAmount InputTokens(int value) => new() { Type = "input_tokens", Value = value };

    /// <summary>A number of tool uses.</summary>
    /// <param name="value">How many.</param>
    /// <returns>The amount.</returns>
    public static ClaudeContextAmount ToolUses(int value) => new() { Type = "tool_uses", Value = value };

    /// <summary>A number of turns with thinking.</summary>
    /// <param name="value">How many.</param>
    /// <returns>The amount.</returns>
    public static ClaudeContextAmount ThinkingTurns(int value) => new() { Type = "thinking_turns", Value = value };

    /// <summary>Everything.</summary>
    /// <returns>The amount.</returns>
    public static ClaudeContextAmount All() => new() { Type = "all" };

    internal ClaudeContextAmount Clone() => new() { Type = Type, Value = Value, AdditionalProperties = AdditionalProperties.Copy() };
}
