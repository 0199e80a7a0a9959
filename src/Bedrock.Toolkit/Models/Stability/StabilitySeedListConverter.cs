using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads a list of seeds, whose elements are numbers in some answers and strings in others. Stateless and thread safe.</summary>
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
