namespace Bedrock.Toolkit.Models;

/// <summary>The images of Stable Diffusion 3 and later, of Stable Image Core and Ultra, and of Stability AI's image services.</summary>
/// <remarks>
/// A filtered answer can hold nothing but <see cref="FinishReasons"/>.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-diffusion-3-5-large.html
/// </remarks>
public sealed partial class StableImageResponse : BedrockResponse
{
    /// <summary>The seed of each image.</summary>
    /// <value>Read from numbers and from strings, written as numbers; omitted when null.</value>
    [JsonPropertyName("seeds"), JsonConverter(typeof(StabilitySeedListConverter))]
    public IList<long>? Seeds { get; set; }

    /// <summary>What kept each image from being made or shown.</summary>
    /// <value>Null for an image that is complete, else such as <c>Filter reason: prompt</c> or <c>Inference error</c>; omitted when null.</value>
    [JsonPropertyName("finish_reasons"), JsonConverter(typeof(StabilityReasonListConverter))]
    public IList<string?>? FinishReasons { get; set; }

    /// <summary>The images.</summary>
    /// <value>Missing when everything was filtered; omitted when null.</value>
    [JsonPropertyName("images"), JsonConverter(typeof(StabilityListConverter<BedrockImage>))]
    public IList<BedrockImage>? Images { get; set; }

    private protected override ObjectSummary Summarise() => new("Images", ObjectSummary.Count(Images?.Count ?? 0, "image"));
}

/// <summary>Reads and writes a list of texts in which null has a meaning.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StabilityReasonListConverter : JsonConverter<IList<string?>>
{
    /// <inheritdoc/>
    public override IList<string?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"An array was expected, but the JSON has {reader.TokenType}.");
        }

        List<string?> reasons = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reasons.Add(reader.TokenType is JsonTokenType.String or JsonTokenType.Null
                ? reader.GetString()
                : throw new JsonException($"A string or null was expected at index {reasons.Count} of the reasons, but the JSON has {reader.TokenType}."));
        }

        return reasons;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IList<string?> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (string? reason in value)
        {
            writer.WriteStringValue(reason);
        }

        writer.WriteEndArray();
    }
}

/// <summary>Reads a list of seeds, whose elements are numbers in some answers and strings in others. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StabilitySeedListConverter : JsonConverter<IList<long>>
{
    /// <inheritdoc/>
    public override IList<long> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"An array was expected, but the JSON has {reader.TokenType}.");
        }

        List<long> seeds = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            seeds.Add(ReadSeed(ref reader, seeds.Count));
        }

        return seeds;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IList<long> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (long seed in value)
        {
            writer.WriteNumberValue(seed);
        }

        writer.WriteEndArray();
    }

    private static long ReadSeed(ref Utf8JsonReader reader, int index)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out long whole):
                return whole;
            case JsonTokenType.Number when reader.TryGetDouble(out double number) && Math.Abs(number) < 1L << 53 && Math.Truncate(number) == number:
                return (long)number;
            case JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed):
                return parsed;
            default:
                throw new JsonException($"A whole number was expected at index {index} of the seeds.");
        }
    }
}
