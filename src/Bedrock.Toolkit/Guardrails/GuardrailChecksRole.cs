using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>Who a message of a check is from. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailChecksMessage.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailChecksRole>))]
public readonly record struct GuardrailChecksRole(string Value) : IOpenValue<GuardrailChecksRole>
{
    /// <summary>The user.</summary>
    public static GuardrailChecksRole User { get; } = new("user");

    /// <summary>The model.</summary>
    public static GuardrailChecksRole Assistant { get; } = new("assistant");

    /// <summary>The application.</summary>
    public static GuardrailChecksRole System { get; } = new("system");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailChecksRole(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailChecksRole Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
