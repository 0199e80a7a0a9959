using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>How finely an image is looked at. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbedDetailLevel>))]
public readonly record struct NovaEmbedDetailLevel(string Value) : IOpenValue<NovaEmbedDetailLevel>
{
    /// <summary>As an image.</summary>
    public static NovaEmbedDetailLevel StandardImage { get; } = new("STANDARD_IMAGE");

    /// <summary>As a page with text, finer.</summary>
    public static NovaEmbedDetailLevel DocumentImage { get; } = new("DOCUMENT_IMAGE");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbedDetailLevel(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbedDetailLevel Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
