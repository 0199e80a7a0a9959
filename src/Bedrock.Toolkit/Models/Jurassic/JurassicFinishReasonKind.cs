using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Why a Jurassic-2 model stopped writing. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<JurassicFinishReasonKind>))]
public readonly record struct JurassicFinishReasonKind(string Value) : IOpenValue<JurassicFinishReasonKind>
{
    /// <summary>The answer is complete.</summary>
    public static JurassicFinishReasonKind EndOfText { get; } = new("endoftext");

    /// <summary>The limit of the request was reached.</summary>
    public static JurassicFinishReasonKind Length { get; } = new("length");

    /// <summary>A stop sequence came up.</summary>
    public static JurassicFinishReasonKind Stop { get; } = new("stop");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator JurassicFinishReasonKind(string value) => new(value);

    /// <inheritdoc/>
    public static JurassicFinishReasonKind Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
