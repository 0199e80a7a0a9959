using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How a jacket is worn. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageOuterLayerStyle>))]
public readonly record struct AmazonImageOuterLayerStyle(string Value) : IOpenValue<AmazonImageOuterLayerStyle>
{
    /// <summary>Closed.</summary>
    public static AmazonImageOuterLayerStyle Closed { get; } = new("CLOSED");

    /// <summary>Open.</summary>
    public static AmazonImageOuterLayerStyle Open { get; } = new("OPEN");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageOuterLayerStyle(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageOuterLayerStyle Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
