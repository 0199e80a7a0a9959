using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What happens to a text that is too long (Marengo 2.7). An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MarengoTextTruncate>))]
public readonly record struct MarengoTextTruncate(string Value) : IOpenValue<MarengoTextTruncate>
{
    /// <summary>Its end is cut off.</summary>
    public static MarengoTextTruncate End { get; } = new("end");

    /// <summary>It is refused.</summary>
    public static MarengoTextTruncate None { get; } = new("none");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MarengoTextTruncate(string value) => new(value);

    /// <inheritdoc/>
    public static MarengoTextTruncate Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
