using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bedrock.Toolkit.Tools;

/// <summary>Writes what a simulation needs of a model: operations and shapes, one a line, without texts.</summary>
internal static class FactsWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ApiModel model)
    {
        HashSet<string> errors = [.. model.Operations.Values.SelectMany(operation => operation.Errors)];
        var text = new StringBuilder("{\"operations\":{\n");
        text.AppendJoin(",\n", model.Operations.Values.OrderBy(operation => operation.Name, StringComparer.Ordinal).Select(Line));
        text.Append("\n},\"shapes\":{\n");
        text.AppendJoin(",\n", model.Shapes.Values.Where(shape => !errors.Contains(shape.Name)).OrderBy(shape => shape.Name, StringComparer.Ordinal).Select(Line));
        return text.Append("\n}}\n").ToString();
    }

    private static string Line(ApiOperation operation) => Named(operation.Name, json =>
    {
        json.WriteString("method", operation.Method);
        json.WriteString("uri", operation.Uri);
        json.WriteNumber("status", operation.Status);
        json.WriteString("input", operation.Input);
        json.WriteString("output", operation.Output);
        Texts(json, "errors", operation.Errors);
    });

    private static string Line(ApiShape shape) => Named(shape.Name, json =>
    {
        json.WriteString("type", shape.IsDocument ? "document" : shape.Type);
        Text(json, "of", shape.Element);
        Text(json, "payload", shape.Payload);
        Number(json, "min", shape.Min);
        Number(json, "max", shape.Max);
        Text(json, "pattern", CheckWriter.PatternOf(shape));
        Texts(json, "enum", shape.Values);
        Texts(json, "required", shape.Required);
        if (shape.IsUnion)
        {
            json.WriteBoolean("union", true);
        }

        if (shape.Members.Count > 0)
        {
            json.WriteStartObject("members");
            foreach (ApiMember member in shape.Members)
            {
                Member(json, member);
            }

            json.WriteEndObject();
        }
    });

    // Most members are in the body, under their own name.
    private static void Member(Utf8JsonWriter json, ApiMember member)
    {
        if (member.Location is null && member.WireName == member.Name && !member.IsToken)
        {
            json.WriteString(member.Name, member.Shape);
            return;
        }

        json.WriteStartObject(member.Name);
        json.WriteString("shape", member.Shape);
        Text(json, "in", member.Location);
        Text(json, "as", member.WireName == member.Name ? null : member.WireName);
        if (member.IsToken)
        {
            json.WriteBoolean("token", true);
        }

        json.WriteEndObject();
    }

    private static string Named(string name, Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return $"\"{name}\":{Encoding.UTF8.GetString(stream.ToArray())}";
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (string value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }
}
