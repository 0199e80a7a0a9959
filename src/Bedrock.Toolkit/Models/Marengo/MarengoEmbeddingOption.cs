using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Which side of the content a vector shows. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MarengoEmbeddingOption>))]
public readonly record struct MarengoEmbeddingOption(string Value) : IOpenValue<MarengoEmbeddingOption>
{
    /// <summary>The picture (3.0).</summary>
    public static MarengoEmbeddingOption Visual { get; } = new("visual");

    /// <summary>The sound.</summary>
    public static MarengoEmbeddingOption Audio { get; } = new("audio");

    /// <summary>What is said (3.0).</summary>
    public static MarengoEmbeddingOption Transcription { get; } = new("transcription");

    /// <summary>All of them in one vector; in answers only (3.0).</summary>
    public static MarengoEmbeddingOption Fused { get; } = new("fused");

    /// <summary>The picture, to be found by text (2.7).</summary>
    public static MarengoEmbeddingOption VisualText { get; } = new("visual-text");

    /// <summary>The picture, to be found by images (2.7).</summary>
    public static MarengoEmbeddingOption VisualImage { get; } = new("visual-image");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MarengoEmbeddingOption(string value) => new(value);

    /// <inheritdoc/>
    public static MarengoEmbeddingOption Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
