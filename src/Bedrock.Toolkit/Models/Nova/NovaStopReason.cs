using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html and https://docs.aws.amazon.com/nova/latest/nova2-userguide/request-response-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaStopReason>))]
public readonly record struct NovaStopReason(string Value) : IOpenValue<NovaStopReason>
{
    /// <summary>The model came to a natural end.</summary>
    public static NovaStopReason EndTurn { get; } = new("end_turn");

    /// <summary>The model waits for the result of one or more tools.</summary>
    public static NovaStopReason ToolUse { get; } = new("tool_use");

    /// <summary>The limit of the request, or the model's own, was reached.</summary>
    public static NovaStopReason MaxTokens { get; } = new("max_tokens");

    /// <summary>One of the request's stop sequences came up; unconfirmed.</summary>
    public static NovaStopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>The content filter removed the answer.</summary>
    public static NovaStopReason ContentFiltered { get; } = new("content_filtered");

    /// <summary>The model wrote what cannot be read.</summary>
    public static NovaStopReason MalformedModelOutput { get; } = new("malformed_model_output");

    /// <summary>The model called a tool in a way that cannot be read.</summary>
    public static NovaStopReason MalformedToolUse { get; } = new("malformed_tool_use");

    /// <summary>A built-in tool could not be reached.</summary>
    public static NovaStopReason ServiceUnavailable { get; } = new("service_unavailable");

    /// <summary>A built-in tool was asked for something invalid.</summary>
    public static NovaStopReason InvalidQuery { get; } = new("invalid_query");

    /// <summary>Built-in tools were called too often.</summary>
    public static NovaStopReason MaxToolInvocations { get; } = new("max_tool_invocations");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaStopReason(string value) => new(value);

    /// <inheritdoc/>
    public static NovaStopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
