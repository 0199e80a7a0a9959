using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ChatCompletionStop"/>: a string, or an array of strings. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionStopConverter : JsonConverter<ChatCompletionStop>
{
    /// <inheritdoc/>
    public override ChatCompletionStop Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new ChatCompletionStop(reader.GetString()!);
            case JsonTokenType.StartArray:
                break;
            default:
                throw new JsonException($"A string or an array of strings was expected, but the JSON has {reader.TokenType}.");
        }

        var stop = new ChatCompletionStop();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new JsonException($"A string was expected at index {stop.Count}, but the JSON has {reader.TokenType}.");
            }

            stop.Add(reader.GetString()!);
        }

        return stop;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ChatCompletionStop value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.StringForm is { } text)
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            writer.WriteStringValue(value[i]);
        }

        writer.WriteEndArray();
    }
}
