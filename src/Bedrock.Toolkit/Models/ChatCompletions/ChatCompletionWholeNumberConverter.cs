using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads a whole number of up to 64 bits leniently: <c>28</c> and <c>28.0</c>. Stateless and thread safe.</summary>
/// <remarks>With a guardrail active Bedrock writes whole numbers with a fraction.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionWholeNumberConverter : JsonConverter<long>
{
    private const double MostExact = 9_007_199_254_740_992;

    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out long whole))
            {
                return whole;
            }

            if (reader.TryGetDouble(out double number) && Math.Abs(number) <= MostExact && Math.Truncate(number) == number)
            {
                return (long)number;
            }
        }

        throw new JsonException("A whole number of at most 64 bits was expected.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}
