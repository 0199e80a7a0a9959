using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Titan Multimodal Embeddings G1.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html
/// </summary>
internal sealed class SimulatedTitanEmbedImage : ISimulatedFamily
{
    public IReadOnlyList<string> Prefixes { get; } = ["amazon.titan-embed-image-v1"];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RefuseOthers(body, string.Empty, "inputText", "inputImage", "embeddingConfig");
        int dimensions = BodyChecks.Object(body, "embeddingConfig") is { } config
            ? SimulatedVectors.Dimensions(config, "outputEmbeddingLength", "embeddingConfig/outputEmbeddingLength", 1024, 384, 256)
            : 1024;
        string? text = body.TryGetProperty("inputText", out _) ? BodyChecks.RequiredText(body, "inputText") : null;
        string? image = body.TryGetProperty("inputImage", out _) ? BodyChecks.RequiredText(body, "inputImage") : null;
        if (image is not null)
        {
            SimulatedVectors.Image(image, "inputImage");
        }

        float[] vector = (text, image) switch
        {
            (null, null) => throw ServiceFailure.Malformed("#: required key [inputText] not found"),
            (not null, null) => SimulatedVectors.OfText(text, dimensions),
            (null, not null) => SimulatedVectors.OfBytes(image, "inputImage", dimensions),
            _ => SimulatedVectors.Mean(SimulatedVectors.OfText(text, dimensions), SimulatedVectors.OfBytes(image, "inputImage", dimensions)),
        };
        int tokens = text is null ? 0 : SimulatedText.Tokens(text);
        byte[] answer = SimulatedJson.Object(writer =>
        {
            writer.WritePropertyName("embedding");
            SimulatedVectors.Write(writer, vector);
            writer.WriteNumber("inputTextTokenCount", tokens);
            writer.WriteNull("message");
        });
        return new SimulatedAnswer { Parts = [answer], InputTokens = tokens };
    }
}
