using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Converse;

/// <summary>The format of an image to be assessed. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GuardrailImageBlock.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<GuardrailImageFormat>))]
public readonly record struct GuardrailImageFormat(string Value) : IOpenValue<GuardrailImageFormat>
{
    /// <summary>PNG.</summary>
    public static GuardrailImageFormat Png { get; } = new("png");

    /// <summary>JPEG.</summary>
    public static GuardrailImageFormat Jpeg { get; } = new("jpeg");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator GuardrailImageFormat(string value) => new(value);

    /// <inheritdoc/>
    public static GuardrailImageFormat Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
