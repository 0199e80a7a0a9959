using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Jamba. The metrics of a stream come as a chunk of their own, as the vendor's client reads them.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html
/// </summary>
internal sealed class SimulatedJamba : ISimulatedFamily
{
    private const int MaxTokens = 4_096;
    private const int MaxAnswers = 16;
    private const string Id = "simulated-completion";

    private static readonly string[] Members =
    [
        "messages", "n", "max_tokens", "temperature", "top_p", "stop", "frequency_penalty", "presence_penalty", "tools", "documents", "response_format",
    ];

    public IReadOnlyList<string> Prefixes { get; } = ["ai21.jamba-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        byte[] body = SimulatedJson.Object(writer =>
        {
            writer.WriteString("id", Id);
            writer.WriteStartArray("choices");
            for (int i = 0; i < reply.Answers; i++)
            {
                writer.WriteStartObject();
                writer.WriteNumber("index", i);
                writer.WriteStartObject("message");
                writer.WriteString("role", "assistant");
                writer.WriteString("content", reply.Tool is null ? reply.Text : null);
                WriteCalls(writer, reply);
                writer.WriteEndObject();
                writer.WriteNull("logprobs");
                writer.WriteString("finish_reason", reply.Reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteUsage(writer, reply);
        });
        return new SimulatedAnswer { Parts = [body], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        if (reply.Answers > 1)
        {
            throw ServiceFailure.Validation("n must be 1 when streaming.");
        }

        List<byte[]> chunks = [Chunk(writer => writer.WriteString("role", "assistant"), null, null)];
        if (reply.Tool is not null)
        {
            chunks.Add(Chunk(writer => WriteCalls(writer, reply), null, null));
        }
        else
        {
            chunks.AddRange(SimulatedText.Pieces(reply.Text).Select(piece => Chunk(writer => writer.WriteString("content", piece), null, null)));
        }

        chunks.Add(Chunk(writer => writer.WriteString("content", string.Empty), reply.Reason, reply));
        chunks.Add("{}"u8.ToArray());
        return new SimulatedAnswer { Parts = chunks, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    private static byte[] Chunk(Action<Utf8JsonWriter> delta, string? reason, Reply? usage) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("id", Id);
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("delta");
        delta(writer);
        writer.WriteEndObject();
        writer.WriteString("finish_reason", reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (usage is not null)
        {
            WriteUsage(writer, usage);
        }
    });

    private static void WriteCalls(Utf8JsonWriter writer, Reply reply)
    {
        if (reply.Tool is null)
        {
            writer.WriteNull("tool_calls");
            return;
        }

        writer.WriteStartArray("tool_calls");
        writer.WriteStartObject();
        writer.WriteString("id", "call_simulated");
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", reply.Tool);
        writer.WriteString("arguments", reply.Text);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteUsage(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", reply.InputTokens);
        writer.WriteNumber("completion_tokens", reply.OutputTokens);
        writer.WriteNumber("total_tokens", reply.InputTokens + reply.OutputTokens);
        writer.WriteEndObject();
    }

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(body, string.Empty, Members);
        BodyChecks.CheckNumber(body, "temperature", 0, 2);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        BodyChecks.CheckNumber(body, "n", 1, MaxAnswers);
        BodyChecks.CheckNumber(body, "max_tokens", 0, MaxTokens);
        int answers = BodyChecks.Integer(body, "n", 1) ?? 1;
        if (answers > 1 && body.TryGetProperty("temperature", out JsonElement temperature) && temperature.GetDouble() == 0)
        {
            throw ServiceFailure.Validation("n must be 1 when temperature is 0.");
        }

        Turn turn = ReadMessages(body);
        int inputTokens = SimulatedText.Tokens(body.GetProperty("messages"));
        if (!SimulatedText.IsScripted && turn.ToolResult is null && ChooseTool(body, turn.Text) is var (name, schema))
        {
            string arguments = SimulatedToolInput.Create(schema, turn.Text);
            return new Reply(arguments, "tool_calls", answers, inputTokens, SimulatedText.Tokens(arguments) + 1, name);
        }

        int documents = body.TryGetProperty("documents", out JsonElement list) ? list.GetArrayLength() : 0;
        string words = turn.ToolResult is { } result ? SimulatedText.AnswerToTool(result) : SimulatedText.Answer(turn.Text, turn.System, documents);
        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(words, Stops(body), BodyChecks.Integer(body, "max_tokens", 0) is > 0 and var limit
            ? limit : MaxTokens);
        return new Reply(text, isCut ? "length" : "stop", answers, inputTokens, tokens * answers);
    }

    private static Turn ReadMessages(JsonElement body)
    {
        JsonElement messages = BodyChecks.Required(body, "messages");
        if (messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
        {
            throw ServiceFailure.Malformed("#/messages: expected minimum item count: 1, found: 0");
        }

        var turn = new Turn(string.Empty, null, null);
        foreach (JsonElement message in messages.EnumerateArray())
        {
            string? content = message.TryGetProperty("content", out JsonElement value) ? value.GetString() : null;
            turn = BodyChecks.RequiredText(message, "role") switch
            {
                "user" => turn with { Text = BodyChecks.RequiredText(message, "content"), ToolResult = null },
                "system" => turn with { System = content },
                "tool" => turn with { ToolResult = $"{turn.ToolResult} {content}".Trim() },
                "assistant" => turn,
                var role => throw ServiceFailure.Validation($"messages: role {role} is not one of user, assistant, system and tool."),
            };
        }

        return turn;
    }

    private static (string Name, JsonElement Schema)? ChooseTool(JsonElement body, string text)
    {
        if (!body.TryGetProperty("tools", out JsonElement tools))
        {
            return null;
        }

        foreach (JsonElement function in tools.EnumerateArray().Select(tool => BodyChecks.Required(tool, "function")))
        {
            string name = BodyChecks.RequiredText(function, "name");
            if (SimulatedToolInput.IsNamed(text, name))
            {
                return (name, function.TryGetProperty("parameters", out JsonElement schema) ? schema : default);
            }
        }

        return null;
    }

    private static List<string> Stops(JsonElement body) =>
        body.TryGetProperty("stop", out JsonElement stop) && stop.ValueKind == JsonValueKind.String ? [stop.GetString()!] : BodyChecks.Texts(body, "stop");

    private sealed record Turn(string Text, string? System, string? ToolResult);

    private sealed record Reply(string Text, string Reason, int Answers, int InputTokens, int OutputTokens, string? Tool = null);
}
