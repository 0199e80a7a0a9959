using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The kind of a cache point. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaCachePointType>))]
public readonly record struct NovaCachePointType(string Value) : IOpenValue<NovaCachePointType>
{
    /// <summary>The only documented one.</summary>
    public static NovaCachePointType Default { get; } = new("default");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaCachePointType(string value) => new(value);

    /// <inheritdoc/>
    public static NovaCachePointType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
