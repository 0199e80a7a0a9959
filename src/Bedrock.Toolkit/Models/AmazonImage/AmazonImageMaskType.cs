using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What says where a try-on takes place. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageMaskType>))]
public readonly record struct AmazonImageMaskType(string Value) : IOpenValue<AmazonImageMaskType>
{
    /// <summary>A mask image.</summary>
    public static AmazonImageMaskType Image { get; } = new("IMAGE");

    /// <summary>The kind of garment.</summary>
    public static AmazonImageMaskType Garment { get; } = new("GARMENT");

    /// <summary>A text.</summary>
    public static AmazonImageMaskType Prompt { get; } = new("PROMPT");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageMaskType(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageMaskType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
