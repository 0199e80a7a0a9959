using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The quality of an image. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageQuality>))]
public readonly record struct AmazonImageQuality(string Value) : IOpenValue<AmazonImageQuality>
{
    /// <summary>Standard.</summary>
    public static AmazonImageQuality Standard { get; } = new("standard");

    /// <summary>Better, at a higher price.</summary>
    public static AmazonImageQuality Premium { get; } = new("premium");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageQuality(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageQuality Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
