using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="JambaStop"/>: a text, or an array of texts. Thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JambaStopConverter : JsonConverter<JambaStop>
{
    /// <inheritdoc/>
    public override JambaStop Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new JambaStop(reader.GetString()!);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"A text or an array of texts was expected, but the JSON has {reader.TokenType}.");
        }

        var stop = new JambaStop();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            stop.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException($"A text was expected, but the JSON has {reader.TokenType}."));
        }

        return stop;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JambaStop value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.IsText)
        {
            writer.WriteStringValue(value[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (string text in value)
        {
            writer.WriteStringValue(text ?? throw new JsonException("The list of stop texts holds null."));
        }

        writer.WriteEndArray();
    }
}
