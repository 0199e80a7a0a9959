using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Reads members of a request body and refuses what breaks the family's schema, in the words of the service.</summary>
internal static class BodyChecks
{
    /// <summary>Refuses members that the schema does not have. What Bedrock itself adds to every schema is allowed.</summary>
    public static void RefuseOthers(JsonElement element, string path, params ReadOnlySpan<string> allowed)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!allowed.Contains(property.Name) && !property.Name.StartsWith("amazon-bedrock-", StringComparison.Ordinal))
            {
                throw ServiceFailure.Malformed($"#{path}: extraneous key [{property.Name}] is not permitted");
            }
        }
    }

    public static JsonElement Required(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value : throw ServiceFailure.Malformed($"#: required key [{name}] not found");

    /// <summary>A required text that is not empty.</summary>
    public static string RequiredText(JsonElement element, string name)
    {
        JsonElement value = Required(element, name);
        if (value.ValueKind != JsonValueKind.String)
        {
            throw WrongType(name, "String", value);
        }

        string text = value.GetString()!;
        return text.Length > 0 ? text : throw ServiceFailure.Malformed($"#/{name}: expected minLength: 1, actual: 0");
    }

    public static JsonElement? Object(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object ? value : throw WrongType(name, "JSONObject", value);
    }

    public static int? Integer(JsonElement element, string name, int least)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int number))
        {
            throw WrongType(name, "Integer", value);
        }

        return number >= least ? number : throw ServiceFailure.Malformed($"#/{name}: {number} is not greater or equal to {least}");
    }

    /// <summary>Checks a number that has no effect here, such as a temperature.</summary>
    public static void CheckNumber(JsonElement element, string name, double least, double most)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double number))
        {
            throw WrongType(name, "Number", value);
        }

        if (number < least || number > most)
        {
            throw ServiceFailure.Malformed(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"#/{name}: {number} is not between {least} and {most}"));
        }
    }

    public static bool? Boolean(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw WrongType(name, "Boolean", value);
    }

    /// <summary>A list of texts; empty when the member is missing.</summary>
    public static List<string> Texts(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw WrongType(name, "JSONArray", value);
        }

        List<string> texts = [];
        foreach (JsonElement item in value.EnumerateArray())
        {
            texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw WrongType(name + "/" + texts.Count, "String", item));
        }

        return texts;
    }

    public static ServiceFailure WrongType(string path, string expected, JsonElement found) =>
        ServiceFailure.Malformed($"#/{path}: expected type: {expected}, found: {found.ValueKind}");
}
