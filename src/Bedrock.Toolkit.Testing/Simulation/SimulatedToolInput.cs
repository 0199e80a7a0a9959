using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Makes the input of a tool call from the tool's JSON schema and the words of the user.</summary>
internal static partial class SimulatedToolInput
{
    private const int MaxDepth = 16;

    /// <summary>Whether a text names a tool: by its name, with underscores, hyphens or spaces.</summary>
    public static bool IsNamed(string text, string toolName) =>
        text.Contains(toolName, StringComparison.OrdinalIgnoreCase)
        || text.Contains(toolName.Replace('_', ' ').Replace('-', ' '), StringComparison.OrdinalIgnoreCase);

    /// <summary>The input as JSON: every required property of the schema, texts and numbers taken from what the user wrote.</summary>
    public static string Create(JsonElement schema, string text) =>
        System.Text.Encoding.UTF8.GetString(SimulatedJson.Object(writer => WriteMembers(writer, schema, text, 0)));

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement schema, string text, int depth)
    {
        if (!IsObject(schema) || !schema.TryGetProperty("required", out JsonElement required) || required.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        bool hasProperties = schema.TryGetProperty("properties", out JsonElement properties) && IsObject(properties);
        foreach (JsonElement item in required.EnumerateArray())
        {
            if (item.GetString() is { } name)
            {
                writer.WritePropertyName(name);
                WriteValue(writer, hasProperties && properties.TryGetProperty(name, out JsonElement property) ? property : default, text, depth + 1);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement schema, string text, int depth)
    {
        if (IsObject(schema) && schema.TryGetProperty("enum", out JsonElement values) && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0)
        {
            Choose(values, text).WriteTo(writer);
            return;
        }

        switch (depth > MaxDepth ? "null" : TypeOf(schema))
        {
            case "integer":
                writer.WriteNumberValue((long)Math.Clamp(FirstNumber(text), -1e15, 1e15));
                break;
            case "number":
                writer.WriteNumberValue(FirstNumber(text));
                break;
            case "boolean":
                writer.WriteBooleanValue(true);
                break;
            case "null":
                writer.WriteNullValue();
                break;
            case "array":
                writer.WriteStartArray();
                WriteValue(writer, schema.TryGetProperty("items", out JsonElement items) ? items : default, text, depth + 1);
                writer.WriteEndArray();
                break;
            case "object":
                writer.WriteStartObject();
                WriteMembers(writer, schema, text, depth + 1);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(Subject(text));
                break;
        }
    }

    private static JsonElement Choose(JsonElement values, string text)
    {
        foreach (JsonElement value in values.EnumerateArray())
        {
            if (value.ValueKind == JsonValueKind.String && text.Contains(value.GetString()!, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return values[0];
    }

    // A schema may give a list of types: the first that is not null counts.
    private static string? TypeOf(JsonElement schema)
    {
        if (!IsObject(schema) || !schema.TryGetProperty("type", out JsonElement type))
        {
            return null;
        }

        return type.ValueKind switch
        {
            JsonValueKind.String => type.GetString(),
            JsonValueKind.Array => type.EnumerateArray().Select(t => t.GetString()).FirstOrDefault(t => t != "null"),
            _ => null,
        };
    }

    /// <summary>What the text is about: what stands in quotes, else what follows the last preposition, else the last word.</summary>
    private static string Subject(string text)
    {
        if (Quoted().Match(text) is { Success: true } quoted)
        {
            return quoted.Groups[1].Value;
        }

        if (AfterPreposition().Match(text) is { Success: true } place)
        {
            return place.Groups[1].Value.Trim();
        }

        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim('.', '?', '!', ',') ?? string.Empty;
    }

    private static double FirstNumber(string text) =>
        Number().Match(text) is { Success: true } match && double.TryParse(match.Value, CultureInfo.InvariantCulture, out double number) ? number : 1;

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;

    [GeneratedRegex("[\"\u201c]([^\"\u201d]+)[\"\u201d]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:in|for|of|at|to|about|from)\s+([^.?!,;:]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex AfterPreposition();

    [GeneratedRegex(@"-?\d{1,15}(?:\.\d{1,15})?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
