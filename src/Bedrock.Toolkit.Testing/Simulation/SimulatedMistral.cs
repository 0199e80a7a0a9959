using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Mistral models that take one prompt; Large 24.02 takes the chat format too.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html
/// </summary>
internal sealed class SimulatedMistral : ISimulatedFamily
{
    private const int MaxStops = 10;
    private const int MaxTopK = 200;

    public IReadOnlyList<string> Prefixes { get; } = ["mistral.mistral-7b-", "mistral.mixtral-", "mistral.mistral-small-2402-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call);
        return new SimulatedAnswer { Parts = [Chunk(reply.Text, reply.Reason)], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call);
        return new SimulatedAnswer
        {
            Parts = [.. SimulatedText.Pieces(reply.Text).Select(piece => Chunk(piece, null)), Chunk(string.Empty, reply.Reason)],
            InputTokens = reply.InputTokens,
            OutputTokens = reply.OutputTokens,
        };
    }

    private static byte[] Chunk(string text, string? reason) => SimulatedJson.Object(writer =>
    {
        writer.WriteStartArray("outputs");
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteString("stop_reason", reason);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private static Reply Answer(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RefuseOthers(body, string.Empty, "prompt", "max_tokens", "stop", "temperature", "top_p", "top_k");
        string prompt = BodyChecks.RequiredText(body, "prompt");
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        BodyChecks.CheckNumber(body, "top_k", 1, MaxTopK);
        bool isOpen = call.Model.Contains("7b-", StringComparison.Ordinal);
        int maxTokens = BodyChecks.Integer(body, "max_tokens", 1) ?? (isOpen ? 512 : 8_192);
        List<string> stops = BodyChecks.Texts(body, "stop");
        if (stops.Count > MaxStops)
        {
            throw ServiceFailure.Malformed($"#/stop: expected maximum item count: {MaxStops}, found: {stops.Count}");
        }

        string turn = SimulatedPrompt.AfterLast(prompt, "[INST]", "[/INST]") ?? prompt;
        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(" " + SimulatedText.Answer(turn, null), stops, maxTokens);
        return new Reply(text, isCut ? "length" : "stop", SimulatedText.Tokens(prompt), tokens);
    }

    private sealed record Reply(string Text, string Reason, int InputTokens, int OutputTokens);
}
