using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ClaudeRole>))]
public readonly record struct ClaudeRole(string Value) : IOpenValue<ClaudeRole>
{
    /// <summary>The user, also where tool results are given.</summary>
    public static ClaudeRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static ClaudeRole Assistant { get; } = new("assistant");

    /// <summary>An instruction in the middle of the conversation; only with a beta, unconfirmed which models take it.</summary>
    public static ClaudeRole System { get; } = new("system");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ClaudeRole(string value) => new(value);

    /// <inheritdoc/>
    public static ClaudeRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
