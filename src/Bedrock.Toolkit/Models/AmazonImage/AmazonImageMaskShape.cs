using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The outline of a found mask. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageMaskShape>))]
public readonly record struct AmazonImageMaskShape(string Value) : IOpenValue<AmazonImageMaskShape>
{
    /// <summary>Close to what it covers.</summary>
    public static AmazonImageMaskShape Contour { get; } = new("CONTOUR");

    /// <summary>A rectangle.</summary>
    public static AmazonImageMaskShape BoundingBox { get; } = new("BOUNDING_BOX");

    /// <summary>Chosen by the model.</summary>
    public static AmazonImageMaskShape Default { get; } = new("DEFAULT");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageMaskShape(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageMaskShape Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
