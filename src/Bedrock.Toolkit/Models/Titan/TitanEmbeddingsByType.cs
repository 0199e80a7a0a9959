using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One vector in several forms. Not thread safe while it is being changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html</remarks>
public sealed class TitanEmbeddingsByType
{
    /// <summary>The vector as floating-point numbers.</summary>
    /// <value>One number per dimension; empty, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("float")]
    [JsonConverter(typeof(FloatVectorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Float { get; set; }

    /// <summary>The vector as bits.</summary>
    /// <value>
    /// One byte per dimension, 0 or 1, not packed (the values and that they are not packed are unconfirmed); empty, and omitted, when this form
    /// was not asked for.
    /// </value>
    [JsonPropertyName("binary")]
    [JsonConverter(typeof(TitanBinaryVectorConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<byte> Binary { get; set; }

    /// <summary>Forms that this version does not know; kept when read and written back.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
