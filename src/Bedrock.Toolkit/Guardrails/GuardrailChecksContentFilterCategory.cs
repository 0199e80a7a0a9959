using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What the content check looks for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksContentFilterCategoryConfig.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailChecksContentFilterCategory>))]
public readonly record struct GuardrailChecksContentFilterCategory(string Value) : IOpenValue<GuardrailChecksContentFilterCategory>
{
    /// <summary>Violence.</summary>
    public static GuardrailChecksContentFilterCategory Violence { get; } = new("VIOLENCE");

    /// <summary>Hate.</summary>
    public static GuardrailChecksContentFilterCategory Hate { get; } = new("HATE");

    /// <summary>Sexual content.</summary>
    public static GuardrailChecksContentFilterCategory Sexual { get; } = new("SEXUAL");

    /// <summary>Misconduct.</summary>
    public static GuardrailChecksContentFilterCategory Misconduct { get; } = new("MISCONDUCT");

    /// <summary>Insults.</summary>
    public static GuardrailChecksContentFilterCategory Insults { get; } = new("INSULTS");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailChecksContentFilterCategory(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailChecksContentFilterCategory Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
