using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How much a Nova 2 model reasons. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaReasoningEffort>))]
public readonly record struct NovaReasoningEffort(string Value) : IOpenValue<NovaReasoningEffort>
{
    /// <summary>Little.</summary>
    public static NovaReasoningEffort Low { get; } = new("low");

    /// <summary>More.</summary>
    public static NovaReasoningEffort Medium { get; } = new("medium");

    /// <summary>Most; temperature, top-p and top-k must be unset then.</summary>
    public static NovaReasoningEffort High { get; } = new("high");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaReasoningEffort(string value) => new(value);

    /// <inheritdoc/>
    public static NovaReasoningEffort Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
