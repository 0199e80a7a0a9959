using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why an imported model stopped writing. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<ImportedStopReason>))]
public readonly record struct ImportedStopReason(string Value) : IOpenValue<ImportedStopReason>
{
    /// <summary>The answer is complete, or the model wrote a stop sequence.</summary>
    public static ImportedStopReason Stop { get; } = new("stop");

    /// <summary>The answer was cut at the highest number of tokens.</summary>
    public static ImportedStopReason Length { get; } = new("length");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator ImportedStopReason(string value) => new(value);

    /// <inheritdoc/>
    public static ImportedStopReason Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
