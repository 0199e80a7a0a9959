using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseResponse.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<StopReason>))]
public readonly record struct StopReason(string Value) : IOpenValue<StopReason>
{
    /// <summary>The model came to a natural end.</summary>
    public static StopReason EndTurn { get; } = new("end_turn");

    /// <summary>The model waits for the result of one or more tools.</summary>
    public static StopReason ToolUse { get; } = new("tool_use");

    /// <summary>The limit of the request, or the model's own, was reached.</summary>
    public static StopReason MaxTokens { get; } = new("max_tokens");

    /// <summary>One of the request's stop sequences came up.</summary>
    public static StopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>A guardrail blocked the request or the answer.</summary>
    public static StopReason GuardrailIntervened { get; } = new("guardrail_intervened");

    /// <summary>A filter of the model's provider cut the answer.</summary>
    public static StopReason ContentFiltered { get; } = new("content_filtered");

    /// <summary>The model wrote something that is no valid answer.</summary>
    public static StopReason MalformedModelOutput { get; } = new("malformed_model_output");

    /// <summary>The model wrote a tool call that cannot be read.</summary>
    public static StopReason MalformedToolUse { get; } = new("malformed_tool_use");

    /// <summary>The context window was full before the limit of the request was reached.</summary>
    public static StopReason ModelContextWindowExceeded { get; } = new("model_context_window_exceeded");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator StopReason(string value) => new(value);

    /// <inheritdoc/>
    public static StopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
