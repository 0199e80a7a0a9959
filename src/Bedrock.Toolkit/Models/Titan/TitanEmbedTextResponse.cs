namespace Bedrock.Toolkit.Models;

/// <summary>The vector of a text.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html</remarks>
public sealed partial class TitanEmbedTextResponse : BedrockResponse
{
    /// <summary>The vector as floating-point numbers.</summary>
    /// <value>1536 numbers from V1, as many as asked for from V2; empty, and omitted, when only the binary form was asked for.</value>
    [JsonPropertyName("embedding"), JsonConverter(typeof(FloatVectorConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>How long the text is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("inputTextTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? InputTextTokenCount { get; set; }

    /// <summary>The vector in each form that was asked for.</summary>
    /// <value>V2 only; omitted when null.</value>
    [JsonPropertyName("embeddingsByType"), JsonConverter(typeof(TitanObjectConverter<TitanEmbeddingsByType>))]
    public TitanEmbeddingsByType? EmbeddingsByType { get; set; }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => new() { InputTokens = InputTextTokenCount };

    private protected override ObjectSummary Summarise() => new("Embedding", ObjectSummary.Count(Embedding.Length, "number"));
}

/// <summary>One vector in several forms.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html</remarks>
public sealed partial class TitanEmbeddingsByType : BedrockObject
{
    /// <summary>The vector as floating-point numbers.</summary>
    /// <value>One number per dimension; empty, and omitted, when this form was not asked for.</value>
    [JsonPropertyName("float"), JsonConverter(typeof(FloatVectorConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Float { get; set; }

    /// <summary>The vector as bits.</summary>
    /// <value>
    /// One byte per dimension, 0 or 1, not packed (the values and that they are not packed are unconfirmed); empty, and omitted, when this form
    /// was not asked for.
    /// </value>
    [JsonPropertyName("binary"), JsonConverter(typeof(TitanBinaryVectorConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<byte> Binary { get; set; }
}

/// <summary>Reads and writes a vector of small whole numbers as a JSON array, where bytes would otherwise be base64.</summary>
/// <remarks>Takes 0 to 255, not only 0 and 1: what the service sends is documented by a type only. JSON null reads as the empty vector.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TitanBinaryVectorConverter : JsonConverter<ReadOnlyMemory<byte>>
{
    private const int InitialCapacity = 1024;

    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A binary vector is an array of numbers, but the JSON has {reader.TokenType}.");
        }

        var bits = new ArrayBufferWriter<byte>(InitialCapacity);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            bits.GetSpan(1)[0] = ReadElement(ref reader, bits.WrittenCount);
            bits.Advance(1);
        }

        return bits.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (byte bit in value.Span)
        {
            writer.WriteNumberValue(bit);
        }

        writer.WriteEndArray();
    }

    private static byte ReadElement(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetByte(out byte whole))
            {
                return whole;
            }

            // Bedrock writes whole numbers with a fraction at times: 1.0.
            if (reader.TryGetDouble(out double number) && number is >= byte.MinValue and <= byte.MaxValue && Math.Truncate(number) == number)
            {
                return (byte)number;
            }
        }

        throw new JsonException($"A whole number from 0 to 255 was expected at index {index} of a binary vector.");
    }
}
