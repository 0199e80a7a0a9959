using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Command model stopped. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CommandFinishReason>))]
public readonly record struct CommandFinishReason(string Value) : IOpenValue<CommandFinishReason>
{
    /// <summary>The answer is complete.</summary>
    public static CommandFinishReason Complete { get; } = new("COMPLETE");

    /// <summary>The limit of the request, or of the context, was reached.</summary>
    public static CommandFinishReason MaxTokens { get; } = new("MAX_TOKENS");

    /// <summary>Something failed.</summary>
    public static CommandFinishReason Error { get; } = new("ERROR");

    /// <summary>The answer was judged toxic.</summary>
    public static CommandFinishReason ErrorToxic { get; } = new("ERROR_TOXIC");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CommandFinishReason(string value) => new(value);

    /// <inheritdoc/>
    public static CommandFinishReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
