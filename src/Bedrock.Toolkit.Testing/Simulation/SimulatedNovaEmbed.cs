using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Nova Multimodal Embeddings, the answers given at once.
/// Source: https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html
/// </summary>
internal sealed class SimulatedNovaEmbed : ISimulatedFamily
{
    private const int MaxCharacters = 8192;
    private static readonly string[] Kinds = ["text", "image", "audio", "video"];
    private static readonly string[] Purposes =
    [
        "GENERIC_INDEX", "GENERIC_RETRIEVAL", "TEXT_RETRIEVAL", "IMAGE_RETRIEVAL", "VIDEO_RETRIEVAL", "DOCUMENT_RETRIEVAL", "AUDIO_RETRIEVAL",
        "CLASSIFICATION", "CLUSTERING",
    ];

    public IReadOnlyList<string> Prefixes { get; } = ["amazon.nova-2-multimodal-embeddings"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        BodyChecks.RefuseOthers(call.Body, string.Empty, "schemaVersion", "taskType", "singleEmbeddingParams");
        if (BodyChecks.RequiredText(call.Body, "taskType") is var task and not "SINGLE_EMBEDDING")
        {
            throw ServiceFailure.Malformed($"#/taskType: {task} is not a valid enum value");
        }

        JsonElement parameters = BodyChecks.Required(call.Body, "singleEmbeddingParams");
        if (BodyChecks.RequiredText(parameters, "embeddingPurpose") is var purpose && !Purposes.Contains(purpose))
        {
            throw ServiceFailure.Malformed($"#/singleEmbeddingParams/embeddingPurpose: {purpose} is not a valid enum value");
        }

        int dimensions = SimulatedVectors.Dimensions(parameters, "embeddingDimension", "singleEmbeddingParams/embeddingDimension", 3072, 1024, 384, 256);
        string[] given = [.. Kinds.Where(k => parameters.TryGetProperty(k, out _))];
        if (given is not [var kind])
        {
            throw ServiceFailure.Validation("Exactly one of text, image, audio and video must be provided.");
        }

        JsonElement content = parameters.GetProperty(kind);
        List<(string Type, float[] Vector, int? Cut)> vectors = kind == "text" ? [OfText(content, dimensions)] : OfMedia(kind, content, dimensions);
        byte[] answer = SimulatedJson.Object(writer => Write(writer, vectors));
        return new SimulatedAnswer { Parts = [answer], InputTokens = kind == "text" ? SimulatedText.Tokens(content) : 0 };
    }

    private static (string Type, float[] Vector, int? Cut) OfText(JsonElement text, int dimensions)
    {
        string mode = BodyChecks.RequiredText(text, "truncationMode");
        if (text.TryGetProperty("source", out JsonElement source))
        {
            return ("TEXT", SimulatedVectors.OfLocation(BodyChecks.Required(source, "s3Location"), dimensions), null);
        }

        string value = BodyChecks.RequiredText(text, "value");
        if (value.Length <= MaxCharacters)
        {
            return ("TEXT", SimulatedVectors.OfText(value, dimensions), null);
        }

        return mode switch
        {
            "END" => ("TEXT", SimulatedVectors.OfText(value[..MaxCharacters], dimensions), MaxCharacters),
            "START" => ("TEXT", SimulatedVectors.OfText(value[^MaxCharacters..], dimensions), value.Length - MaxCharacters),
            _ => throw ServiceFailure.Validation($"Text length {value.Length} exceeds the maximum of {MaxCharacters} characters."),
        };
    }

    private static List<(string Type, float[] Vector, int? Cut)> OfMedia(string kind, JsonElement content, int dimensions)
    {
        BodyChecks.RequiredText(content, "format");
        JsonElement source = BodyChecks.Required(content, "source");
        float[] vector;
        if (source.TryGetProperty("bytes", out _))
        {
            string base64 = BodyChecks.RequiredText(source, "bytes");
            if (kind == "image")
            {
                SimulatedVectors.Image(base64, "image");
            }

            vector = SimulatedVectors.OfBytes(base64, kind, dimensions);
        }
        else
        {
            vector = SimulatedVectors.OfLocation(BodyChecks.Required(source, "s3Location"), dimensions);
        }

        if (kind != "video")
        {
            return [(kind.ToUpperInvariant(), vector, null)];
        }

        return BodyChecks.RequiredText(content, "embeddingMode") == "AUDIO_VIDEO_SEPARATE"
            ? [("VIDEO", vector, null), ("AUDIO", SimulatedVectors.OfText("sound of " + vector[0], dimensions), null)]
            : [("AUDIO_VIDEO_COMBINED", vector, null)];
    }

    private static void Write(Utf8JsonWriter writer, List<(string Type, float[] Vector, int? Cut)> vectors)
    {
        writer.WriteStartArray("embeddings");
        foreach ((string type, float[] vector, int? cut) in vectors)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("embedding");
            SimulatedVectors.Write(writer, vector);
            writer.WriteString("embeddingType", type);
            if (cut is { } at)
            {
                writer.WriteNumber("truncatedCharLength", at);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
