using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ClaudeTextStopReason>))]
public readonly record struct ClaudeTextStopReason(string Value) : IOpenValue<ClaudeTextStopReason>
{
    /// <summary>A stop sequence came up: the built-in one when the answer is complete.</summary>
    public static ClaudeTextStopReason StopSequence { get; } = new("stop_sequence");

    /// <summary>The limit of the request was reached.</summary>
    public static ClaudeTextStopReason MaxTokens { get; } = new("max_tokens");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ClaudeTextStopReason(string value) => new(value);

    /// <inheritdoc/>
    public static ClaudeTextStopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
