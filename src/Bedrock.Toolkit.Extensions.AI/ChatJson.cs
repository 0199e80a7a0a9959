using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Extensions.AI;

/// <summary>Values of any type as JSON, without reflection. Immutable and thread-safe.</summary>
internal sealed class ChatJson(JsonSerializerOptions? options)
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    /// <exception cref="NotSupportedException">No metadata is known for the type.</exception>
    public JsonElement ToElement(object? value, string where)
    {
        switch (value)
        {
            case null:
            case JsonElement { ValueKind: JsonValueKind.Undefined }:
                return Null;
            case JsonElement element:
                return element;
            case JsonDocument document:
                return document.RootElement.Clone();
            case JsonNode node:
                return JsonElement.Parse(node.ToJsonString());
        }

        Type type = value.GetType();
        if (options?.TryGetTypeInfo(type, out System.Text.Json.Serialization.Metadata.JsonTypeInfo? info) == true
            || AIJsonUtilities.DefaultOptions.TryGetTypeInfo(type, out info))
        {
            try
            {
                return JsonSerializer.SerializeToElement(value, info);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"{where} cannot be written as JSON: it holds a number that JSON does not have, such as NaN.", "messages", e);
            }
        }

        throw new NotSupportedException(
            $"{where} is a {type.Name}, for which no JSON metadata is known: set BedrockChatClientOptions.SerializerOptions to options with a JSON "
                + "context that has it, or give a JsonElement.");
    }

    public JsonElement ToObject(IEnumerable<KeyValuePair<string, object?>>? members, string where)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach ((string name, object? value) in members ?? [])
            {
                writer.WritePropertyName(name);
                ToElement(value, $"{where}[\"{name}\"]").WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = 1_000 });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The number that was meant: 0.7f is 0.7, not 0.699999988.</summary>
    public static double ToDouble(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
