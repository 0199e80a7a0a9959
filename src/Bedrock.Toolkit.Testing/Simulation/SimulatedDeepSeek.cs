using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>DeepSeek-R1. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html</summary>
internal sealed class SimulatedDeepSeek : ISimulatedFamily
{
    private const int DefaultMaxTokens = 8_192;
    private const int MaxMaxTokens = 32_768;
    private const int MaxStops = 10;

    public IReadOnlyList<string> Prefixes { get; } = ["deepseek.r1-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        return new SimulatedAnswer { Parts = [Chunk(reply.Text, reply.Reason)], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        return new SimulatedAnswer
        {
            Parts = [.. SimulatedText.Pieces(reply.Text).Select(piece => Chunk(piece, null)), Chunk(string.Empty, reply.Reason)],
            InputTokens = reply.InputTokens,
            OutputTokens = reply.OutputTokens,
        };
    }

    private static byte[] Chunk(string text, string? reason) => SimulatedJson.Object(writer =>
    {
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteString("stop_reason", reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "prompt", "temperature", "top_p", "max_tokens", "stop");
        string prompt = BodyChecks.RequiredText(body, "prompt");
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        BodyChecks.CheckNumber(body, "max_tokens", 1, MaxMaxTokens);
        int maxTokens = BodyChecks.Integer(body, "max_tokens", 1) ?? DefaultMaxTokens;
        List<string> stops = BodyChecks.Texts(body, "stop");
        if (stops.Count > MaxStops)
        {
            throw ServiceFailure.Malformed($"#/stop: expected maximum item count: {MaxStops}, found: {stops.Count}");
        }

        string turn = SimulatedPrompt.AfterLast(prompt, "<｜User｜>", "<｜Assistant｜>") ?? prompt;
        string? system = SimulatedPrompt.AfterFirst(prompt, "<｜begin▁of▁sentence｜>", "<｜User｜>");
        string words = SimulatedText.Answer(turn, system);
        if (prompt.TrimEnd().EndsWith("<think>", StringComparison.Ordinal))
        {
            words = $"The user wants an answer to: {turn}\n</think>\n\n{words}";
        }

        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(words, stops, maxTokens);
        return new Reply(text, isCut ? "length" : "stop", SimulatedText.Tokens(prompt), tokens);
    }

    private sealed record Reply(string Text, string Reason, int InputTokens, int OutputTokens);
}
