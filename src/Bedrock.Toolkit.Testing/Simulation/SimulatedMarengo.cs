using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// TwelveLabs Marengo Embed 3.0 and 2.7, the answers given at once.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo-3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-marengo.html
/// </summary>
internal sealed class SimulatedMarengo(string prefix, bool is27) : ISimulatedFamily
{
    private const int DimensionsOf30 = 512;
    private const int DimensionsOf27 = 1024;
    private const int MaxTokensOf30 = 500;
    private const int MaxTokensOf27 = 77;

    public IReadOnlyList<string> Prefixes { get; } = [prefix];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        string type = BodyChecks.RequiredText(call.Body, "inputType");
        int tokens = 0;
        float[] vector = is27 ? Vector27(call.Body, type, ref tokens) : Vector30(call.Body, type, ref tokens);
        byte[] answer = SimulatedJson.Object(writer =>
        {
            writer.WriteStartArray("data");
            writer.WriteStartObject();
            writer.WritePropertyName("embedding");
            SimulatedVectors.Write(writer, vector);
            writer.WriteEndObject();
            writer.WriteEndArray();
        });
        return new SimulatedAnswer { Parts = [answer], InputTokens = tokens };
    }

    private static float[] Vector27(JsonElement body, string type, ref int tokens)
    {
        BodyChecks.RefuseOthers(
            body, string.Empty, "inputType", "inputText", "textTruncate", "mediaSource", "startSec", "lengthSec", "useFixedLengthSec", "minClipSec",
                "embeddingOption");
        bool refuseLong = body.TryGetProperty("textTruncate", out JsonElement truncate) && truncate.ValueEquals("none");
        return type switch
        {
            "text" => OfText(BodyChecks.RequiredText(body, "inputText"), DimensionsOf27, refuseLong ? MaxTokensOf27 : null, ref tokens),
            "image" => OfMedia(BodyChecks.Required(body, "mediaSource"), DimensionsOf27),
            _ => throw NotAtOnce(type),
        };
    }

    private static float[] Vector30(JsonElement body, string type, ref int tokens)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "inputType", "inferenceId", type);
        JsonElement input = BodyChecks.Required(body, type);
        switch (type)
        {
            case "text":
                return OfText(BodyChecks.RequiredText(input, "inputText"), DimensionsOf30, MaxTokensOf30, ref tokens);
            case "image":
                return OfMedia(BodyChecks.Required(input, "mediaSource"), DimensionsOf30);
            case "text_image":
                float[] text = OfText(BodyChecks.RequiredText(input, "inputText"), DimensionsOf30, MaxTokensOf30, ref tokens);
                return SimulatedVectors.Mean(text, OfMedia(BodyChecks.Required(input, "mediaSource"), DimensionsOf30));
            case "multi_input":
                List<float[]> parts = [.. BodyChecks.Required(input, "mediaSources").EnumerateArray().Select(s => OfMedia(s, DimensionsOf30))];
                if (input.TryGetProperty("inputText", out _))
                {
                    parts.Add(OfText(BodyChecks.RequiredText(input, "inputText"), DimensionsOf30, MaxTokensOf30, ref tokens));
                }

                return parts.Count > 0 ? SimulatedVectors.Mean([.. parts])
                    : throw ServiceFailure.Malformed("#/multi_input/mediaSources: expected minimum item count: 1, found: 0");
            default:
                throw NotAtOnce(type);
        }
    }

    private static float[] OfText(string text, int dimensions, int? mostTokens, ref int tokens)
    {
        tokens = SimulatedText.Tokens(text);
        return mostTokens is null || tokens <= mostTokens
            ? SimulatedVectors.OfText(text, dimensions)
            : throw ServiceFailure.Validation($"The text has {tokens} tokens; the maximum is {mostTokens}.");
    }

    private static float[] OfMedia(JsonElement source, int dimensions)
    {
        if (!source.TryGetProperty("base64String", out _))
        {
            return SimulatedVectors.OfLocation(BodyChecks.Required(source, "s3Location"), dimensions);
        }

        string base64 = BodyChecks.RequiredText(source, "base64String");
        SimulatedVectors.Image(base64, "base64String");
        return SimulatedVectors.OfBytes(base64, "base64String", dimensions);
    }

    private static ServiceFailure NotAtOnce(string type) =>
        ServiceFailure.Validation($"inputType {type} is not supported by InvokeModel; use StartAsyncInvoke.");
}
