using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Microsoft.Extensions.AI;

/// <summary>Values of any type as JSON, without reflection. Immutable and thread-safe.</summary>
internal sealed partial class ChatJson(JsonSerializerOptions? options)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };
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
                return Mended(element);
            case JsonDocument document:
                return Mended(document.RootElement.Clone());
        }

        Type type = value.GetType();
        System.Text.Json.Serialization.Metadata.JsonTypeInfo? info = null;
        if (value is JsonNode || options?.TryGetTypeInfo(type, out info) == true
            || AIJsonUtilities.DefaultOptions.TryGetTypeInfo(type, out info))
        {
            try
            {
                return value is JsonNode node ? Parse(node.ToJsonString()) : JsonSerializer.SerializeToElement(value, info!);
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

    /// <summary>JSON as nodes that can be changed, as deep as a model or another layer may have written it.</summary>
    public static JsonNode? Node(JsonElement json) => JsonNode.Parse(json.GetRawText(), null, Deep);

    /// <summary>JSON, as deep as a model or another layer may have written it.</summary>
    public static JsonElement Parse(string json) => JsonElement.Parse(json, Deep);

    /// <summary>The JSON with U+FFFD in the place of halves of surrogate pairs, which nothing can write; the one given when it has none.</summary>
    public static JsonElement Mended(JsonElement json)
    {
        string raw = json.ValueKind == JsonValueKind.Undefined ? string.Empty : json.GetRawText();
        if (!raw.Contains("\\u", StringComparison.Ordinal))
        {
            return json;
        }

        string mended = Escapes().Replace(raw, static escape => escape.Groups["half"].Success ? "\\uFFFD" : escape.Value);
        return mended == raw ? json : Parse(mended);
    }

    /// <summary>The number that was meant, where JSON has it.</summary>
    /// <exception cref="ArgumentException">It is NaN or infinite.</exception>
    public static double ToDouble(float value, string option) =>
        float.IsFinite(value) ? ToDouble(value) : throw new ArgumentException($"ChatOptions.{option} must be a finite number.", "options");

    // Whole pairs and other escapes first: what is left of surrogates stands alone.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();

    /// <summary>The number that was meant: 0.7f is 0.7, not 0.699999988.</summary>
    public static double ToDouble(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
