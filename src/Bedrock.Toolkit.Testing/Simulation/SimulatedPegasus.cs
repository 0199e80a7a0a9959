using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Pegasus: it sees no video, but notices that one came. The stream is the form that a tested public client reads.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html
/// </summary>
internal sealed class SimulatedPegasus : SimulatedTextFamily
{
    private const int MaxTokens = 4_096;

    public override IReadOnlyList<string> Prefixes { get; } = ["twelvelabs.pegasus-"];

    protected override SimulatedReply Read(JsonElement body)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "inputPrompt", "mediaSource", "temperature", "maxOutputTokens", "responseFormat");
        string prompt = BodyChecks.RequiredText(body, "inputPrompt");
        CheckMedia(body);
        BodyChecks.CheckNumber(body, "temperature", 0, 1);
        BodyChecks.CheckNumber(body, "maxOutputTokens", 1, MaxTokens);
        int maxTokens = BodyChecks.Integer(body, "maxOutputTokens", 1) ?? MaxTokens;
        if (BodyChecks.Object(body, "responseFormat") is { } format && BodyChecks.Object(format, "jsonSchema") is { } schema)
        {
            // The page puts the schema into "schema", public clients write it directly. JSON is never cut.
            string json = SimulatedToolInput.Create(schema.TryGetProperty("schema", out JsonElement inner) ? inner : schema, prompt);
            return SimulatedReply.To(prompt, json, [], int.MaxValue);
        }

        return SimulatedReply.To(prompt, SimulatedText.Answer(prompt, null, attachments: 1), [], maxTokens);
    }

    protected override void WriteWhole(Utf8JsonWriter writer, SimulatedReply reply)
    {
        writer.WriteString("message", reply.Text);
        writer.WriteString("finishReason", ReasonOf(reply));
    }

    protected override void WritePiece(Utf8JsonWriter writer, string piece)
    {
        writer.WriteString("message", piece);
        writer.WriteString("stopReason", string.Empty);
    }

    protected override void WriteEnd(Utf8JsonWriter writer, SimulatedReply reply)
    {
        writer.WriteString("message", string.Empty);
        writer.WriteString("stopReason", ReasonOf(reply));
    }

    private static string ReasonOf(SimulatedReply reply) => reply.IsCut ? "length" : "stop";

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
}
