using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Titan Embeddings G1 Text and Titan Text Embeddings V2.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-text.html
/// </summary>
internal sealed class SimulatedTitanEmbedText(string prefix, bool isV2) : ISimulatedFamily
{
    private const int DimensionsOfV1 = 1536;
    private const int DefaultDimensionsOfV2 = 1024;
    private const int MaxCharacters = 50_000;
    private const int MaxTokens = 8_192;

    public IReadOnlyList<string> Prefixes { get; } = [prefix];

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        string text = InputText(call.Body);
        int tokens = SimulatedText.Tokens(text);
        if (tokens > MaxTokens)
        {
            throw ServiceFailure.Validation($"400 Bad Request: Too many input tokens. Max input tokens: {MaxTokens}, request input token count: {tokens}");
        }

        return new SimulatedAnswer { Parts = [isV2 ? V2(call.Body, text, tokens) : V1(call.Body, text, tokens)], InputTokens = tokens };
    }

    private static string InputText(JsonElement body)
    {
        string text = BodyChecks.RequiredText(body, "inputText");
        return text.Length <= MaxCharacters
            ? text
            : throw ServiceFailure.Malformed($"#/inputText: expected maxLength: {MaxCharacters}, actual: {text.Length}");
    }

    private static byte[] V1(JsonElement body, string text, int tokens)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "inputText");
        float[] vector = HashedEmbedding.Create(text, DimensionsOfV1, normalize: true);
        return SimulatedJson.Object(writer =>
        {
            WriteVector(writer, "embedding", vector);
            writer.WriteNumber("inputTextTokenCount", tokens);
        });
    }

    private static byte[] V2(JsonElement body, string text, int tokens)
    {
        BodyChecks.RefuseOthers(body, string.Empty, "inputText", "dimensions", "normalize", "embeddingTypes");
        int dimensions = BodyChecks.Integer(body, "dimensions", 0) ?? DefaultDimensionsOfV2;
        if (dimensions is not (256 or 512 or 1024))
        {
            throw ServiceFailure.Malformed($"#/dimensions: {dimensions} is not a valid enum value");
        }

        bool normalize = BodyChecks.Boolean(body, "normalize") ?? true;
        List<string> types = BodyChecks.Texts(body, "embeddingTypes");
        if (types.Find(t => t is not ("float" or "binary")) is { } unknown)
        {
            throw ServiceFailure.Malformed($"#/embeddingTypes: {unknown} is not a valid enum value");
        }

        bool asFloat = types.Count == 0 || types.Contains("float");
        float[] vector = HashedEmbedding.Create(text, dimensions, normalize);
        return SimulatedJson.Object(writer =>
        {
            if (asFloat)
            {
                WriteVector(writer, "embedding", vector);
            }

            writer.WriteStartObject("embeddingsByType");
            if (types.Contains("binary"))
            {
                WriteSigns(writer, vector);
            }

            if (asFloat)
            {
                WriteVector(writer, "float", vector);
            }

            writer.WriteEndObject();
            writer.WriteNumber("inputTextTokenCount", tokens);
        });
    }

    private static void WriteVector(Utf8JsonWriter writer, string name, float[] vector)
    {
        writer.WriteStartArray(name);
        foreach (float value in vector)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WriteSigns(Utf8JsonWriter writer, float[] vector)
    {
        writer.WriteStartArray("binary");
        foreach (float value in vector)
        {
            writer.WriteNumberValue(value > 0 ? 1 : 0);
        }

        writer.WriteEndArray();
    }
}
