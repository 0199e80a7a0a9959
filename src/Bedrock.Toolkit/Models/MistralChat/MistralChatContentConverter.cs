using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="MistralChatContent"/>. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MistralChatContentConverter : JsonConverter<MistralChatContent>
{
    /// <inheritdoc/>
    /// <remarks>A null among the parts is passed over, as if it were absent.</remarks>
    public override MistralChatContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new MistralChatContent(reader.GetString()!);
            case JsonTokenType.StartArray:
                break;
            default:
                throw new JsonException($"A string or an array of parts was expected, but the JSON has {reader.TokenType}.");
        }

        var content = new MistralChatContent();
        int index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (NestedJson.Read(ref reader, MistralChatJsonContext.Default.MistralChatPart, index++) is { } part)
            {
                content.Add(part);
            }
        }

        return content;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MistralChatContent value, JsonSerializerOptions options)
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
            NestedJson.Write(writer, value[i], MistralChatJsonContext.Default.MistralChatPart, i);
        }

        writer.WriteEndArray();
    }
}
