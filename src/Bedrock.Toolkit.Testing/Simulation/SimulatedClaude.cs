using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Claude Messages.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html
/// </summary>
internal sealed partial class SimulatedClaude : ISimulatedFamily
{
    private const int MinThinkingBudget = 1024;
    private const int JsonPieceLength = 16;

    public IReadOnlyList<string> Prefixes { get; } = ["anthropic.claude-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call);
        byte[] body = SimulatedJson.Object(writer =>
        {
            WriteHead(writer, reply);
            writer.WriteStartArray("content");
            foreach (Block block in reply.Blocks)
            {
                WriteBlock(writer, block);
            }

            writer.WriteEndArray();
            WriteStop(writer, reply);
            WriteUsage(writer, reply.InputTokens, reply.OutputTokens);
        });
        return new SimulatedAnswer { Parts = [body], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call);
        List<byte[]> events =
        [
            Event("message_start", writer =>
            {
                writer.WriteStartObject("message");
                WriteHead(writer, reply);
                writer.WriteStartArray("content");
                writer.WriteEndArray();
                writer.WriteNull("stop_reason");
                writer.WriteNull("stop_sequence");
                WriteUsage(writer, reply.InputTokens, 1);
                writer.WriteEndObject();
            }),
        ];
        for (int i = 0; i < reply.Blocks.Count; i++)
        {
            AddBlock(events, i, reply.Blocks[i]);
        }

        events.Add(Event("message_delta", writer =>
        {
            writer.WriteStartObject("delta");
            WriteStop(writer, reply);
            writer.WriteEndObject();
            writer.WriteStartObject("usage");
            writer.WriteNumber("output_tokens", reply.OutputTokens);
            writer.WriteEndObject();
        }));
        events.Add(Event("message_stop", static _ => { }));
        return new SimulatedAnswer { Parts = events, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    private static Reply Answer(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RequiredText(body, "anthropic_version");
        int maxTokens = BodyChecks.Integer(body, "max_tokens", 1) ?? throw ServiceFailure.Malformed("#: required key [max_tokens] not found");
        foreach (string foreign in (ReadOnlySpan<string>)["model", "stream"])
        {
            if (body.TryGetProperty(foreign, out _))
            {
                throw ServiceFailure.Malformed($"#: extraneous key [{foreign}] is not permitted");
            }
        }

        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        var turn = ClaudeTurn.Read(body);
        List<Block> blocks = [];
        if (Thinks(body, maxTokens, out bool hidden))
        {
            string thought = $"The user wants an answer to: {turn.Text}";
            blocks.Add(new Block("thinking", hidden ? string.Empty : thought, Id: Convert.ToBase64String(Digest(thought))));
        }

        int inputTokens = CountInput(body);
        if (!SimulatedText.IsScripted && turn.ToolResult is null && ClaudeTools.Choose(body, turn.Text) is { } tool)
        {
            string input = SimulatedToolInput.Create(tool.Schema, turn.Text);
            blocks.Add(new Block("tool_use", input, "toolu_bdrk_" + ShortDigest(input + turn.Text), tool.Name));
            return Finish("tool_use", null, Math.Min(maxTokens, SimulatedText.Tokens(input) + SimulatedText.Tokens(tool.Name)));
        }

        string words = turn.ToolResult is { } result ? SimulatedText.AnswerToTool(result)
            : SimulatedText.Answer(turn.Text, ClaudeTurn.System(body), turn.Attachments);
        (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(words, BodyChecks.Texts(body, "stop_sequences"), maxTokens);
        if (text.Length > 0)
        {
            blocks.Add(new Block("text", text));
        }

        return Finish(isCut ? "max_tokens" : stop is null ? "end_turn" : "stop_sequence", stop, tokens);

        Reply Finish(string stopReason, string? stopSequence, int outputTokens) =>
            new("msg_bdrk_" + ShortDigest(body.GetRawText()), VendorName(call.Model), blocks, stopReason, stopSequence, inputTokens, outputTokens);
    }

    private static bool Thinks(JsonElement body, int maxTokens, out bool hidden)
    {
        hidden = false;
        if (BodyChecks.Object(body, "thinking") is not { } thinking)
        {
            return false;
        }

        switch (BodyChecks.RequiredText(thinking, "type"))
        {
            case "disabled":
                return false;
            case "adaptive":
                hidden = thinking.TryGetProperty("display", out JsonElement display) && display.ValueEquals("omitted");
                return true;
            case "enabled":
                int budget = BodyChecks.Integer(thinking, "budget_tokens", MinThinkingBudget)
                    ?? throw ServiceFailure.Validation("thinking.enabled.budget_tokens: Field required");
                return budget < maxTokens
                    ? true
                    : throw ServiceFailure.Validation("`max_tokens` must be greater than `thinking.budget_tokens`.");
            default:
                throw ServiceFailure.Validation("thinking.type: Input should be 'enabled', 'disabled' or 'adaptive'");
        }
    }

    private static int CountInput(JsonElement body)
    {
        int tokens = 0;
        foreach (string name in (ReadOnlySpan<string>)["system", "messages", "tools"])
        {
            tokens += body.TryGetProperty(name, out JsonElement value) ? SimulatedText.Tokens(value) : 0;
        }

        return tokens;
    }

    private static void AddBlock(List<byte[]> events, int index, Block block)
    {
        events.Add(BlockEvent("content_block_start", index, writer =>
        {
            writer.WritePropertyName("content_block");
            WriteBlock(writer, block with { Text = block.Type == "tool_use" ? "{}" : string.Empty, Id = block.Type == "thinking" ? string.Empty : block.Id });
        }));
        switch (block.Type)
        {
            case "thinking":
                AddDeltas(events, index, "thinking_delta", "thinking", SimulatedText.Pieces(block.Text));
                AddDeltas(events, index, "signature_delta", "signature", [block.Id!]);
                break;
            case "tool_use":
                AddDeltas(events, index, "input_json_delta", "partial_json", [string.Empty, .. JsonPieces(block.Text)]);
                break;
            default:
                AddDeltas(events, index, "text_delta", "text", SimulatedText.Pieces(block.Text));
                break;
        }

        events.Add(BlockEvent("content_block_stop", index, static _ => { }));
    }

    private static void AddDeltas(List<byte[]> events, int index, string type, string member, IEnumerable<string> pieces)
    {
        foreach (string piece in pieces)
        {
            events.Add(BlockEvent("content_block_delta", index, writer =>
            {
                writer.WriteStartObject("delta");
                writer.WriteString("type", type);
                writer.WriteString(member, piece);
                writer.WriteEndObject();
            }));
        }
    }

    private static IEnumerable<string> JsonPieces(string json)
    {
        int start = 0;
        while (start < json.Length)
        {
            int end = Math.Min(start + JsonPieceLength, json.Length);
            end += end < json.Length && char.IsLowSurrogate(json[end]) ? 1 : 0;
            yield return json[start..end];
            start = end;
        }
    }

    private static byte[] BlockEvent(string type, int index, Action<Utf8JsonWriter> members) => Event(type, writer =>
    {
        writer.WriteNumber("index", index);
        members(writer);
    });

    private static byte[] Event(string type, Action<Utf8JsonWriter> members) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("type", type);
        members(writer);
    });

    private static void WriteHead(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteString("id", reply.Id);
        writer.WriteString("type", "message");
        writer.WriteString("role", "assistant");
        writer.WriteString("model", reply.Model);
    }

    private static void WriteBlock(Utf8JsonWriter writer, Block block)
    {
        writer.WriteStartObject();
        writer.WriteString("type", block.Type);
        switch (block.Type)
        {
            case "thinking":
                writer.WriteString("thinking", block.Text);
                writer.WriteString("signature", block.Id);
                break;
            case "tool_use":
                writer.WriteString("id", block.Id);
                writer.WriteString("name", block.Name);
                writer.WritePropertyName("input");
                writer.WriteRawValue(block.Text);
                break;
            default:
                writer.WriteString("text", block.Text);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteStop(Utf8JsonWriter writer, Reply reply)
    {
        writer.WriteString("stop_reason", reply.StopReason);
        writer.WriteString("stop_sequence", reply.StopSequence);
    }

    private static void WriteUsage(Utf8JsonWriter writer, int inputTokens, int outputTokens)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("input_tokens", inputTokens);
        writer.WriteNumber("cache_creation_input_tokens", 0);
        writer.WriteNumber("cache_read_input_tokens", 0);
        writer.WriteNumber("output_tokens", outputTokens);
        writer.WriteEndObject();
    }

    // The body has the vendor's name of the model: no provider, no version of Bedrock.
    private static string VendorName(string model)
    {
        string name = model["anthropic.".Length..];
        int version = name.LastIndexOf("-v", StringComparison.Ordinal);
        return version > 0 && name.Contains(':', StringComparison.Ordinal) ? name[..version] : name;
    }

    private static string ShortDigest(string text) => Convert.ToHexStringLower(Digest(text).AsSpan(0, 12));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <param name="Type">The type of the block.</param>
    /// <param name="Text">The text, the thought, or the JSON of a tool's input.</param>
    /// <param name="Id">The id of a tool call, or the signature of a thought.</param>
    /// <param name="Name">The name of a tool.</param>
    private sealed record Block(string Type, string Text, string? Id = null, string? Name = null);

    private sealed record Reply(
        string Id, string Model, IReadOnlyList<Block> Blocks, string StopReason, string? StopSequence, int InputTokens, int OutputTokens);
}
