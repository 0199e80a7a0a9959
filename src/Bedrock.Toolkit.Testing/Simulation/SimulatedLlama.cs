using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Llama 2 to 4. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html</summary>
internal sealed class SimulatedLlama : ISimulatedFamily
{
    private const int DefaultMaxTokens = 512;

    public IReadOnlyList<string> Prefixes { get; } = ["meta.llama"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call);
        return reply.Whole([Chunk(reply.Text, reply.InputTokens, reply.OutputTokens, reply.Reason)]);
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call);
        List<byte[]> chunks = [];
        string written = string.Empty;
        foreach (string piece in SimulatedText.Pieces(reply.Text))
        {
            written += piece;
            chunks.Add(Chunk(piece, chunks.Count == 0 ? reply.InputTokens : null, Math.Min(SimulatedText.Tokens(written), reply.OutputTokens), null));
        }

        chunks.Add(Chunk(string.Empty, chunks.Count == 0 ? reply.InputTokens : null, reply.OutputTokens, reply.Reason));
        return reply.Whole(chunks);
    }

    private static byte[] Chunk(string text, int? inputTokens, int outputTokens, string? reason) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("generation", text);
        if (inputTokens is { } tokens)
        {
            writer.WriteNumber("prompt_token_count", tokens);
        }
        else
        {
            writer.WriteNull("prompt_token_count");
        }

        writer.WriteNumber("generation_token_count", outputTokens);
        writer.WriteString("stop_reason", reason);
    });

    private static Reply Answer(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RefuseOthers(body, string.Empty, "prompt", "temperature", "top_p", "max_gen_len", "images");
        string prompt = BodyChecks.RequiredText(body, "prompt");
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        int maxTokens = BodyChecks.Integer(body, "max_gen_len", 1) ?? DefaultMaxTokens;
        int images = BodyChecks.Texts(body, "images").Count;
        if (images > 0 && !ReadsImages(call.Model))
        {
            throw ServiceFailure.Malformed("#: extraneous key [images] is not permitted");
        }

        string words = ToolResult(prompt) is { } result ? SimulatedText.AnswerToTool(result) : SimulatedText.Answer(LastTurn(prompt), System(prompt), images);
        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(words, [], maxTokens);
        return new Reply(text, isCut ? "length" : "stop", SimulatedText.Tokens(prompt), tokens);
    }

    private static bool ReadsImages(string model) =>
        model.StartsWith("meta.llama3-2-11b", StringComparison.Ordinal)
        || model.StartsWith("meta.llama3-2-90b", StringComparison.Ordinal)
        || model.StartsWith("meta.llama4", StringComparison.Ordinal);

    private static string LastTurn(string prompt)
    {
        string turn = SimulatedPrompt.AfterLast(prompt, "user<|end_header_id|>", "<|eot_id|>")
            ?? SimulatedPrompt.AfterLast(prompt, "user<|header_end|>", "<|eot|>")
            ?? SimulatedPrompt.AfterLast(prompt, "[INST]", "[/INST]")
            ?? prompt;
        int system = turn.IndexOf("<</SYS>>", StringComparison.Ordinal);
        turn = system < 0 ? turn : turn[(system + "<</SYS>>".Length)..];
        foreach (string token in (ReadOnlySpan<string>)["<|image_start|>", "<|image|>", "<|image_end|>", "<|begin_of_text|>"])
        {
            turn = turn.Replace(token, string.Empty, StringComparison.Ordinal);
        }

        return turn.Trim();
    }

    private static string? System(string prompt) =>
        SimulatedPrompt.AfterFirst(prompt, "system<|end_header_id|>", "<|eot_id|>")
        ?? SimulatedPrompt.AfterFirst(prompt, "system<|header_end|>", "<|eot|>")
        ?? SimulatedPrompt.AfterFirst(prompt, "<<SYS>>", "<</SYS>>");

    /// <summary>What a tool gave, when no user has spoken since.</summary>
    private static string? ToolResult(string prompt)
    {
        int tool = prompt.LastIndexOf("ipython<|end_header_id|>", StringComparison.Ordinal);
        return tool > prompt.LastIndexOf("user<|end_header_id|>", StringComparison.Ordinal)
            ? SimulatedPrompt.AfterLast(prompt, "ipython<|end_header_id|>", "<|eot_id|>")
            : null;
    }

    private sealed record Reply(string Text, string Reason, int InputTokens, int OutputTokens)
    {
        public SimulatedAnswer Whole(IReadOnlyList<byte[]> parts) => new() { Parts = parts, InputTokens = InputTokens, OutputTokens = OutputTokens };
    }
}
