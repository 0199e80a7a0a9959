using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>The vectors of a Cohere answer in each form that was asked for. Not thread safe while it is being changed.</summary>
/// <remarks>
/// On the wire either an array of floating-point vectors or an object with a list per form; what was read is written in the same shape.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
/// </remarks>
public sealed class CohereEmbeddings
{
    /// <summary>Whether the vectors are a bare array on the wire, not an object with a list per form.</summary>
    /// <value>False by default; then only <see cref="Float"/> may be set.</value>
    [JsonIgnore]
    public bool IsArray { get; set; }

    /// <summary>Vectors of floating-point numbers.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("float")]
    [JsonConverter(typeof(FloatVectorListConverter))]
    public IList<ReadOnlyMemory<float>>? Float { get; set; }

    /// <summary>Vectors of signed bytes.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("int8")]
    [JsonConverter(typeof(Int8VectorListConverter))]
    public IList<ReadOnlyMemory<sbyte>>? Int8 { get; set; }

    /// <summary>Vectors of unsigned bytes.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("uint8")]
    [JsonConverter(typeof(UInt8VectorListConverter))]
    public IList<ReadOnlyMemory<byte>>? UInt8 { get; set; }

    /// <summary>Vectors of bits, eight to a signed byte: the bytes of <see cref="UBinary"/> less 128. That they are packed is unconfirmed for Bedrock.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("binary")]
    [JsonConverter(typeof(Int8VectorListConverter))]
    public IList<ReadOnlyMemory<sbyte>>? Binary { get; set; }

    /// <summary>Vectors of bits, eight to an unsigned byte. That they are packed is unconfirmed for Bedrock.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("ubinary")]
    [JsonConverter(typeof(UInt8VectorListConverter))]
    public IList<ReadOnlyMemory<byte>>? UBinary { get; set; }

    /// <summary>Forms that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
