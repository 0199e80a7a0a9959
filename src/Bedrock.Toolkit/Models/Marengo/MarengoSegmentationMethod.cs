using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How the content is cut into segments. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MarengoSegmentationMethod>))]
public readonly record struct MarengoSegmentationMethod(string Value) : IOpenValue<MarengoSegmentationMethod>
{
    /// <summary>Where the scene changes; video only.</summary>
    public static MarengoSegmentationMethod Dynamic { get; } = new("dynamic");

    /// <summary>After a fixed time.</summary>
    public static MarengoSegmentationMethod Fixed { get; } = new("fixed");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MarengoSegmentationMethod(string value) => new(value);

    /// <inheritdoc/>
    public static MarengoSegmentationMethod Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
