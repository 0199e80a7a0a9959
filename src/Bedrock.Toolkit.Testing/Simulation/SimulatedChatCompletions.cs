using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Chat Completions: one format of many providers.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html
/// </summary>
internal sealed partial class SimulatedChatCompletions : ISimulatedFamily
{
    private const int DefaultMaxTokens = 4096;
    private const int DefaultMaxTokensOfPalmyra = 16;
    private const int MaxAnswers = 128;
    private const int JsonPieceLength = 16;
    private const long Created = 1_764_000_000;

    public IReadOnlyList<string> Prefixes { get; } =
    [
        "openai.", "qwen.", "deepseek.v3", "minimax.", "moonshot.", "moonshotai.", "google.gemma-", "nvidia.nemotron-", "zai.glm-", "xai.grok-",
        "mistral.mistral-large-3-", "mistral.ministral-", "mistral.magistral-", "mistral.devstral-", "mistral.voxtral-", "writer.palmyra-",
    ];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call, streaming: false);
        byte[] body = SimulatedJson.Object(writer =>
        {
            WriteHead(writer, reply, reply.IsCompletion ? "text_completion" : "chat.completion");
            writer.WriteStartArray("choices");
            for (int i = 0; i < reply.Answers; i++)
            {
                writer.WriteStartObject();
                writer.WriteNumber("index", i);
                WriteWhole(writer, reply);
                writer.WriteString("finish_reason", reply.FinishReason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteUsage(writer, reply);
        });
        return new SimulatedAnswer { Parts = [body], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call, streaming: true);
        List<byte[]> chunks = [];
        for (int i = 0; i < reply.Answers; i++)
        {
            AddAnswer(chunks, reply, i);
        }

        if (IsPalmyra(call.Model))
        {
            chunks.Add("\"[DONE]\""u8.ToArray());
        }

        return new SimulatedAnswer { Parts = chunks, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    private static Reply Answer(SimulatedCall call, bool streaming)
    {
        JsonElement body = call.Body;
        int maxTokens = CheckSettings(body, call.Model, streaming);
        string id = ShortDigest(body.GetRawText());
        List<string> stops = Stops(body);
        if (IsPalmyra(call.Model) && !body.TryGetProperty("messages", out _) && body.TryGetProperty("prompt", out _))
        {
            string prompt = BodyChecks.RequiredText(body, "prompt");
            (string added, _, bool isCut, int addedTokens) = SimulatedText.Finish(" " + SimulatedText.Answer(prompt, null), stops, maxTokens);
            return new Reply("cmpl-" + id, call.Model, added, null, null, isCut ? "length"
                : "stop", SimulatedText.Tokens(prompt), addedTokens) { IsCompletion = true };
        }

        var turn = ChatTurn.Read(body);
        int inputTokens =
            SimulatedText.Tokens(body.GetProperty("messages")) + (body.TryGetProperty("tools", out JsonElement tools) ? SimulatedText.Tokens(tools) : 0);
        string? thought = Thought(call, turn.Text);
        int answers = BodyChecks.Integer(body, "n", 1) ?? 1;
        if (answers > MaxAnswers)
        {
            throw ServiceFailure.Validation($"n: {answers} is above {MaxAnswers}");
        }

        if (!SimulatedText.IsScripted && turn.ToolResult is null && ChatTools.Choose(body, turn.Text) is { } tool)
        {
            string arguments = SimulatedToolInput.Create(tool.Schema, turn.Text);
            int tokens = Math.Min(maxTokens, SimulatedText.Tokens(arguments) + SimulatedText.Tokens(tool.Name));
            return new Reply("chatcmpl-" + id, call.Model, string.Empty, thought, new Call("call_" + ShortDigest(arguments + turn.Text), tool.Name, arguments),
                "tool_calls", inputTokens, tokens)
            {
                Answers = answers,
            };
        }

        string words = Form(body, turn)
            ?? (turn.ToolResult is { } result ? SimulatedText.AnswerToTool(result) : SimulatedText.Answer(turn.Text, turn.System, turn.Attachments));
        (string text, _, bool cut, int outputTokens) = SimulatedText.Finish(words, stops, maxTokens);
        return new Reply("chatcmpl-" + id, call.Model, text, thought, null, cut ? "length" : "stop", inputTokens, outputTokens)
        {
            Answers = answers,
            HasLogprobs = BodyChecks.Boolean(body, "logprobs") ?? false,
        };
    }

    /// <summary>Refuses what breaks the schema, and gives the limit of tokens.</summary>
    private static int CheckSettings(JsonElement body, string model, bool streaming)
    {
        BodyChecks.CheckNumber(body, "temperature", 0, 2);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        BodyChecks.CheckNumber(body, "presence_penalty", -2, 2);
        BodyChecks.CheckNumber(body, "frequency_penalty", -2, 2);
        if (body.TryGetProperty("model", out JsonElement named) && !named.ValueEquals(model))
        {
            throw ServiceFailure.Validation("The model of the body is not that of the request.");
        }

        if (BodyChecks.Boolean(body, "stream") is { } stream && stream != streaming)
        {
            throw ServiceFailure.Validation($"stream: {stream} does not fit the operation");
        }

        if (body.TryGetProperty("reasoning_effort", out JsonElement effort) && model.StartsWith("openai.gpt-oss", StringComparison.Ordinal)
            && !effort.ValueEquals("low") && !effort.ValueEquals("medium") && !effort.ValueEquals("high"))
        {
            throw ServiceFailure.Validation("reasoning_effort: Input should be 'low', 'medium' or 'high'");
        }

        int? most = BodyChecks.Integer(body, "max_completion_tokens", 1);
        return most ?? BodyChecks.Integer(body, "max_tokens", 1) ?? (IsPalmyra(model) ? DefaultMaxTokensOfPalmyra : DefaultMaxTokens);
    }

    private static List<string> Stops(JsonElement body) =>
        body.TryGetProperty("stop", out JsonElement stop) && stop.ValueKind == JsonValueKind.String ? [stop.GetString()!] : BodyChecks.Texts(body, "stop");

    // The answer in the form that was asked for: every required member of the schema, taken from what the user wrote.
    private static string? Form(JsonElement body, ChatTurn turn)
    {
        if (BodyChecks.Object(body, "response_format") is not { } format)
        {
            return null;
        }

        switch (BodyChecks.RequiredText(format, "type"))
        {
            case "text":
                return null;
            case "json_object":
                return SimulatedToolInput.Create(JsonElement.Parse("""{"required":["answer"]}"""u8), turn.Text);
            case "json_schema":
                JsonElement schema = BodyChecks.Required(format, "json_schema");
                BodyChecks.RequiredText(schema, "name");
                return SimulatedToolInput.Create(BodyChecks.Required(schema, "schema"), turn.Text);
            default:
                throw ServiceFailure.Validation("response_format.type: Input should be 'text', 'json_object' or 'json_schema'");
        }
    }

    // gpt-oss and MiniMax show their reasoning in front of the answer, the others in a member of its own.
    private static string? Thought(SimulatedCall call, string text) =>
        call.Model.StartsWith("openai.gpt-oss", StringComparison.Ordinal) || IsMiniMax(call.Model)
        || call.Model.StartsWith("moonshot", StringComparison.Ordinal) || call.Model.StartsWith("zai.", StringComparison.Ordinal)
        || call.Model.StartsWith("nvidia.", StringComparison.Ordinal)
            ? $"The user wants an answer to: {text}"
            : null;

    private static bool IsMiniMax(string model) => model.StartsWith("minimax.", StringComparison.Ordinal);

    private static bool IsPalmyra(string model) => model.StartsWith("writer.", StringComparison.Ordinal);

    private static string ShortDigest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    private sealed record Call(string Id, string Name, string Arguments);

    private sealed record Reply(
        string Id, string Model, string Text, string? Thought, Call? ToolCall, string FinishReason, int InputTokens, int TokensOfOne)
    {
        public int Answers { get; init; } = 1;

        public int OutputTokens => TokensOfOne * Answers;

        public bool HasLogprobs { get; init; }

        public bool IsCompletion { get; init; }

        /// <summary>The content as gpt-oss and MiniMax write it, with the reasoning in front.</summary>
        public string Content => InlineTag is { } tag ? $"<{tag}>{Thought}</{tag}>{Text}" : Text;

        public string? SeparateThought => InlineTag is null ? Thought : null;

        private string? InlineTag => Thought is null ? null
            : IsMiniMax(Model) ? "think"
            : Model.StartsWith("openai.", StringComparison.Ordinal) ? "reasoning"
            : null;
    }
}
