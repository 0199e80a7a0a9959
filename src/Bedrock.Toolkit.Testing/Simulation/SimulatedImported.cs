using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Imported models: the members of the body tell which of the three styles it has.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html
/// </summary>
internal sealed class SimulatedImported : ISimulatedFamily
{
    public const string Prefix = "imported-model/";

    private static readonly SimulatedChatCompletions Chat = new();

    private enum Style
    {
        BedrockCompletion,
        OpenAICompletion,
        OpenAIChat,
    }

    public IReadOnlyList<string> Prefixes { get; } = [Prefix];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Style style = StyleOf(call.Body);
        if (style == Style.OpenAIChat)
        {
            return Chat.Invoke(call);
        }

        Reply reply = Answer(call.Body, style);
        return reply.Whole([Body(style, reply, reply.Text, isFirst: true, isLast: true, reply.OutputTokens)]);
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Style style = StyleOf(call.Body);
        if (style == Style.OpenAIChat)
        {
            return Chat.Stream(call);
        }

        Reply reply = Answer(call.Body, style);
        List<string> pieces = [.. SimulatedText.Pieces(reply.Text), string.Empty];
        List<byte[]> chunks = [];
        string written = string.Empty;
        for (int i = 0; i < pieces.Count; i++)
        {
            written += pieces[i];
            bool isLast = i == pieces.Count - 1;
            int tokens = isLast ? reply.OutputTokens : Math.Min(SimulatedText.Tokens(written), reply.OutputTokens);
            chunks.Add(Body(style, reply, pieces[i], isFirst: i == 0, isLast, tokens));
        }

        return reply.Whole(chunks);
    }

    private static Style StyleOf(JsonElement body)
    {
        if (body.TryGetProperty("messages", out _))
        {
            return Style.OpenAIChat;
        }

        if (body.TryGetProperty("max_gen_len", out _))
        {
            return Style.BedrockCompletion;
        }

        return body.TryGetProperty("prompt", out _) && body.TryGetProperty("max_tokens", out _)
            ? Style.OpenAICompletion
            : throw ServiceFailure.Validation(
                "The body has none of the styles of imported models: max_gen_len, prompt with max_tokens, or messages is needed.");
    }

    private static Reply Answer(JsonElement body, Style style)
    {
        bool isBedrock = style == Style.BedrockCompletion;
        string prompt = BodyChecks.RequiredText(body, "prompt");
        BodyChecks.CheckNumber(body, "temperature", 0, 2);
        BodyChecks.CheckNumber(body, "top_p", 0, 1);
        int maxTokens = BodyChecks.Integer(body, isBedrock ? "max_gen_len" : "max_tokens", 1) ?? 1;
        string words = isBedrock ? InResponseFormat(body, prompt) : InStructuredOutput(body, prompt);
        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(words, [], maxTokens);
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.GetRawText())).AsSpan(0, 12));
        return new Reply("cmpl-" + id, text, isCut ? "length" : "stop", SimulatedText.Tokens(prompt), tokens);
    }

    private static string InResponseFormat(JsonElement body, string prompt)
    {
        if (BodyChecks.Object(body, "response_format") is not { } format)
        {
            return SimulatedText.Answer(prompt, null);
        }

        switch (BodyChecks.RequiredText(format, "type"))
        {
            case "text":
                return SimulatedText.Answer(prompt, null);
            case "json_object":
                return Encoding.UTF8.GetString(SimulatedJson.Object(writer => writer.WriteString("answer", SimulatedText.Answer(prompt, null))));
            case "json_schema":
                return SimulatedToolInput.Create(BodyChecks.Required(BodyChecks.Required(format, "json_schema"), "schema"), prompt);
            case var other:
                throw ServiceFailure.Malformed($"#/response_format/type: {other} is not a valid enum value");
        }
    }

    // A regular expression or a grammar has no effect here: to follow one takes a model.
    private static string InStructuredOutput(JsonElement body, string prompt)
    {
        if (BodyChecks.Object(body, "structured_outputs") is not { } form)
        {
            return SimulatedText.Answer(prompt, null);
        }

        List<string> choices = BodyChecks.Texts(form, "choice");
        if (choices.Count > 0)
        {
            return choices.Find(choice => prompt.Contains(choice, StringComparison.OrdinalIgnoreCase)) ?? choices[0];
        }

        return form.TryGetProperty("json", out JsonElement schema) ? SimulatedToolInput.Create(schema, prompt) : SimulatedText.Answer(prompt, null);
    }

    private static byte[] Body(Style style, Reply reply, string text, bool isFirst, bool isLast, int tokens) => SimulatedJson.Object(writer =>
    {
        if (style == Style.BedrockCompletion)
        {
            writer.WriteString("generation", text);
            if (isFirst)
            {
                writer.WriteNumber("prompt_token_count", reply.InputTokens);
            }

            writer.WriteNumber("generation_token_count", tokens);
            writer.WriteString("stop_reason", isLast ? reply.Reason : null);
            writer.WriteNull("logprobs");
            return;
        }

        writer.WriteString("id", reply.Id);
        writer.WriteString("object", "text_completion");
        writer.WriteNumber("created", 1_790_000_000);
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteString("text", text);
        writer.WriteString("finish_reason", isLast ? reply.Reason : null);
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

    private sealed record Reply(string Id, string Text, string Reason, int InputTokens, int OutputTokens)
    {
        public SimulatedAnswer Whole(IReadOnlyList<byte[]> parts) => new() { Parts = parts, InputTokens = InputTokens, OutputTokens = OutputTokens };
    }
}
