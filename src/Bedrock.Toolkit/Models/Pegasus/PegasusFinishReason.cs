using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why the model stopped. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<PegasusFinishReason>))]
public readonly record struct PegasusFinishReason(string Value) : IOpenValue<PegasusFinishReason>
{
    /// <summary>The answer is complete.</summary>
    public static PegasusFinishReason Stop { get; } = new("stop");

    /// <summary>The limit of the request was reached.</summary>
    public static PegasusFinishReason Length { get; } = new("length");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator PegasusFinishReason(string value) => new(value);

    /// <inheritdoc/>
    public static PegasusFinishReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
