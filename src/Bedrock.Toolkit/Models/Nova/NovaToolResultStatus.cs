using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether a tool succeeded. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaToolResultStatus>))]
public readonly record struct NovaToolResultStatus(string Value) : IOpenValue<NovaToolResultStatus>
{
    /// <summary>The tool gave a result.</summary>
    public static NovaToolResultStatus Success { get; } = new("success");

    /// <summary>The tool failed.</summary>
    public static NovaToolResultStatus Error { get; } = new("error");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaToolResultStatus(string value) => new(value);

    /// <inheritdoc/>
    public static NovaToolResultStatus Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
