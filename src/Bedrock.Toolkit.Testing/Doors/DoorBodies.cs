using System.Text.Json;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Doors;

/// <summary>Bodies of the doors as InvokeModel has them. Stateless and thread-safe.</summary>
internal static class DoorBodies
{
    private static readonly string[] OfTheDoor = ["model", "stream", "stream_options", "store", "service_tier", "metadata"];

    /// <summary>Chat Completions.</summary>
    public static byte[] OfChat(JsonElement body) => SimulatedJson.Object(writer => WriteOthers(writer, body, OfTheDoor));

    /// <summary>Claude Messages.</summary>
    public static byte[] OfMessages(JsonElement body) => SimulatedJson.Object(writer =>
    {
        if (body.TryGetProperty("anthropic_version", out _))
        {
            throw ServiceFailure.Validation("anthropic_version: Extra inputs are not permitted");
        }

        writer.WriteString("anthropic_version", "bedrock-2023-05-31");
        WriteOthers(writer, body, ["model", "stream", "service_tier"]);
    });

    /// <summary>Responses, as the Chat Completions that ask the same.</summary>
    /// <param name="body">The request.</param>
    /// <param name="before">The items of what it goes on from, a JSON array; null for nothing.</param>
    public static byte[] OfResponses(JsonElement body, byte[]? before) => SimulatedJson.Object(writer =>
    {
        writer.WriteStartArray("messages");
        if (body.TryGetProperty("instructions", out JsonElement instructions) && instructions.ValueKind == JsonValueKind.String)
        {
            WriteMessage(writer, "system", instructions.GetString()!);
        }

        if (before is not null)
        {
            using var items = JsonDocument.Parse(before);
            WriteInput(writer, items.RootElement);
        }

        WriteInput(writer, BodyChecks.Required(body, "input"));
        writer.WriteEndArray();
        foreach ((string from, string to) in (ReadOnlySpan<(string, string)>)
            [("max_output_tokens", "max_completion_tokens"), ("temperature", "temperature"), ("top_p", "top_p")])
        {
            if (body.TryGetProperty(from, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
            {
                writer.WritePropertyName(to);
                value.WriteTo(writer);
            }
        }

        WriteTools(writer, body);
        WriteFormat(writer, body);
    });

    private static void WriteOthers(Utf8JsonWriter writer, JsonElement body, string[] without)
    {
        foreach (JsonProperty member in body.EnumerateObject())
        {
            if (!without.Contains(member.Name))
            {
                member.WriteTo(writer);
            }
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, string role, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("content", text);
        writer.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter writer, JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.String)
        {
            WriteMessage(writer, "user", input.GetString()!);
            return;
        }

        if (input.ValueKind != JsonValueKind.Array)
        {
            throw BodyChecks.WrongType("input", "JSONArray", input);
        }

        foreach (JsonElement item in input.EnumerateArray())
        {
            switch (item.TryGetProperty("type", out JsonElement type) ? type.GetString() : "message")
            {
                case "message":
                    WriteMessage(writer, BodyChecks.RequiredText(item, "role"), TextOf(BodyChecks.Required(item, "content")));
                    break;
                case "function_call":
                    writer.WriteStartObject();
                    writer.WriteString("role", "assistant");
                    writer.WriteStartArray("tool_calls");
                    writer.WriteStartObject();
                    writer.WriteString("id", BodyChecks.RequiredText(item, "call_id"));
                    writer.WriteString("type", "function");
                    writer.WriteStartObject("function");
                    writer.WriteString("name", BodyChecks.RequiredText(item, "name"));
                    writer.WriteString("arguments", BodyChecks.RequiredText(item, "arguments"));
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                    break;
                case "function_call_output":
                    writer.WriteStartObject();
                    writer.WriteString("role", "tool");
                    writer.WriteString("tool_call_id", BodyChecks.RequiredText(item, "call_id"));
                    writer.WriteString("content", TextOf(BodyChecks.Required(item, "output")));
                    writer.WriteEndObject();
                    break;
                default:
                    // Reasoning and the like say nothing to a simulated model.
                    break;
            }
        }
    }

    private static string TextOf(JsonElement content) => content.ValueKind == JsonValueKind.String
        ? content.GetString()!
        : string.Join(' ', content.EnumerateArray()
            .Where(static part => part.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String)
            .Select(static part => part.GetProperty("text").GetString()));

    private static void WriteTools(Utf8JsonWriter writer, JsonElement body)
    {
        if (!body.TryGetProperty("tools", out JsonElement tools) || tools.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        writer.WriteStartArray("tools");
        foreach (JsonElement tool in tools.EnumerateArray())
        {
            if (BodyChecks.RequiredText(tool, "type") == "function")
            {
                writer.WriteStartObject();
                writer.WriteString("type", "function");
                writer.WriteStartObject("function");
                WriteOthers(writer, tool, ["type"]);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
        if (body.TryGetProperty("tool_choice", out JsonElement choice) && choice.ValueKind == JsonValueKind.String)
        {
            writer.WriteString("tool_choice", choice.GetString());
        }
    }

    private static void WriteFormat(Utf8JsonWriter writer, JsonElement body)
    {
        if (BodyChecks.Object(body, "text") is not { } text || BodyChecks.Object(text, "format") is not { } format
            || BodyChecks.RequiredText(format, "type") != "json_schema")
        {
            return;
        }

        writer.WriteStartObject("response_format");
        writer.WriteString("type", "json_schema");
        writer.WriteStartObject("json_schema");
        WriteOthers(writer, format, ["type"]);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
