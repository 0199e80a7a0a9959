using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<JambaRole>))]
public readonly record struct JambaRole(string Value) : IOpenValue<JambaRole>
{
    /// <summary>The user.</summary>
    public static JambaRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static JambaRole Assistant { get; } = new("assistant");

    /// <summary>The system prompt.</summary>
    public static JambaRole System { get; } = new("system");

    /// <summary>The result of a tool; Jamba 1.5.</summary>
    public static JambaRole Tool { get; } = new("tool");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator JambaRole(string value) => new(value);

    /// <inheritdoc/>
    public static JambaRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
