using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ClaudeStopReason>))]
public readonly record struct ClaudeStopReason(string Value) : IOpenValue<ClaudeStopReason>
{
    /// <summary>The model came to a natural end.</summary>
    public static ClaudeStopReason EndTurn { get; } = new("end_turn");

    /// <summary>The limit of the request, or the model's own, was reached.</summary>
    public static ClaudeStopReason MaxTokens { get; } = new("max_tokens");

    /// <summary>One of the request's stop sequences came up.</summary>
    public static ClaudeStopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>The model waits for the result of one or more tools.</summary>
    public static ClaudeStopReason ToolUse { get; } = new("tool_use");

    /// <summary>The model refused to answer.</summary>
    public static ClaudeStopReason Refusal { get; } = new("refusal");

    /// <summary>The context window was full before <c>max_tokens</c> was reached.</summary>
    public static ClaudeStopReason ModelContextWindowExceeded { get; } = new("model_context_window_exceeded");

    /// <summary>A long turn was interrupted and goes on when it is sent back; unconfirmed on Bedrock.</summary>
    public static ClaudeStopReason PauseTurn { get; } = new("pause_turn");

    /// <summary>The conversation was compacted, and the request asked to pause then.</summary>
    public static ClaudeStopReason Compaction { get; } = new("compaction");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ClaudeStopReason(string value) => new(value);

    /// <inheritdoc/>
    public static ClaudeStopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
