namespace Bedrock.Toolkit.Models;

/// <summary>The vectors of the inputs, in their order.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html</remarks>
public sealed partial class CohereEmbedResponse : BedrockResponse
{
    /// <summary>The id of the answer.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The shape of the vectors.</summary>
    /// <value><c>embeddings_floats</c> or <c>embeddings_by_type</c>; omitted when null.</value>
    [JsonPropertyName("response_type")]
    public string? ResponseType { get; set; }

    /// <summary>The vectors.</summary>
    /// <value>An array of vectors or an object with a list per form on the wire: both are read; omitted when null.</value>
    [JsonPropertyName("embeddings"), JsonConverter(typeof(CohereEmbeddingsConverter))]
    public CohereEmbeddings? Embeddings { get; set; }

    /// <summary>The texts, as the service read them (English v3 gives them in small letters).</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("texts"), JsonConverter(typeof(CohereEmbedListConverter<string>))]
    public IList<string>? Texts { get; set; }

    /// <summary>The mixed inputs again.</summary>
    /// <value>v4 only; omitted when null.</value>
    [JsonPropertyName("inputs"), JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedInput>))]
    public IList<CohereEmbedInput>? Inputs { get; set; }

    /// <summary>What the service saw of the images.</summary>
    /// <value>v3 only; omitted when null.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(CohereEmbedListConverter<CohereEmbedImageInfo>))]
    public IList<CohereEmbedImageInfo>? Images { get; set; }

    private protected override ObjectSummary Summarise() => new("Embeddings");
}

/// <summary>What the service saw of an image (Embed v3).</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html</remarks>
public sealed partial class CohereEmbedImageInfo : BedrockObject
{
    /// <summary>The width.</summary>
    /// <value>In pixels; omitted when null.</value>
    [JsonPropertyName("width"), JsonConverter(typeof(CountConverter))]
    public int? Width { get; set; }

    /// <summary>The height.</summary>
    /// <value>In pixels; omitted when null.</value>
    [JsonPropertyName("height"), JsonConverter(typeof(CountConverter))]
    public int? Height { get; set; }

    /// <summary>The format.</summary>
    /// <value>Such as <c>png</c>; omitted when null.</value>
    [JsonPropertyName("format")]
    public string? Format { get; set; }

    /// <summary>The colour depth.</summary>
    /// <value>In bits per pixel; omitted when null.</value>
    [JsonPropertyName("bit_depth"), JsonConverter(typeof(CountConverter))]
    public int? BitDepth { get; set; }
}

/// <summary>The vectors of a Cohere answer in each form that was asked for.</summary>
/// <remarks>
/// On the wire either an array of floating-point vectors or an object with a list per form; what was read is written in the same shape.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
/// </remarks>
public sealed partial class CohereEmbeddings : BedrockObject
{
    /// <summary>Whether the vectors are a bare array on the wire, not an object with a list per form.</summary>
    /// <value>False by default; then only <see cref="Float"/> may be set.</value>
    [JsonIgnore]
    public bool IsArray { get; set; }

    /// <summary>Vectors of floating-point numbers.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("float"), JsonConverter(typeof(FloatVectorListConverter))]
    public IList<ReadOnlyMemory<float>>? Float { get; set; }

    /// <summary>Vectors of signed bytes.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("int8"), JsonConverter(typeof(Int8VectorListConverter))]
    public IList<ReadOnlyMemory<sbyte>>? Int8 { get; set; }

    /// <summary>Vectors of unsigned bytes.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("uint8"), JsonConverter(typeof(UInt8VectorListConverter))]
    public IList<ReadOnlyMemory<byte>>? UInt8 { get; set; }

    /// <summary>Vectors of bits, eight to a signed byte: the bytes of <see cref="UBinary"/> less 128. That they are packed is unconfirmed for
    /// Bedrock.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("binary"), JsonConverter(typeof(Int8VectorListConverter))]
    public IList<ReadOnlyMemory<sbyte>>? Binary { get; set; }

    /// <summary>Vectors of bits, eight to an unsigned byte. That they are packed is unconfirmed for Bedrock.</summary>
    /// <value>One vector per input; null, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("ubinary"), JsonConverter(typeof(UInt8VectorListConverter))]
    public IList<ReadOnlyMemory<byte>>? UBinary { get; set; }
}

/// <summary>Reads and writes the vectors of a Cohere answer in either of their shapes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CohereEmbeddingsConverter : JsonConverter<CohereEmbeddings>
{
    private static readonly FloatVectorListConverter Floats = new();

    /// <inheritdoc/>
    public override CohereEmbeddings? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartArray
            ? new CohereEmbeddings { IsArray = true, Float = Floats.Read(ref reader, typeof(IList<ReadOnlyMemory<float>>), options) }
            : NestedJson.Read(ref reader, CohereEmbedJsonContext.Default.CohereEmbeddings);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CohereEmbeddings value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (!value.IsArray)
        {
            NestedJson.Write(writer, value, CohereEmbedJsonContext.Default.CohereEmbeddings);
            return;
        }

        if (value is not { Int8: null, UInt8: null, Binary: null, UBinary: null, AdditionalProperties: null or { Count: 0 } })
        {
            throw new JsonException("CohereEmbeddings.IsArray is set, but an array holds nothing but Float.");
        }

        Floats.Write(writer, value.Float ?? [], options);
    }
}
