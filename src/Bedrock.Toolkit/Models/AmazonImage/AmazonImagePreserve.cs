using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether something of the source image is kept. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImagePreserve>))]
public readonly record struct AmazonImagePreserve(string Value) : IOpenValue<AmazonImagePreserve>
{
    /// <summary>Kept.</summary>
    public static AmazonImagePreserve On { get; } = new("ON");

    /// <summary>Not kept.</summary>
    public static AmazonImagePreserve Off { get; } = new("OFF");

    /// <summary>Chosen by the model.</summary>
    public static AmazonImagePreserve Default { get; } = new("DEFAULT");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImagePreserve(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImagePreserve Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
