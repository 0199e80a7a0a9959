using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>What a content filter looks for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailContentFilter.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailContentFilterType>))]
public readonly record struct GuardrailContentFilterType(string Value) : IOpenValue<GuardrailContentFilterType>
{
    /// <summary>Insults.</summary>
    public static GuardrailContentFilterType Insults { get; } = new("INSULTS");

    /// <summary>Hate.</summary>
    public static GuardrailContentFilterType Hate { get; } = new("HATE");

    /// <summary>Sexual content.</summary>
    public static GuardrailContentFilterType Sexual { get; } = new("SEXUAL");

    /// <summary>Violence.</summary>
    public static GuardrailContentFilterType Violence { get; } = new("VIOLENCE");

    /// <summary>Misconduct.</summary>
    public static GuardrailContentFilterType Misconduct { get; } = new("MISCONDUCT");

    /// <summary>An attempt to get around the instructions of the model.</summary>
    public static GuardrailContentFilterType PromptAttack { get; } = new("PROMPT_ATTACK");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailContentFilterType(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailContentFilterType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
