using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Llama model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<LlamaStopReason>))]
public readonly record struct LlamaStopReason(string Value) : IOpenValue<LlamaStopReason>
{
    /// <summary>The answer is complete.</summary>
    public static LlamaStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static LlamaStopReason Length { get; } = new("length");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator LlamaStopReason(string value) => new(value);

    /// <inheritdoc/>
    public static LlamaStopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
