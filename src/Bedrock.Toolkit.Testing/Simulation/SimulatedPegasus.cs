using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Pegasus: it sees no video, but notices that one came. The stream is the form that a tested public client reads.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
/// </summary>
internal sealed class SimulatedPegasus : ISimulatedFamily
{
    private const int MostTokens = 4_096;

    public IReadOnlyList<string> Prefixes { get; } = ["twelvelabs.pegasus-"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        byte[] body = SimulatedJson.Object(writer =>
        {
            writer.WriteString("message", reply.Text);
            writer.WriteString("finishReason", reply.Reason);
        });
        return new SimulatedAnswer { Parts = [body], InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        Reply reply = Answer(call.Body);
        return new SimulatedAnswer
        {
            Parts = [.. SimulatedText.Pieces(reply.Text).Select(piece => Chunk(piece, string.Empty)), Chunk(string.Empty, reply.Reason)],
            InputTokens = reply.InputTokens,
            OutputTokens = reply.OutputTokens,
        };
    }

    private static byte[] Chunk(string piece, string reason) => SimulatedJson.Object(writer =>
    {
        writer.WriteString("message", piece);
        writer.WriteString("stopReason", reason);
    });

    private static Reply Answer(JsonElement body)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "inputPrompt", "mediaSource", "temperature", "maxOutputTokens", "responseFormat");
        string prompt = BodyChecks.RequiredText(body, "inputPrompt");
        CheckMedia(body);
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "maxOutputTokens", 1, MostTokens);
        int maxTokens = BodyChecks.Integer(body, "maxOutputTokens", 1) ?? MostTokens;
        int inputTokens = SimulatedText.Tokens(prompt);
        if (BodyChecks.Object(body, "responseFormat") is { } format && BodyChecks.Object(format, "jsonSchema") is { } schema)
        {
            // The page puts the schema into "schema", public clients write it directly.
            string json = SimulatedToolInput.Create(schema.TryGetProperty("schema", out JsonElement inner) ? inner : schema, prompt);
            return new Reply(json, "stop", inputTokens, SimulatedText.Tokens(json));
        }

        (string text, _, bool isCut, int tokens) = SimulatedText.Finish(SimulatedText.Answer(prompt, null, attachments: 1), [], maxTokens);
        return new Reply(text, isCut ? "length" : "stop", inputTokens, tokens);
    }

    private static void CheckMedia(JsonElement body)
    {
        JsonElement media = BodyChecks.Required(body, "mediaSource");
        BodyChecks.RefuseOthers(media, "/mediaSource", "base64String", "s3Location");
        bool hasBytes = media.TryGetProperty("base64String", out JsonElement bytes);
        bool hasPlace = media.TryGetProperty("s3Location", out JsonElement place);
        if (hasBytes == hasPlace)
        {
            throw ServiceFailure.Malformed("#/mediaSource: #: 2 subschemas, exactly one must match");
        }

        if (hasBytes ? !bytes.TryGetBytesFromBase64(out _) : !BodyChecks.RequiredText(place, "uri").StartsWith("s3://", StringComparison.Ordinal))
        {
            throw ServiceFailure.Validation("The video of the request cannot be read.");
        }
    }

    private sealed record Reply(string Text, string Reason, int InputTokens, int OutputTokens);
}

internal static partial class SimulatedFamilies
{
    private static readonly bool Pegasus = Register(new SimulatedPegasus());
}
