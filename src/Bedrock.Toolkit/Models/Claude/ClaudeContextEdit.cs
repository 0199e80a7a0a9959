namespace Bedrock.Toolkit.Models;

/// <summary>One way to shorten a conversation: a closed set, with <see cref="ClaudeUnknownContextEdit"/> for what this version does not know.</summary>
[JsonConverter(typeof(ClaudeContextEditConverter))]
public abstract partial class ClaudeContextEdit : BedrockObject
{
    private protected ClaudeContextEdit(string type) => Type = type;

    /// <summary>The kind of edit on the wire, with its version.</summary>
    /// <value>By class the documented version; settable for newer ones.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1), AllowNull]
    public string Type { get; set => field = value ?? string.Empty; }
}

/// <summary>Takes out old thinking blocks. Needs the beta <c>context-management-2025-06-27</c>.</summary>
public sealed partial class ClaudeClearThinkingEdit : ClaudeContextEdit
{
    /// <summary>The edit, in version <c>clear_thinking_20251015</c>.</summary>
    public ClaudeClearThinkingEdit()
        : base("clear_thinking_20251015")
    {
    }

    /// <summary>How much of the newest stays.</summary>
    /// <value>Thinking turns, or all; 1 turn by default; omitted when null.</value>
    [JsonPropertyName("keep"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Keep { get; set; }
}

/// <summary>Takes out old tool results. Needs the beta <c>context-management-2025-06-27</c>.</summary>
public sealed partial class ClaudeClearToolUsesEdit : ClaudeContextEdit
{
    /// <summary>The edit, in version <c>clear_tool_uses_20250919</c>.</summary>
    public ClaudeClearToolUsesEdit()
        : base("clear_tool_uses_20250919")
    {
    }

    /// <summary>When it starts.</summary>
    /// <value>Input tokens or tool uses; 100,000 input tokens by default; omitted when null.</value>
    [JsonPropertyName("trigger"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Trigger { get; set; }

    /// <summary>How much of the newest stays.</summary>
    /// <value>Tool uses; 3 by default; omitted when null.</value>
    [JsonPropertyName("keep"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Keep { get; set; }

    /// <summary>How much must go at least, so that the lost cache pays.</summary>
    /// <value>Input tokens; omitted when null.</value>
    [JsonPropertyName("clear_at_least"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? ClearAtLeast { get; set; }

    /// <summary>Tools whose results stay.</summary>
    /// <value>Names of tools; omitted when null.</value>
    [JsonPropertyName("exclude_tools"), JsonConverter(typeof(ClaudeListConverter<string>))]
    public IList<string>? ExcludeTools { get; set; }

    /// <summary>Whether the inputs of the calls go too.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("clear_tool_inputs")]
    public bool? ClearToolInputs { get; set; }
}

/// <summary>Puts a summary in the place of the conversation so far. Needs the beta <c>compact-2026-01-12</c>.</summary>
/// <remarks>
/// The card of Opus 5.5 names the beta <c>compact-2026-09-04</c>; the matching type is unconfirmed, set <see cref="ClaudeContextEdit.Type"/> for
/// it. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-compaction.html
/// </remarks>
public sealed partial class ClaudeCompactEdit : ClaudeContextEdit
{
    /// <summary>The edit, in version <c>compact_20260112</c>.</summary>
    public ClaudeCompactEdit()
        : base("compact_20260112")
    {
    }

    /// <summary>When it starts.</summary>
    /// <value>Input tokens, at least 50,000; 150,000 by default; omitted when null.</value>
    [JsonPropertyName("trigger"), JsonConverter(typeof(ClaudeObjectConverter<ClaudeContextAmount>))]
    public ClaudeContextAmount? Trigger { get; set; }

    /// <summary>Whether the answer ends after the summary, with the stop reason <c>compaction</c>.</summary>
    /// <value>False by default; omitted when null.</value>
    [JsonPropertyName("pause_after_compaction")]
    public bool? PauseAfterCompaction { get; set; }

    /// <summary>What the summary should keep.</summary>
    /// <value>Takes the place of the service's own instructions; omitted when null.</value>
    [JsonPropertyName("instructions")]
    public string? Instructions { get; set; }
}

/// <summary>An edit of a kind that this version does not know; it is written back exactly as it was read.</summary>
/// <remarks>Only <see cref="Raw"/> is written: other members set on this object are not.</remarks>
public sealed partial class ClaudeUnknownContextEdit : ClaudeContextEdit, IRawVariant
{
    /// <summary>An edit as raw JSON.</summary>
    /// <param name="raw">The whole JSON value.</param>
    public ClaudeUnknownContextEdit(JsonElement raw)
        : base(raw.TextOf("type")) => Raw = raw;

    /// <summary>The whole edit.</summary>
    /// <value>Any JSON value.</value>
    public JsonElement Raw { get; }
}

/// <summary>Reads and writes <see cref="ClaudeContextEdit"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClaudeContextEditConverter() : TaggedUnionConverter<ClaudeContextEdit>(
    ClaudeJsonContext.Default, static raw => new ClaudeUnknownContextEdit(raw), "type",
    CaseOfPrefix<ClaudeClearToolUsesEdit>("clear_tool_uses_"),
    CaseOfPrefix<ClaudeClearThinkingEdit>("clear_thinking_"),
    CaseOfPrefix<ClaudeCompactEdit>("compact_"));

/// <summary>How much of a conversation: where an edit starts, and what it keeps.</summary>
public sealed partial class ClaudeContextAmount : BedrockObject
{
    /// <summary>What is counted.</summary>
    /// <value><c>input_tokens</c>, <c>tool_uses</c>, <c>thinking_turns</c> or <c>all</c>.</value>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string Type { get; set; }

    /// <summary>How many.</summary>
    /// <value>Omitted when null, as for <c>all</c>.</value>
    [JsonPropertyName("value"), JsonConverter(typeof(CountConverter))]
    public int? Value { get; set; }

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
}
