using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How a shirt is worn. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageTuckingStyle>))]
public readonly record struct AmazonImageTuckingStyle(string Value) : IOpenValue<AmazonImageTuckingStyle>
{
    /// <summary>Outside.</summary>
    public static AmazonImageTuckingStyle Untucked { get; } = new("UNTUCKED");

    /// <summary>Tucked in.</summary>
    public static AmazonImageTuckingStyle Tucked { get; } = new("TUCKED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageTuckingStyle(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageTuckingStyle Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
