using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads a time in whole seconds, also when it comes with a fraction of nothing (<c>1764000000.0</c>). Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatSecondsConverter : JsonConverter<long>
{
    private const double MostWhole = 9_007_199_254_740_992;

    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out long whole))
            {
                return whole;
            }

            if (reader.TryGetDouble(out double number) && Math.Abs(number) <= MostWhole && Math.Truncate(number) == number)
            {
                return (long)number;
            }
        }

        throw new JsonException("A whole number of seconds was expected.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}
