using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Whether the sides of the content get vectors of their own. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<MarengoEmbeddingType>))]
public readonly record struct MarengoEmbeddingType(string Value) : IOpenValue<MarengoEmbeddingType>
{
    /// <summary>One vector for each option.</summary>
    public static MarengoEmbeddingType Separate { get; } = new("separate_embedding");

    /// <summary>One vector for all options together.</summary>
    public static MarengoEmbeddingType Fused { get; } = new("fused_embedding");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator MarengoEmbeddingType(string value) => new(value);

    /// <inheritdoc/>
    public static MarengoEmbeddingType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
