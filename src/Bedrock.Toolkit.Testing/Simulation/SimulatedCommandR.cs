using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Command R. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html</summary>
internal sealed class SimulatedCommandR : ISimulatedFamily
{
    private const int DefaultMaxTokens = 4_000;

    private static readonly string[] Members =
    [
        "message", "chat_history", "documents", "search_queries_only", "preamble", "max_tokens", "temperature", "p", "k", "prompt_truncation",
            "frequency_penalty",
        "presence_penalty", "seed", "return_prompt", "tools", "tool_results", "stop_sequences", "raw_prompting", "force_single_step",
    ];

    public IReadOnlyList<string> Prefixes { get; } = ["cohere.command-r-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        byte[] body = SimulatedJson.Object(writer => WriteResponse(writer, call.Body, reply));
        return new SimulatedAnswer { Parts = [body], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        List<byte[]> events = [Event("stream-start", false, writer => writer.WriteString("generation_id", "simulated-generation"))];
        events.AddRange(SimulatedText.Pieces(reply.Text).Select(piece => Event("text-generation", false, writer => writer.WriteString("text", piece))));
        if (reply.Tool is not null)
        {
            events.Add(Event("tool-calls-generation", false, writer => WriteCalls(writer, reply)));
        }

        events.Add(Event("stream-end", true, writer =>
        {
            writer.WriteString("finish_reason", reply.Reason);
            writer.WriteStartObject("response");
            WriteResponse(writer, call.Body, reply);
            writer.WriteEndObject();
        }));
        return new SimulatedAnswer { Parts = events, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    private static byte[] Event(string type, bool isFinished, Action<Utf8JsonWriter> members) => SimulatedJson.Object(writer =>
    {
        writer.WriteBoolean("is_finished", isFinished);
        writer.WriteString("event_type", type);
        members(writer);
    });

    private static void WriteResponse(Utf8JsonWriter writer, JsonElement body, Reply reply)
    {
        writer.WriteString("response_id", "simulated-response");
        writer.WriteString("generation_id", "simulated-generation");
        writer.WriteString("text", reply.Text);
        writer.WriteStartArray("chat_history");
        if (body.TryGetProperty("chat_history", out JsonElement history))
        {
            foreach (JsonElement turn in history.EnumerateArray())
            {
                turn.WriteTo(writer);
            }
        }

        WriteTurn(writer, "USER", body.GetProperty("message").GetString()!);
        WriteTurn(writer, "CHATBOT", reply.Text);
        writer.WriteEndArray();
        writer.WriteString("finish_reason", reply.Reason);
        if (reply.Tool is not null)
        {
            WriteCalls(writer, reply);
        }

        if (reply.SearchQuery is { } query)
        {
            writer.WriteBoolean("is_search_required", true);
            writer.WriteStartArray("search_queries");
            writer.WriteStartObject();
            writer.WriteString("text", query);
            writer.WriteString("generation_id", "simulated-generation");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
    }

    private static void WriteTurn(Utf8JsonWriter writer, string role, string message)
    {
        writer.WriteStartObject();
        writer.WriteString("role", role);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteStartArray("tool_calls");
        writer.WriteStartObject();
        writer.WriteString("name", reply.Tool);
        writer.WritePropertyName("parameters");
        writer.WriteRawValue(reply.Parameters!);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(body, string.Empty, Members);
        string message = BodyChecks.Required(body, "message").GetString()!;
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "p", 0.01, 0.99);
        BodyChecks.CheckNumber(body, "k", 0, 500);
        BodyChecks.CheckNumber(body, "frequency_penalty", 0, 1);
        BodyChecks.CheckNumber(body, "presence_penalty", 0, 1);
        int maxTokens = BodyChecks.Integer(body, "max_tokens", 1) ?? DefaultMaxTokens;
        int inputTokens = SimulatedText.Tokens(body);
        bool hasTools = body.TryGetProperty("tools", out JsonElement tools);
        if (body.TryGetProperty("tool_results", out JsonElement results))
        {
            return hasTools
                ? Words(SimulatedText.AnswerToTool(
                    string.Join(' ', results.EnumerateArray().Select(result => BodyChecks.Required(result, "outputs").GetRawText()))))
                : throw ServiceFailure.Validation("invalid request: cannot specify tool_results without tools.");
        }

        if (string.IsNullOrWhiteSpace(message))
        {
            throw ServiceFailure.Validation("invalid request: message must be at least 1 token long.");
        }

        if (hasTools && !SimulatedText.IsScripted && tools.EnumerateArray()
            .FirstOrDefault(tool => SimulatedToolInput.IsNamed(message, BodyChecks.RequiredText(tool, "name"))) is { ValueKind: JsonValueKind.Object } named)
        {
            string parameters = SimulatedToolInput.Create(SchemaOf(named), message);
            return new Reply(string.Empty, "COMPLETE", inputTokens, SimulatedText.Tokens(parameters) + 1, BodyChecks.RequiredText(named, "name"), parameters);
        }

        if (!SimulatedText.IsScripted && BodyChecks.Boolean(body, "search_queries_only") == true)
        {
            return new Reply(string.Empty, "COMPLETE", inputTokens, SimulatedText.Tokens(message), SearchQuery: message);
        }

        string? preamble = body.TryGetProperty("preamble", out JsonElement system) ? system.GetString() : null;
        int documents = body.TryGetProperty("documents", out JsonElement list) ? list.GetArrayLength() : 0;
        return Words(SimulatedText.Answer(message, preamble, documents));

        Reply Words(string words)
        {
            (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(words, BodyChecks.Texts(body, "stop_sequences"), maxTokens);
            return new Reply(text, isCut ? "MAX_TOKENS" : stop is null ? "COMPLETE" : "STOP_SEQUENCE", inputTokens, tokens);
        }
    }

    /// <summary>The parameter definitions as a JSON schema.</summary>
    private static JsonElement SchemaOf(JsonElement tool)
    {
        byte[] schema = SimulatedJson.Object(writer =>
        {
            JsonElement? definitions = BodyChecks.Object(tool, "parameter_definitions");
            writer.WriteStartObject("properties");
            foreach (JsonProperty parameter in definitions?.EnumerateObject().ToList() ?? [])
            {
                writer.WriteStartObject(parameter.Name);
                writer.WriteString("type", JsonType(BodyChecks.RequiredText(parameter.Value, "type")));
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
            writer.WriteStartArray("required");
            foreach (JsonProperty parameter in definitions?.EnumerateObject().ToList() ?? [])
            {
                if (BodyChecks.Boolean(parameter.Value, "required") == true)
                {
                    writer.WriteStringValue(parameter.Name);
                }
            }

            writer.WriteEndArray();
        });
        return JsonElement.Parse(Encoding.UTF8.GetString(schema));
    }

    private static string JsonType(string pythonType) => pythonType switch
    {
        "int" => "integer",
        "float" => "number",
        "bool" => "boolean",
        _ when pythonType.StartsWith("list", StringComparison.OrdinalIgnoreCase) => "array",
        _ when pythonType.StartsWith("dict", StringComparison.OrdinalIgnoreCase) => "object",
        _ => "string",
    };

    private sealed record Reply(
        string Text, string Reason, int InputTokens, int OutputTokens, string? Tool = null, string? Parameters = null, string? SearchQuery = null);
}
