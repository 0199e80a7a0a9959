using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What of a condition image is kept. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageControlMode>))]
public readonly record struct AmazonImageControlMode(string Value) : IOpenValue<AmazonImageControlMode>
{
    /// <summary>Its edges.</summary>
    public static AmazonImageControlMode CannyEdge { get; } = new("CANNY_EDGE");

    /// <summary>Its areas.</summary>
    public static AmazonImageControlMode Segmentation { get; } = new("SEGMENTATION");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageControlMode(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageControlMode Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
