using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The format of an image for a guardrail. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailConverseImageBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailConverseImageFormat>))]
public readonly record struct GuardrailConverseImageFormat(string Value) : IOpenValue<GuardrailConverseImageFormat>
{
    /// <summary>PNG.</summary>
    public static GuardrailConverseImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static GuardrailConverseImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailConverseImageFormat(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailConverseImageFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
