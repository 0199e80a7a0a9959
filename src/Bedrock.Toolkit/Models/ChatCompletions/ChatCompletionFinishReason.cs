using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionFinishReason>))]
public readonly record struct ChatCompletionFinishReason(string Value) : IOpenValue<ChatCompletionFinishReason>
{
    /// <summary>The answer is complete, or a stop text came up.</summary>
    public static ChatCompletionFinishReason Stop { get; } = new("stop");

    /// <summary>The limit of tokens was reached.</summary>
    public static ChatCompletionFinishReason Length { get; } = new("length");

    /// <summary>The model asks for tools.</summary>
    public static ChatCompletionFinishReason ToolCalls { get; } = new("tool_calls");

    /// <summary>A filter left something out.</summary>
    public static ChatCompletionFinishReason ContentFilter { get; } = new("content_filter");

    /// <summary>The model asks for a function in the old form, before there were tools.</summary>
    public static ChatCompletionFinishReason FunctionCall { get; } = new("function_call");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ChatCompletionFinishReason(string value) => new(value);

    /// <inheritdoc/>
    public static ChatCompletionFinishReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
