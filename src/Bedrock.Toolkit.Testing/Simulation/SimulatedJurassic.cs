using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>Jurassic-2. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jurassic2.html</summary>
internal sealed class SimulatedJurassic : ISimulatedFamily
{
    private const int DefaultMaxTokens = 200;

    public IReadOnlyList<string> Prefixes { get; } = ["ai21.j2-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RefuseOthers(
            body, string.Empty, "prompt", "maxTokens", "temperature", "topP", "stopSequences", "countPenalty", "presencePenalty", "frequencyPenalty",
                "numResults", "minTokens", "topKReturn", "logitBias");
        string prompt = BodyChecks.RequiredText(body, "prompt");
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "topP", 0, 1);
        CheckPenalty(body, "countPenalty", 1);
        CheckPenalty(body, "presencePenalty", 5);
        CheckPenalty(body, "frequencyPenalty", 500);
        int maxTokens = BodyChecks.Integer(body, "maxTokens", 0) ?? DefaultMaxTokens;

        // 0 is allowed by the schema; it is taken as the default here.
        maxTokens = maxTokens == 0 ? DefaultMaxTokens : maxTokens;
        (string text, string? stop, bool isCut, int tokens) = SimulatedText.Finish(SimulatedText.Answer(prompt, null), BodyChecks.Texts(body, "stopSequences"),
            maxTokens);
        byte[] answer = SimulatedJson.Object(writer =>
        {
            // All recorded answers have this id.
            writer.WriteNumber("id", 1234);
            writer.WritePropertyName("prompt");
            WriteText(writer, prompt);
            writer.WriteStartArray("completions");
            writer.WriteStartObject();
            writer.WritePropertyName("data");
            WriteText(writer, text);
            WriteReason(writer, stop, isCut ? maxTokens : null);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
        return new SimulatedAnswer { Parts = [answer], InputTokens = SimulatedText.Tokens(prompt), OutputTokens = tokens };
    }

    private static void CheckPenalty(JsonElement body, string name, double most)
    {
        if (BodyChecks.Object(body, name) is { } penalty)
        {
            BodyChecks.RefuseOthers(
                penalty, "/" + name, "scale", "applyToWhitespaces", "applyToPunctuations", "applyToNumbers", "applyToStopwords", "applyToEmojis");
            BodyChecks.CheckNumber(penalty, "scale", 0, most);
        }
    }

    // One token for each word.
    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteStartArray("tokens");
        int at = 0;
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            int start = text.IndexOf(word, at, StringComparison.Ordinal);
            at = start + word.Length;
            writer.WriteStartObject();
            writer.WriteStartObject("generatedToken");
            writer.WriteString("token", "\u2581" + word);
            writer.WriteNumber("logprob", -1.5);
            writer.WriteNumber("raw_logprob", -1.5);
            writer.WriteEndObject();
            writer.WriteNull("topTokens");
            writer.WriteStartObject("textRange");
            writer.WriteNumber("start", start);
            writer.WriteNumber("end", at);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter writer, string? stop, int? length)
    {
        writer.WriteStartObject("finishReason");
        writer.WriteString("reason", length is not null ? "length" : stop is not null ? "stop" : "endoftext");
        if (length is { } limit)
        {
            writer.WriteNumber("length", limit);
        }
        else if (stop is not null)
        {
            writer.WriteString("sequence", stop);
        }

        writer.WriteEndObject();
    }
}
