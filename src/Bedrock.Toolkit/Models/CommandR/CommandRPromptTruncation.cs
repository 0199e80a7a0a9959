using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What happens when the prompt is too long. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CommandRPromptTruncation>))]
public readonly record struct CommandRPromptTruncation(string Value) : IOpenValue<CommandRPromptTruncation>
{
    /// <summary>It is an error: the default.</summary>
    public static CommandRPromptTruncation Off { get; } = new("OFF");

    /// <summary>History and documents are cut.</summary>
    public static CommandRPromptTruncation AutoPreserveOrder { get; } = new("AUTO_PRESERVE_ORDER");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CommandRPromptTruncation(string value) => new(value);

    /// <inheritdoc/>
    public static CommandRPromptTruncation Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
