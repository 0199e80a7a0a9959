using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Command R model stopped. An open value: any other string works too.</summary>
/// <remarks>AWS documents small letters, recorded answers have capitals. Compare with <see cref="Is"/>, which takes both.</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CommandRFinishReason>))]
public readonly record struct CommandRFinishReason(string Value) : IOpenValue<CommandRFinishReason>
{
    /// <summary>The answer is complete.</summary>
    public static CommandRFinishReason Complete { get; } = new("COMPLETE");

    /// <summary>The limit of the request was reached.</summary>
    public static CommandRFinishReason MaxTokens { get; } = new("MAX_TOKENS");

    /// <summary>A stop sequence came up; not documented, but in a recorded answer.</summary>
    public static CommandRFinishReason StopSequence { get; } = new("STOP_SEQUENCE");

    /// <summary>The answer was judged toxic.</summary>
    public static CommandRFinishReason ErrorToxic { get; } = new("ERROR_TOXIC");

    /// <summary>The context was full.</summary>
    public static CommandRFinishReason ErrorLimit { get; } = new("ERROR_LIMIT");

    /// <summary>Something failed.</summary>
    public static CommandRFinishReason Error { get; } = new("ERROR");

    /// <summary>The user stopped it.</summary>
    public static CommandRFinishReason UserCancel { get; } = new("USER_CANCEL");

    /// <summary>Whether this is the same reason, in capitals or small letters.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>Whether they are the same.</returns>
    public bool Is(CommandRFinishReason other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CommandRFinishReason(string value) => new(value);

    /// <inheritdoc/>
    public static CommandRFinishReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
