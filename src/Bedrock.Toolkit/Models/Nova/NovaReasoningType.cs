using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether a Nova 2 model reasons before it answers. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaReasoningType>))]
public readonly record struct NovaReasoningType(string Value) : IOpenValue<NovaReasoningType>
{
    /// <summary>It reasons.</summary>
    public static NovaReasoningType Enabled { get; } = new("enabled");

    /// <summary>It does not: the default.</summary>
    public static NovaReasoningType Disabled { get; } = new("disabled");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaReasoningType(string value) => new(value);

    /// <inheritdoc/>
    public static NovaReasoningType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
