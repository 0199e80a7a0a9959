using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Mistral model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MistralStopReason>))]
public readonly record struct MistralStopReason(string Value) : IOpenValue<MistralStopReason>
{
    /// <summary>The answer is complete, or the model wrote a stop sequence.</summary>
    public static MistralStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static MistralStopReason Length { get; } = new("length");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MistralStopReason(string value) => new(value);

    /// <inheritdoc/>
    public static MistralStopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
