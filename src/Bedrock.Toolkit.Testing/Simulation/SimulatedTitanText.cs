using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Titan Text. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</summary>
internal sealed class SimulatedTitanText : ISimulatedFamily
{
    private const int DefaultMaxTokens = 512;

    public IReadOnlyList<string> Prefixes { get; } = ["amazon.titan-text-", "amazon.titan-tg1-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        byte[] body = SimulatedJson.Object(writer =>
        {
            writer.WriteNumber("inputTextTokenCount", reply.InputTokens);
            writer.WriteStartArray("results");
            writer.WriteStartObject();
            writer.WriteNumber("tokenCount", reply.OutputTokens);
            writer.WriteString("outputText", reply.Text);
            writer.WriteString("completionReason", reply.Reason);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
        return new SimulatedAnswer { Parts = [body], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        List<string> pieces = SimulatedText.Pieces(reply.Text);
        if (pieces.Count == 0)
        {
            pieces.Add(string.Empty);
        }

        return new SimulatedAnswer
        {
            Parts = [.. pieces.Select((piece, i) => Chunk(piece, reply, i == 0, i == pieces.Count - 1))],
            InputTokens = reply.InputTokens,
            OutputTokens = reply.OutputTokens,
        };
    }

    private static byte[] Chunk(string piece, Reply reply, bool isFirst, bool isLast) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("outputText", piece);
        writer.WriteNumber("index", 0);
        WriteCount(writer, "totalOutputTextTokenCount", isLast ? reply.OutputTokens : null);
        writer.WriteString("completionReason", isLast ? reply.Reason : null);
        WriteCount(writer, "inputTextTokenCount", isFirst ? reply.InputTokens : null);
    });

    private static void WriteCount(Utf8JsonWriter writer, string name, int? count)
    {
        if (count is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "inputText", "textGenerationConfig");
        string prompt = BodyChecks.RequiredText(body, "inputText");
        int maxTokens = DefaultMaxTokens;
        List<string> stops = [];
        if (BodyChecks.Object(body, "textGenerationConfig") is { } config)
        {
            BodyChecks.RefuseOthers(config, "/textGenerationConfig", "temperature", "topP", "maxTokenCount", "stopSequences");
            BodyChecks.CheckNumber(config, "temperature", 0, 1);
            BodyChecks.CheckNumber(config, "topP", 0, 1);
            maxTokens = BodyChecks.Integer(config, "maxTokenCount", 0) ?? DefaultMaxTokens;
            stops = BodyChecks.Texts(config, "stopSequences");
        }

        // 0 is allowed by the schema and means the default.
        maxTokens = maxTokens == 0 ? DefaultMaxTokens : maxTokens;
        (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(SimulatedText.Answer(LastTurn(prompt), null), stops, maxTokens);
        string reason = isCut ? "LENGTH" : stop is null ? "FINISH" : "STOP_CRITERIA_MET";
        return new Reply(text, reason, SimulatedText.Tokens(prompt), tokens);
    }

    // Chat is done by convention: "User: …\nBot:".
    private static string LastTurn(string prompt)
    {
        int at = prompt.LastIndexOf("User:", StringComparison.Ordinal);
        if (at < 0)
        {
            return prompt;
        }

        string turn = prompt[(at + "User:".Length)..].Trim();
        return turn.EndsWith("Bot:", StringComparison.Ordinal) ? turn[..^"Bot:".Length].Trim() : turn;
    }

    private sealed record Reply(string Text, string Reason, int InputTokens, int OutputTokens);
}
