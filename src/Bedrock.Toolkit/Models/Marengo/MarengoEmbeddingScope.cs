using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>What part of the content a vector stands for. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MarengoEmbeddingScope>))]
public readonly record struct MarengoEmbeddingScope(string Value) : IOpenValue<MarengoEmbeddingScope>
{
    /// <summary>One segment.</summary>
    public static MarengoEmbeddingScope Clip { get; } = new("clip");

    /// <summary>The whole content.</summary>
    public static MarengoEmbeddingScope Asset { get; } = new("asset");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MarengoEmbeddingScope(string value) => new(value);

    /// <inheritdoc/>
    public static MarengoEmbeddingScope Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
