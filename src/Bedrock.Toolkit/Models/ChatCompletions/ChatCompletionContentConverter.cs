using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes <see cref="ChatCompletionContent"/>: a string, or an array of parts. Stateless and thread safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionContentConverter : JsonConverter<ChatCompletionContent>
{
    /// <inheritdoc/>
    /// <remarks>A null among the parts is passed over, as if it were absent.</remarks>
    public override ChatCompletionContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new ChatCompletionContent(reader.GetString()!);
            case JsonTokenType.StartArray:
                break;
            default:
                throw new JsonException($"A string or an array of parts was expected, but the JSON has {reader.TokenType}.");
        }

        var content = new ChatCompletionContent();
        int index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (NestedJson.Read(ref reader, ChatCompletionJsonContext.Default.ChatCompletionContentPart, index++) is { } part)
            {
                content.Add(part);
            }
        }

        return content;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ChatCompletionContent value, JsonSerializerOptions options)
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
            NestedJson.Write(writer, value[i], ChatCompletionJsonContext.Default.ChatCompletionContentPart, i);
        }

        writer.WriteEndArray();
    }
}
