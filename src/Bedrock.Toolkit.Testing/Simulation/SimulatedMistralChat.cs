using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Mistral Large 24.07 and Pixtral, and Large 24.02, which takes a prompt too.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html
/// </summary>
internal sealed class SimulatedMistralChat : ISimulatedFamily
{
    private const int DefaultMaxTokens = 8_192;
    private const string TakesBoth = "mistral.mistral-large-2402-";
    private const string ReadsImages = "mistral.pixtral-";

    private static readonly SimulatedMistral Prompt = new();

    public IReadOnlyList<string> Prefixes { get; } = [TakesBoth, "mistral.mistral-large-2407-", ReadsImages];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        if (IsPrompt(call))
        {
            return Prompt.Invoke(call);
        }

        Reply reply = Answer(call);
        return reply.Whole([Body(reply, "chat.completion", reply.Text, reply.ToolCall, reply.Reason, isLast: true)]);
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        if (IsPrompt(call))
        {
            return Prompt.Stream(call);
        }

        Reply reply = Answer(call);
        IEnumerable<byte[]> pieces = SimulatedText.Pieces(reply.Text).Select(piece => Body(reply, "chat.completion.chunk", piece, null, null, isLast: false));
        return reply.Whole([.. pieces, Body(reply, "chat.completion.chunk", string.Empty, reply.ToolCall, reply.Reason, isLast: true)]);
    }

    private static bool IsPrompt(SimulatedCall call) =>
        call.Model.StartsWith(TakesBoth, StringComparison.Ordinal) && call.Body.TryGetProperty("prompt", out _);

    private static byte[] Body(Reply reply, string kind, string text, (string Name, string Arguments)? toolCall, string? reason, bool isLast) =>
        SimulatedJson.Object(writer =>
        {
            writer.WriteString("id", reply.Id);
            writer.WriteString("object", kind);
            writer.WriteNumber("created", 1_764_000_000);
            writer.WriteString("model", reply.Model);
            writer.WriteStartArray("choices");
            writer.WriteStartObject();
            writer.WriteNumber("index", 0);
            writer.WriteStartObject("message");
            writer.WriteString("role", "assistant");
            writer.WriteString("content", text);
            if (toolCall is var (name, arguments))
            {
                writer.WriteStartArray("tool_calls");
                writer.WriteStartObject();
                writer.WriteString("id", reply.Id[..9]);
                writer.WriteStartObject("function");
                writer.WriteString("name", name);
                writer.WriteString("arguments", arguments);
                writer.WriteEndObject();
                writer.WriteEndObject();
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteString("stop_reason", reason);
            writer.WriteEndObject();
            writer.WriteEndArray();
            if (isLast)
            {
                writer.WriteStartObject("usage");
                writer.WriteNumber("prompt_tokens", reply.InputTokens);
                writer.WriteNumber("completion_tokens", reply.OutputTokens);
                writer.WriteNumber("total_tokens", reply.InputTokens + reply.OutputTokens);
                writer.WriteEndObject();
            }
        });

    private static Reply Answer(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RefuseOthers(body, string.Empty, "messages", "tools", "tool_choice", "max_tokens", "temperature", "top_p");
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        BodyChecks.CheckNumber(body, "max_tokens", 1, DefaultMaxTokens);
        int maxTokens = BodyChecks.Integer(body, "max_tokens", 1) ?? DefaultMaxTokens;
        Conversation talk = Read(body, call.Model.StartsWith(ReadsImages, StringComparison.Ordinal));
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.GetRawText())).AsSpan(0, 16));
        int inputTokens =
            SimulatedText.Tokens(body.GetProperty("messages")) + (body.TryGetProperty("tools", out JsonElement tools) ? SimulatedText.Tokens(tools) : 0);
        if (!SimulatedText.IsScripted && talk.ToolResult is null && ChooseTool(body, talk.User) is { } tool)
        {
            string arguments = SimulatedToolInput.Create(tool.Schema, talk.User);
            int written = Math.Min(maxTokens, SimulatedText.Tokens(arguments) + SimulatedText.Tokens(tool.Name));
            return new Reply(id, VendorName(call.Model), string.Empty, (tool.Name, arguments), "tool_calls", inputTokens, written);
        }

        string words = talk.ToolResult is { } result ? SimulatedText.AnswerToTool(result) : SimulatedText.Answer(talk.User, talk.System, talk.Images);
        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(words, [], maxTokens);
        return new Reply(id, VendorName(call.Model), text, null, isCut ? "length" : "stop", inputTokens, tokens);
    }

    private static Conversation Read(JsonElement body, bool readsImages)
    {
        JsonElement messages = BodyChecks.Required(body, "messages");
        if (messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
        {
            throw ServiceFailure.Malformed("#/messages: expected minimum item count: 1, found: 0");
        }

        var talk = new Conversation(string.Empty, null, null, 0);
        foreach (JsonElement message in messages.EnumerateArray())
        {
            string role = BodyChecks.RequiredText(message, "role");
            (string text, int images) = Content(message, readsImages);
            talk = role switch
            {
                "system" => talk with { System = text },
                "user" => talk with { User = text, ToolResult = null, Images = images },
                "assistant" => talk with { ToolResult = null },
                "tool" => talk with { ToolResult = BodyChecks.RequiredText(message, "tool_call_id").Length > 0 ? text : null },
                _ => throw ServiceFailure.Malformed($"#/messages: {role} is not a valid enum value"),
            };
        }

        return talk;
    }

    private static (string Text, int Images) Content(JsonElement message, bool readsImages)
    {
        JsonElement content = BodyChecks.Required(message, "content");
        if (content.ValueKind == JsonValueKind.String)
        {
            return (content.GetString()!, 0);
        }

        if (!readsImages || content.ValueKind != JsonValueKind.Array)
        {
            throw BodyChecks.WrongType("messages/content", "String", content);
        }

        StringBuilder text = new();
        int images = 0;
        foreach (JsonElement part in content.EnumerateArray())
        {
            switch (BodyChecks.RequiredText(part, "type"))
            {
                case "text":
                    text.Append(BodyChecks.RequiredText(part, "text"));
                    break;
                case "image_url":
                    BodyChecks.RequiredText(BodyChecks.Required(part, "image_url"), "url");
                    images++;
                    break;
                case var other:
                    throw ServiceFailure.Malformed($"#/messages/content: {other} is not a valid enum value");
            }
        }

        return (text.ToString(), images);
    }

    private static (string Name, JsonElement Schema)? ChooseTool(JsonElement body, string text)
    {
        string choice = body.TryGetProperty("tool_choice", out JsonElement chosen) ? chosen.GetString() ?? string.Empty : "auto";
        if (choice is not ("auto" or "any" or "none"))
        {
            throw ServiceFailure.Malformed($"#/tool_choice: {choice} is not a valid enum value");
        }

        if (choice == "none" || !body.TryGetProperty("tools", out JsonElement tools))
        {
            return null;
        }

        (string, JsonElement)? first = null;
        foreach (JsonElement tool in tools.EnumerateArray())
        {
            JsonElement function = BodyChecks.Required(tool, "function");
            string name = BodyChecks.RequiredText(function, "name");
            JsonElement schema = function.TryGetProperty("parameters", out JsonElement parameters) ? parameters : default;
            if (SimulatedToolInput.IsNamed(text, name))
            {
                return (name, schema);
            }

            first ??= (name, schema);
        }

        return choice == "any" ? first : null;
    }

    // The body has the vendor's name of the model: no provider, no version of Bedrock.
    private static string VendorName(string model)
    {
        string name = model["mistral.".Length..];
        int version = name.LastIndexOf("-v", StringComparison.Ordinal);
        return version > 0 ? name[..version] : name;
    }

    private sealed record Conversation(string User, string? System, string? ToolResult, int Images);

    private sealed record Reply(
        string Id, string Model, string Text, (string Name, string Arguments)? ToolCall, string Reason, int InputTokens, int OutputTokens)
    {
        public SimulatedAnswer Whole(IReadOnlyList<byte[]> parts) => new() { Parts = parts, InputTokens = InputTokens, OutputTokens = OutputTokens };
    }
}
