using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes numbers by token. Stateless and thread safe.</summary>
/// <remarks>Why not the built-in support: it pushes a frame on the serializer's heap-allocated stack and boxes an enumerator.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionLogitBiasConverter : JsonConverter<IDictionary<string, double>>
{
    /// <inheritdoc/>
    public override IDictionary<string, double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An object was expected, but the JSON has {reader.TokenType}.");
        }

        var biases = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string token = reader.GetString()!;
            reader.Read();
            biases[token] = reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double bias)
                ? bias
                : throw new JsonException($"A number was expected for every token, but the JSON has {reader.TokenType}.");
        }

        return biases;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IDictionary<string, double> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        if (value is Dictionary<string, double> plain)
        {
            foreach ((string token, double bias) in plain)
            {
                writer.WriteNumber(token, bias);
            }
        }
        else
        {
            foreach ((string token, double bias) in value)
            {
                writer.WriteNumber(token, bias);
            }
        }

        writer.WriteEndObject();
    }
}
