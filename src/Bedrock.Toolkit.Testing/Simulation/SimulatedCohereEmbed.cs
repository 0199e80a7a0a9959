using System.Globalization;
using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// Cohere Embed v3 and v4. Whole numbers and bits are made from the floating-point vector, so that all forms show the same neighbours.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-embed-v4.html
/// </summary>
internal sealed class SimulatedCohereEmbed(bool isV4, params string[] prefixes) : ISimulatedFamily
{
    private const int MaxInputs = 96;
    private const int MaxV3Characters = 2048;
    private const string DataUriMark = ";base64,";

    public IReadOnlyList<string> Prefixes { get; } = prefixes;

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        JsonElement body = call.Body;
        BodyChecks.RefuseOthers(
            body, string.Empty, isV4 ? ["input_type", "texts", "images", "inputs", "embedding_types", "output_dimension", "max_tokens", "truncate"]
            : ["input_type", "texts", "images", "embedding_types", "truncate"]);
        CheckInputType(BodyChecks.RequiredText(body, "input_type"));
        List<string> types = BodyChecks.Texts(body, "embedding_types");
        if (types.Find(t => t is not ("float" or "int8" or "uint8" or "binary" or "ubinary")) is { } unknown)
        {
            throw ServiceFailure.Malformed($"#/embedding_types: {unknown} is not a valid enum value");
        }

        int dimensions = isV4 ? SimulatedVectors.Dimensions(body, "output_dimension", "output_dimension", 1536, 1024, 512, 256) : 1024;
        int tokens = 0;
        List<float[]> vectors = Vectors(body, dimensions, ref tokens);

        // Recorded answers: v3 gives an array unless types were asked for, v4 an object in any case.
        bool byType = isV4 || types.Count > 0;
        byte[] answer = SimulatedJson.Object(writer =>
        {
            writer.WriteString("id", Id(body));
            writer.WriteString("response_type", byType ? "embeddings_by_type" : "embeddings_floats");
            WriteEmbeddings(writer, vectors, byType ? types.Count > 0 ? types : ["float"] : null);
            WriteEcho(writer, body, call.Model);
        });
        return new SimulatedAnswer { Parts = [answer], InputTokens = tokens };
    }

    private void CheckInputType(string inputType)
    {
        bool known = inputType is "search_document" or "search_query" or "classification" or "clustering" || (inputType == "image" && !isV4);
        if (!known)
        {
            throw ServiceFailure.Malformed($"#/input_type: {inputType} is not a valid enum value");
        }
    }

    private List<float[]> Vectors(JsonElement body, int dimensions, ref int tokens)
    {
        List<string> texts = BodyChecks.Texts(body, "texts");
        List<string> images = BodyChecks.Texts(body, "images");
        JsonElement[] inputs = body.TryGetProperty("inputs", out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
        int count = texts.Count + images.Count + inputs.Length;
        if (new[] { texts.Count, images.Count, inputs.Length }.Count(c => c > 0) != 1)
        {
            throw ServiceFailure.Validation(count == 0 ? "valid input must be provided: texts, images or inputs"
                : "only one of texts, images and inputs may be provided");
        }

        if (count > MaxInputs || (!isV4 && images.Count > 1))
        {
            throw ServiceFailure.Malformed(
                $"#/{(texts.Count > 0 ? "texts" : images.Count > 0 ? "images" : "inputs")}: expected maximum item count: "
                    + $"{(images.Count > 0 && !isV4 ? 1 : MaxInputs)}, found: {count}");
        }

        int sum = 0;
        List<float[]> vectors =
        [
            .. texts.Select((t, i) => OfText(t, $"texts/{i}", dimensions, ref sum)),
            .. images.Select((t, i) => OfImage(t, $"images/{i}", dimensions)),
            .. inputs.Select((t, i) => OfInput(t, $"inputs/{i}", dimensions, ref sum)),
        ];
        tokens = sum;
        return vectors;
    }

    private float[] OfText(string text, string path, int dimensions, ref int tokens)
    {
        if (!isV4 && text.Length > MaxV3Characters)
        {
            throw ServiceFailure.Malformed($"#/{path}: expected maxLength: {MaxV3Characters}, actual: {text.Length}");
        }

        tokens += SimulatedText.Tokens(text);
        return text.Length > 0 ? SimulatedVectors.OfText(text, dimensions) : throw ServiceFailure.Malformed($"#/{path}: expected minLength: 1, actual: 0");
    }

    private static float[] OfImage(string url, string path, int dimensions)
    {
        int mark = url.StartsWith("data:image/", StringComparison.Ordinal) ? url.IndexOf(DataUriMark, StringComparison.Ordinal) : -1;
        if (mark < 0)
        {
            throw ServiceFailure.Validation($"{path}: an image must be a data URI.");
        }

        string base64 = url[(mark + DataUriMark.Length)..];
        SimulatedVectors.Image(base64, path);
        return SimulatedVectors.OfBytes(base64, path, dimensions);
    }

    private float[] OfInput(JsonElement input, string path, int dimensions, ref int tokens)
    {
        List<float[]> parts = [];
        foreach (JsonElement part in BodyChecks.Required(input, "content").EnumerateArray())
        {
            string at = $"{path}/content/{parts.Count}";
            parts.Add(BodyChecks.RequiredText(part, "type") switch
            {
                "text" => OfText(BodyChecks.RequiredText(part, "text"), at, dimensions, ref tokens),
                "image_url" => OfImage(BodyChecks.RequiredText(BodyChecks.Required(part, "image_url"), "url"), at, dimensions),
                var unknown => throw ServiceFailure.Malformed($"#/{at}/type: {unknown} is not a valid enum value"),
            });
        }

        return parts.Count > 0 ? SimulatedVectors.Mean([.. parts])
            : throw ServiceFailure.Malformed($"#/{path}/content: expected minimum item count: 1, found: 0");
    }

    private static void WriteEmbeddings(Utf8JsonWriter writer, List<float[]> vectors, List<string>? types)
    {
        writer.WritePropertyName("embeddings");
        if (types is null)
        {
            WriteList(writer, vectors, SimulatedVectors.Write);
            return;
        }

        writer.WriteStartObject();
        foreach (string type in types.Distinct())
        {
            writer.WritePropertyName(type);
            WriteList(writer, vectors, type switch
            {
                "float" => SimulatedVectors.Write,
                "int8" => static (w, v) => WriteNumbers(w, v.Select(x => Math.Clamp((int)MathF.Round(x * 127), -128, 127))),
                "uint8" => static (w, v) => WriteNumbers(w, v.Select(x => Math.Clamp((int)MathF.Round(x * 127), -128, 127) + 128)),
                "binary" => static (w, v) => WriteNumbers(w, Bits(v).Select(b => b - 128)),
                _ => static (w, v) => WriteNumbers(w, Bits(v)),
            });
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, List<float[]> vectors, Action<Utf8JsonWriter, float[]> write)
    {
        writer.WriteStartArray();
        vectors.ForEach(v => write(writer, v));
        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, IEnumerable<int> numbers)
    {
        writer.WriteStartArray();
        foreach (int number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<int> Bits(float[] vector) =>
        vector.Chunk(8).Select(eight => eight.Select((x, i) => x > 0 ? 0x80 >> i : 0).Sum());

    private static void WriteEcho(Utf8JsonWriter writer, JsonElement body, string model)
    {
        if (body.TryGetProperty("inputs", out JsonElement inputs))
        {
            writer.WritePropertyName("inputs");
            inputs.WriteTo(writer);
        }

        // Recorded answers: the English model gives the texts in small letters.
        bool lower = model.Contains("english", StringComparison.Ordinal);
        writer.WriteStartArray("texts");
        foreach (string text in BodyChecks.Texts(body, "texts"))
        {
            writer.WriteStringValue(lower ? text.ToLowerInvariant() : text);
        }

        writer.WriteEndArray();
    }

    // From the content, so that the same request has the same answer.
    private static string Id(JsonElement body)
    {
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body.GetRawText()));
        return new Guid(hash.AsSpan(0, 16)).ToString("D", CultureInfo.InvariantCulture);
    }
}
