using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What a vector was made from. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<NovaEmbeddingType>))]
public readonly record struct NovaEmbeddingType(string Value) : IOpenValue<NovaEmbeddingType>
{
    /// <summary>A text.</summary>
    public static NovaEmbeddingType Text { get; } = new("TEXT");

    /// <summary>An image.</summary>
    public static NovaEmbeddingType Image { get; } = new("IMAGE");

    /// <summary>The picture of a video.</summary>
    public static NovaEmbeddingType Video { get; } = new("VIDEO");

    /// <summary>Sound.</summary>
    public static NovaEmbeddingType Audio { get; } = new("AUDIO");

    /// <summary>Picture and sound of a video.</summary>
    public static NovaEmbeddingType AudioVideoCombined { get; } = new("AUDIO_VIDEO_COMBINED");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator NovaEmbeddingType(string value) => new(value);

    /// <inheritdoc/>
    public static NovaEmbeddingType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
