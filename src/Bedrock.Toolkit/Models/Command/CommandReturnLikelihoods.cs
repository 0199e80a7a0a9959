using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>For which tokens a Command model tells their likelihood. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CommandReturnLikelihoods>))]
public readonly record struct CommandReturnLikelihoods(string Value) : IOpenValue<CommandReturnLikelihoods>
{
    /// <summary>Those of the answer.</summary>
    public static CommandReturnLikelihoods Generation { get; } = new("GENERATION");

    /// <summary>Those of prompt and answer.</summary>
    public static CommandReturnLikelihoods All { get; } = new("ALL");

    /// <summary>None: the default.</summary>
    public static CommandReturnLikelihoods None { get; } = new("NONE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CommandReturnLikelihoods(string value) => new(value);

    /// <inheritdoc/>
    public static CommandReturnLikelihoods Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
