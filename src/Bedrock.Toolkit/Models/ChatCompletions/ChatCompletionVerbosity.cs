using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How long the answer is to be; GPT-5 and later. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ChatCompletionVerbosity>))]
public readonly record struct ChatCompletionVerbosity(string Value) : IOpenValue<ChatCompletionVerbosity>
{
    /// <summary>Short.</summary>
    public static ChatCompletionVerbosity Low { get; } = new("low");

    /// <summary>The default.</summary>
    public static ChatCompletionVerbosity Medium { get; } = new("medium");

    /// <summary>Long.</summary>
    public static ChatCompletionVerbosity High { get; } = new("high");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ChatCompletionVerbosity(string value) => new(value);

    /// <inheritdoc/>
    public static ChatCompletionVerbosity Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
