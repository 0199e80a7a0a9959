using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Nova, messages-v1. The stream has an index of its own for every piece of text, as recorded streams have.
/// Source: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html
/// </summary>
internal sealed partial class SimulatedNova : ISimulatedFamily
{
    private const int DefaultMaxTokens = 5_000;

    public IReadOnlyList<string> Prefixes { get; } =
    [
        "amazon.nova-micro-", "amazon.nova-lite-", "amazon.nova-pro-", "amazon.nova-premier-", "amazon.nova-2-lite-", "amazon.nova-2-pro-",
    ];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        byte[] body = SimulatedJson.Object(writer =>
        {
            writer.WriteStartObject("output");
            writer.WriteStartObject("message");
            writer.WriteStartArray("content");
            foreach (Block block in reply.Blocks)
            {
                WriteBlock(writer, block);
            }

            writer.WriteEndArray();
            writer.WriteString("role", "assistant");
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteString("stopReason", reply.StopReason);
            WriteUsage(writer, reply, withTotal: true);
        });
        return new SimulatedAnswer { Parts = [body], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        List<byte[]> events = [Event("messageStart", writer => writer.WriteString("role", "assistant"))];
        int index = 0;
        foreach (Block block in reply.Blocks)
        {
            AddBlock(events, block, ref index);
        }

        events.Add(Event("messageStop", writer => writer.WriteString("stopReason", reply.StopReason)));
        events.Add(Event("metadata", writer =>
        {
            WriteUsage(writer, reply, withTotal: false);
            writer.WriteStartObject("metrics");
            writer.WriteEndObject();
            writer.WriteStartObject("trace");
            writer.WriteEndObject();
        }));
        return new SimulatedAnswer { Parts = events, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "schemaVersion", "system", "messages", "inferenceConfig", "toolConfig", "reasoningConfig");
        var turn = NovaTurn.Read(body);
        string? system = NovaTurn.System(body);
        JsonElement? config = BodyChecks.Object(body, "inferenceConfig");
        (int maxTokens, List<string> stops) = config is { } settings ? ReadSettings(settings) : (DefaultMaxTokens, []);
        int inputTokens = SimulatedText.Tokens(body.GetProperty("messages")) + SimulatedText.Tokens(system ?? string.Empty);
        List<Block> blocks = [];
        if (Reasons(body) || (config is { } c && Reasons(c)))
        {
            blocks.Add(new Block("reasoningContent", "[REDACTED]"));
        }

        if (!SimulatedText.IsScripted && turn.ToolResult is null && NovaTools.Choose(body, turn.Text) is { } tool)
        {
            string input = SimulatedToolInput.Create(tool.Schema, turn.Text);
            blocks.Add(new Block("toolUse", input, "tooluse_" + ShortDigest(input + turn.Text), tool.Name));
            return new Reply(blocks, "tool_use", inputTokens, Math.Min(maxTokens, SimulatedText.Tokens(input) + SimulatedText.Tokens(tool.Name)));
        }

        string words = turn.ToolResult is { } result ? SimulatedText.AnswerToTool(result) : SimulatedText.Answer(turn.Text, system, turn.Attachments);
        (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(words, stops, maxTokens);
        blocks.Add(new Block("text", text));
        return new Reply(blocks, isCut ? "max_tokens" : stop is null ? "end_turn" : "stop_sequence", inputTokens, tokens);
    }

    private static (int MaxTokens, List<string> Stops) ReadSettings(JsonElement config)
    {
        BodyChecks.RefuseOthers(
            config, "/inferenceConfig", "maxTokens", "max_new_tokens", "temperature", "topP", "top_p", "topK", "top_k", "stopSequences", "reasoningConfig");
        BodyChecks.CheckNumber(config, "temperature", 0, 1);
        BodyChecks.CheckNumber(config, "topP", 0, 1);
        BodyChecks.CheckNumber(config, "topK", 0, 128);
        int? maxTokens = BodyChecks.Integer(config, "maxTokens", 1) ?? BodyChecks.Integer(config, "max_new_tokens", 1);
        return (maxTokens ?? DefaultMaxTokens, BodyChecks.Texts(config, "stopSequences"));
    }

    private static bool Reasons(JsonElement parent)
    {
        if (BodyChecks.Object(parent, "reasoningConfig") is not { } config || !config.TryGetProperty("type", out JsonElement type)
            || !type.ValueEquals("enabled"))
        {
            return false;
        }

        bool isHigh = BodyChecks.RequiredText(config, "maxReasoningEffort") == "high";
        bool samples = parent.TryGetProperty("temperature", out _) || parent.TryGetProperty("topP", out _) || parent.TryGetProperty("topK", out _);
        return isHigh && samples
            ? throw ServiceFailure.Validation("temperature, topP and topK must be unset when maxReasoningEffort is high.")
            : true;
    }

    private static void AddBlock(List<byte[]> events, Block block, ref int index)
    {
        if (block.Kind == "toolUse")
        {
            int at = index;
            events.Add(Event("contentBlockStart", writer =>
            {
                writer.WriteStartObject("start");
                writer.WriteStartObject("toolUse");
                writer.WriteString("toolUseId", block.Id);
                writer.WriteString("name", block.Name);
                writer.WriteEndObject();
                writer.WriteEndObject();
                writer.WriteNumber("contentBlockIndex", at);
            }));
            AddDelta(events, index, writer =>
            {
                writer.WriteStartObject("toolUse");
                writer.WriteString("input", block.Text);
                writer.WriteEndObject();
            });
            index += 2;
            return;
        }

        foreach (string piece in SimulatedText.Pieces(block.Text))
        {
            AddDelta(events, index++, writer => WriteContent(writer, block.Kind, piece));
        }
    }

    private static void AddDelta(List<byte[]> events, int index, Action<Utf8JsonWriter> delta)
    {
        events.Add(Event("contentBlockDelta", writer =>
        {
            writer.WriteStartObject("delta");
            delta(writer);
            writer.WriteEndObject();
            writer.WriteNumber("contentBlockIndex", index);
        }));
        events.Add(Event("contentBlockStop", writer => writer.WriteNumber("contentBlockIndex", index)));
    }

    private static void WriteContent(Utf8JsonWriter writer, string kind, string piece)
    {
        if (kind == "text")
        {
            writer.WriteString("text", piece);
            return;
        }

        writer.WriteStartObject("reasoningContent");
        writer.WriteString("text", piece);
        writer.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter writer, Block block)
    {
        writer.WriteStartObject();
        switch (block.Kind)
        {
            case "text":
                writer.WriteString("text", block.Text);
                break;
            case "toolUse":
                writer.WriteStartObject("toolUse");
                writer.WriteString("name", block.Name);
                writer.WriteString("toolUseId", block.Id);
                writer.WritePropertyName("input");
                writer.WriteRawValue(block.Text);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStartObject("reasoningContent");
                writer.WriteStartObject("reasoningText");
                writer.WriteString("text", block.Text);
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, Reply reply, bool withTotal)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("inputTokens", reply.InputTokens);
        writer.WriteNumber("outputTokens", reply.OutputTokens);
        if (withTotal)
        {
            writer.WriteNumber("totalTokens", reply.InputTokens + reply.OutputTokens);
        }

        writer.WriteNumber("cacheReadInputTokenCount", 0);
        writer.WriteNumber("cacheWriteInputTokenCount", 0);
        writer.WriteEndObject();
    }

    private static byte[] Event(string name, Action<Utf8JsonWriter> members) => SimulatedJson.Object(writer =>
    {
        writer.WriteStartObject(name);
        members(writer);
        writer.WriteEndObject();
    });

    private static string ShortDigest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    /// <param name="Kind">The member that holds the block.</param>
    /// <param name="Text">The text, the reasoning, or the JSON of a tool's input.</param>
    /// <param name="Id">The id of a tool call.</param>
    /// <param name="Name">The name of a tool.</param>
    private sealed record Block(string Kind, string Text, string? Id = null, string? Name = null);

    private sealed record Reply(IReadOnlyList<Block> Blocks, string StopReason, int InputTokens, int OutputTokens);
}
