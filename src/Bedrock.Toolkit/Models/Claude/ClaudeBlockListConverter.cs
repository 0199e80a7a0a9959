using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>Reads and writes what is a string or an array of blocks. Stateless and thread safe.</summary>
/// <typeparam name="T">The list.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ClaudeBlockListConverter<T> : JsonConverter<T>
    where T : ClaudeBlockList
{
    private protected ClaudeBlockListConverter()
    {
    }

    /// <inheritdoc/>
    /// <remarks>A null among the blocks is passed over, as if it were absent.</remarks>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return FromText(reader.GetString()!);
            case JsonTokenType.StartArray:
                break;
            default:
                throw new JsonException($"A string or an array of blocks was expected, but the JSON has {reader.TokenType}.");
        }

        T list = Empty();
        int index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (NestedJson.Read(ref reader, ClaudeJsonContext.Default.ClaudeContentBlock, index++) is { } block)
            {
                list.Add(block);
            }
        }

        return list;
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
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
            NestedJson.Write(writer, value[i], ClaudeJsonContext.Default.ClaudeContentBlock, i);
        }

        writer.WriteEndArray();
    }

    private protected abstract T FromText(string text);

    private protected abstract T Empty();
}
