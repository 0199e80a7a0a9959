using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A form in which Titan Text Embeddings V2 can give the vector. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<TitanEmbeddingType>))]
public readonly record struct TitanEmbeddingType(string Value) : IOpenValue<TitanEmbeddingType>
{
    /// <summary>One floating-point number per dimension.</summary>
    public static TitanEmbeddingType Float { get; } = new("float");

    /// <summary>One bit per dimension.</summary>
    public static TitanEmbeddingType Binary { get; } = new("binary");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator TitanEmbeddingType(string value) => new(value);

    /// <inheritdoc/>
    public static TitanEmbeddingType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
