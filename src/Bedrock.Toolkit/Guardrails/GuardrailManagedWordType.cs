using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>A word list that AWS keeps. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailManagedWord.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailManagedWordType>))]
public readonly record struct GuardrailManagedWordType(string Value) : IOpenValue<GuardrailManagedWordType>
{
    /// <summary>Profanity.</summary>
    public static GuardrailManagedWordType Profanity { get; } = new("PROFANITY");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailManagedWordType(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailManagedWordType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
