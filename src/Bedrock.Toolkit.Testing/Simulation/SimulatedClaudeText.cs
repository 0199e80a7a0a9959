using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Claude text completions. The same models also take the Messages format, which a body with <c>messages</c> is in.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-text-completion.html
/// </summary>
internal sealed class SimulatedClaudeText : ISimulatedFamily
{
    private const string BuiltInStop = "\n\nHuman:";
    private readonly SimulatedClaude _messages = new();

    public IReadOnlyList<string> Prefixes { get; } = ["anthropic.claude-v1", "anthropic.claude-v2", "anthropic.claude-instant-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        if (call.Body.TryGetProperty("messages", out _))
        {
            return _messages.Invoke(call);
        }

        Reply reply = Answer(call.Body);
        return new SimulatedAnswer
        {
            Parts = [Part(reply.Text, reply.Reason, reply.Stop)],
            InputTokens = reply.InputTokens,
            OutputTokens = reply.OutputTokens,
        };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        if (call.Body.TryGetProperty("messages", out _))
        {
            return _messages.Stream(call);
        }

        Reply reply = Answer(call.Body);
        return new SimulatedAnswer
        {
            Parts = [.. SimulatedText.Pieces(reply.Text).Select(piece => Part(piece, null, null)), Part(string.Empty, reply.Reason, reply.Stop)],
            InputTokens = reply.InputTokens,
            OutputTokens = reply.OutputTokens,
        };
    }

    private static byte[] Part(string piece, string? reason, string? stop) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("type", "completion");
        writer.WriteString("completion", piece);
        writer.WriteString("stop_reason", reason);
        writer.WriteString("stop", stop);
    });

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(
            body, string.Empty, "prompt", "max_tokens_to_sample", "temperature", "top_p", "top_k", "stop_sequences", "anthropic_version");
        string prompt = BodyChecks.RequiredText(body, "prompt");
        int maxTokens = BodyChecks.Integer(body, "max_tokens_to_sample", 0)
            ?? throw ServiceFailure.Malformed("#: required key [max_tokens_to_sample] not found");
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        BodyChecks.CheckNumber(body, "top_k", 0, 500);
        (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(
            " " + SimulatedText.Answer(LastTurn(prompt), null), BodyChecks.Texts(body, "stop_sequences"), maxTokens);
        return new Reply(text, isCut ? "max_tokens" : "stop_sequence", isCut ? null : stop ?? BuiltInStop, SimulatedText.Tokens(prompt), tokens);
    }

    private static string LastTurn(string prompt)
    {
        int at = prompt.LastIndexOf("Human:", StringComparison.Ordinal);
        if (at < 0)
        {
            throw ServiceFailure.Validation("Invalid prompt: prompt must start with \"\n\nHuman:\" turn after an optional system prompt");
        }

        string turn = prompt[(at + "Human:".Length)..];
        int end = turn.LastIndexOf("Assistant:", StringComparison.Ordinal);
        return end < 0
            ? throw ServiceFailure.Validation("Invalid prompt: prompt must end with \"\n\nAssistant:\" turn")
            : turn[..end].Trim();
    }

    private sealed record Reply(string Text, string Reason, string? Stop, int InputTokens, int OutputTokens);
}
