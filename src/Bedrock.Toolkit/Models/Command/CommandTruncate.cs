using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Which end of a prompt that is too long is cut. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CommandTruncate>))]
public readonly record struct CommandTruncate(string Value) : IOpenValue<CommandTruncate>
{
    /// <summary>None: it is an error.</summary>
    public static CommandTruncate None { get; } = new("NONE");

    /// <summary>The start.</summary>
    public static CommandTruncate Start { get; } = new("START");

    /// <summary>The end: the default.</summary>
    public static CommandTruncate End { get; } = new("END");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CommandTruncate(string value) => new(value);

    /// <inheritdoc/>
    public static CommandTruncate Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
