using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How a try-on is joined with its source. An open value: any other string works too.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<AmazonImageMergeStyle>))]
public readonly record struct AmazonImageMergeStyle(string Value) : IOpenValue<AmazonImageMergeStyle>
{
    /// <summary>Keeps what is outside the mask.</summary>
    public static AmazonImageMergeStyle Balanced { get; } = new("BALANCED");

    /// <summary>No visible seam; the parts outside the mask can change.</summary>
    public static AmazonImageMergeStyle Seamless { get; } = new("SEAMLESS");

    /// <summary>Fine detail such as writing, with a possible seam.</summary>
    public static AmazonImageMergeStyle Detailed { get; } = new("DETAILED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator AmazonImageMergeStyle(string value) => new(value);

    /// <inheritdoc/>
    public static AmazonImageMergeStyle Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
