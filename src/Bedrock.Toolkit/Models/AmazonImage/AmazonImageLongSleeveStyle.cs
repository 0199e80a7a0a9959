using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How long sleeves are worn. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageLongSleeveStyle>))]
public readonly record struct AmazonImageLongSleeveStyle(string Value) : IOpenValue<AmazonImageLongSleeveStyle>
{
    /// <summary>Down.</summary>
    public static AmazonImageLongSleeveStyle SleeveDown { get; } = new("SLEEVE_DOWN");

    /// <summary>Rolled up.</summary>
    public static AmazonImageLongSleeveStyle SleeveUp { get; } = new("SLEEVE_UP");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageLongSleeveStyle(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageLongSleeveStyle Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
