using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in the history. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CommandRRole>))]
public readonly record struct CommandRRole(string Value) : IOpenValue<CommandRRole>
{
    /// <summary>The user.</summary>
    public static CommandRRole User { get; } = new("USER");

    /// <summary>The model.</summary>
    public static CommandRRole Chatbot { get; } = new("CHATBOT");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CommandRRole(string value) => new(value);

    /// <inheritdoc/>
    public static CommandRRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
