using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What is embedded. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MarengoInputType>))]
public readonly record struct MarengoInputType(string Value) : IOpenValue<MarengoInputType>
{
    /// <summary>A text.</summary>
    public static MarengoInputType Text { get; } = new("text");

    /// <summary>An image.</summary>
    public static MarengoInputType Image { get; } = new("image");

    /// <summary>A text and an image together (3.0).</summary>
    public static MarengoInputType TextImage { get; } = new("text_image");

    /// <summary>Sound; asynchronous only.</summary>
    public static MarengoInputType Audio { get; } = new("audio");

    /// <summary>A video; asynchronous only.</summary>
    public static MarengoInputType Video { get; } = new("video");

    /// <summary>A text that refers to several images (3.0).</summary>
    public static MarengoInputType MultiInput { get; } = new("multi_input");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MarengoInputType(string value) => new(value);

    /// <inheritdoc/>
    public static MarengoInputType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
