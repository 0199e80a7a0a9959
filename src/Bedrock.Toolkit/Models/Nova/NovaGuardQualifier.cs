using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>As what a guardrail sees a text. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaGuardQualifier>))]
public readonly record struct NovaGuardQualifier(string Value) : IOpenValue<NovaGuardQualifier>
{
    /// <summary>What the answer must be grounded in.</summary>
    public static NovaGuardQualifier GroundingSource { get; } = new("grounding_source");

    /// <summary>The question.</summary>
    public static NovaGuardQualifier Query { get; } = new("query");

    /// <summary>Content to be checked.</summary>
    public static NovaGuardQualifier GuardContent { get; } = new("guard_content");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaGuardQualifier(string value) => new(value);

    /// <inheritdoc/>
    public static NovaGuardQualifier Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
