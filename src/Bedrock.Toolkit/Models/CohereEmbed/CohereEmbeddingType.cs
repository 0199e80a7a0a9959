using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A form in which the vectors are given. An open value: any other string works too.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(OpenValueConverter<CohereEmbeddingType>))]
public readonly record struct CohereEmbeddingType(string Value) : IOpenValue<CohereEmbeddingType>
{
    /// <summary>One floating-point number per dimension.</summary>
    public static CohereEmbeddingType Float { get; } = new("float");

    /// <summary>One signed byte per dimension, -128 to 127.</summary>
    public static CohereEmbeddingType Int8 { get; } = new("int8");

    /// <summary>One unsigned byte per dimension, 0 to 255.</summary>
    public static CohereEmbeddingType UInt8 { get; } = new("uint8");

    /// <summary>One bit per dimension, eight to a signed byte.</summary>
    public static CohereEmbeddingType Binary { get; } = new("binary");

    /// <summary>One bit per dimension, eight to an unsigned byte.</summary>
    public static CohereEmbeddingType UBinary { get; } = new("ubinary");

    /// <summary>Makes the value from its text.</summary>
    /// <param name="value">The text on the wire.</param>
    public static implicit operator CohereEmbeddingType(string value) => new(value);

    /// <inheritdoc/>
    public static CohereEmbeddingType Create(string value) => new(value);

    /// <summary>The text on the wire; empty for the <c>default</c> value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value ?? string.Empty;
}
