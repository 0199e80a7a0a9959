using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Who speaks in a message. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaRole>))]
public readonly record struct NovaRole(string Value) : IOpenValue<NovaRole>
{
    /// <summary>The user, also where tool results are given.</summary>
    public static NovaRole User { get; } = new("user");

    /// <summary>The model; as the last message it is the beginning of the answer.</summary>
    public static NovaRole Assistant { get; } = new("assistant");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaRole(string value) => new(value);

    /// <inheritdoc/>
    public static NovaRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
