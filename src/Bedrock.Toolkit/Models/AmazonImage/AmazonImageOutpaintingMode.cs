using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How outpainting treats the edge of the kept part. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageOutpaintingMode>))]
public readonly record struct AmazonImageOutpaintingMode(string Value) : IOpenValue<AmazonImageOutpaintingMode>
{
    /// <summary>The edge may be changed a little so that it fits.</summary>
    public static AmazonImageOutpaintingMode Default { get; } = new("DEFAULT");

    /// <summary>The kept part stays exactly as it is.</summary>
    public static AmazonImageOutpaintingMode Precise { get; } = new("PRECISE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageOutpaintingMode(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageOutpaintingMode Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
