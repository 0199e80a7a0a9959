using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The length of a video. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<LumaDuration>))]
public readonly record struct LumaDuration(string Value) : IOpenValue<LumaDuration>
{
    /// <summary>Five seconds.</summary>
    public static LumaDuration FiveSeconds { get; } = new("5s");

    /// <summary>Nine seconds.</summary>
    public static LumaDuration NineSeconds { get; } = new("9s");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator LumaDuration(string value) => new(value);

    /// <inheritdoc/>
    public static LumaDuration Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
