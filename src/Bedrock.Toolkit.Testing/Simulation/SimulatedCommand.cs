using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Command. Without <c>stream</c> in the body a streaming call gets the whole answer as one chunk, as recorded calls did.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command.html
/// </summary>
internal sealed class SimulatedCommand : ISimulatedFamily
{
    private const int DefaultMaxTokens = 20;
    private const int MaxGenerations = 5;

    public IReadOnlyList<string> Prefixes { get; } = ["cohere.command-text-", "cohere.command-light-text-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        return new SimulatedAnswer { Parts = [Whole(reply)], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        if (BodyChecks.Boolean(call.Body, "stream") != true)
        {
            return Invoke(call);
        }

        Reply reply = Answer(call.Body);
        List<byte[]> parts = [];
        for (int i = 0; i < reply.Generations; i++)
        {
            int? index = reply.Generations > 1 ? i : null;
            parts.AddRange(SimulatedText.Pieces(reply.Text).Select(piece => Chunk(piece, null, index)));
            parts.Add(Chunk(null, reply.Reason, index));
        }

        return new SimulatedAnswer { Parts = parts, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    private static byte[] Chunk(string? piece, string? reason, int? index) => SimulatedJson.Object(writer =>
    {
        if (piece is not null)
        {
            writer.WriteString("text", piece);
        }

        writer.WriteBoolean("is_finished", reason is not null);
        if (index is { } number)
        {
            writer.WriteNumber("index", number);
        }

        if (reason is not null)
        {
            writer.WriteString("finish_reason", reason);
        }
    });

    private static byte[] Whole(Reply reply) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("id", "simulated-request");
        writer.WriteString("prompt", reply.Prompt);
        writer.WriteStartArray("generations");
        for (int i = 0; i < reply.Generations; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("id", $"simulated-{i}");
            writer.WriteString("text", reply.Text);
            writer.WriteString("finish_reason", reply.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(
            body, string.Empty, "prompt", "temperature", "p", "k", "max_tokens", "stop_sequences", "return_likelihoods", "stream", "num_generations",
                "logit_bias", "truncate");
        string prompt = BodyChecks.RequiredText(body, "prompt");
        BodyChecks.CheckNumber(body, "temperature", 0, 5);
        BodyChecks.CheckNumber(body, "p", 0, 1);
        BodyChecks.CheckNumber(body, "k", 0, 500);
        BodyChecks.CheckNumber(body, "num_generations", 1, MaxGenerations);
        int generations = BodyChecks.Integer(body, "num_generations", 1) ?? 1;
        int maxTokens = BodyChecks.Integer(body, "max_tokens", 1) ?? DefaultMaxTokens;
        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(
            " " + SimulatedText.Answer(prompt, null), BodyChecks.Texts(body, "stop_sequences"), maxTokens);
        return new Reply(prompt, text, isCut ? "MAX_TOKENS" : "COMPLETE", generations, SimulatedText.Tokens(prompt), tokens * generations);
    }

    private sealed record Reply(string Prompt, string Text, string Reason, int Generations, int InputTokens, int OutputTokens);
}
