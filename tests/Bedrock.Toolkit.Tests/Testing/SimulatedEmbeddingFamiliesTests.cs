using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedEmbeddingFamiliesTests
{
    private const string Png = "iVBORw0KGgo=";
    private const string Nova = "amazon.nova-2-multimodal-embeddings-v1:0";

    [Fact]
    public void TitanImage_TextImageAndBoth_GiveTheMean()
    {
        const string Id = "amazon.titan-embed-image-v1";
        float[] text = Vector(SimulatedCalls.Invoke(Id, """{"inputText":"red lighthouse"}""").GetProperty("embedding"));
        float[] image = Vector(SimulatedCalls.Invoke(Id, $$"""{"inputImage":"{{Png}}"}""").GetProperty("embedding"));
        float[] both = Vector(SimulatedCalls.Invoke(Id, $$"""{"inputText":"red lighthouse","inputImage":"{{Png}}"}""").GetProperty("embedding"));

        Assert.Equal(text.Zip(image, (a, b) => (a + b) / 2), both, (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(384, SimulatedCalls.Invoke(Id, """{"inputText":"a","embeddingConfig":{"outputEmbeddingLength":384}}""").GetProperty("embedding")
            .GetArrayLength());
    }

    [Fact]
    public void Cohere_Shapes_AreThoseOfTheRecordings()
    {
        JsonElement v3 = SimulatedCalls.Invoke("cohere.embed-english-v3", """{"texts":["Hello There"],"input_type":"search_query"}""");
        Assert.Equal(1024, v3.GetProperty("embeddings")[0].GetArrayLength());
        Assert.Equal("embeddings_floats", v3.GetProperty("response_type").GetString());
        Assert.Equal("hello there", v3.GetProperty("texts")[0].GetString());

        JsonElement v4 = SimulatedCalls.Invoke("cohere.embed-v4:0", """{"texts":["Hello There"],"input_type":"search_query","truncate":"NONE"}""");
        Assert.Equal(1536, v4.GetProperty("embeddings").GetProperty("float")[0].GetArrayLength());
        Assert.Equal("embeddings_by_type", v4.GetProperty("response_type").GetString());
        Assert.Equal("Hello There", v4.GetProperty("texts")[0].GetString());
    }

    [Fact]
    public void Cohere_EveryType_ShowsTheSameVector()
    {
        JsonElement vectors = SimulatedCalls.Invoke(
            "cohere.embed-v4:0",
            """{"texts":["a quick brown fox"],"input_type":"clustering","output_dimension":256,"embedding_types":["float","int8","uint8","binary","ubinary"]}""").GetProperty("embeddings");

        float[] floats = Vector(vectors.GetProperty("float")[0]);
        int[] int8 = Numbers(vectors.GetProperty("int8")[0]);
        int[] ubinary = Numbers(vectors.GetProperty("ubinary")[0]);
        Assert.Equal(256, int8.Length);
        Assert.Equal(int8.Select(n => n + 128), Numbers(vectors.GetProperty("uint8")[0]));
        Assert.Equal(32, ubinary.Length);
        Assert.Equal(ubinary.Select(n => n - 128), Numbers(vectors.GetProperty("binary")[0]));
        Assert.All(Enumerable.Range(0, 256), i => Assert.Equal(floats[i] > 0, (ubinary[i / 8] & (0x80 >> (i % 8))) != 0));
    }

    [Fact]
    public void Nova_TooLongText_IsCutOrRefusedAsAsked()
    {
        string text = new('a', 9000);
        JsonElement cut = SimulatedCalls.Invoke(Nova, Body($$"""{"truncationMode":"END","value":"{{text}}"}""")).GetProperty("embeddings")[0];
        Assert.Equal(8192, cut.GetProperty("truncatedCharLength").GetInt32());
        Assert.Equal(3072, cut.GetProperty("embedding").GetArrayLength());
        SimulatedCalls.Refused(Nova, Body($$"""{"truncationMode":"NONE","value":"{{text}}"}"""));

        static string Body(string text) => $$$"""{"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":{"embeddingPurpose":"CLUSTERING","text":{{{text}}}}}""";
    }

    [Fact]
    public void Nova_VideoWithSeparateSound_HasTwoVectors()
    {
        JsonElement vectors = SimulatedCalls.Invoke(
            Nova,
            """{"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":{"embeddingPurpose":"GENERIC_INDEX","embeddingDimension":256,"video":{"format":"mp4","embeddingMode":"AUDIO_VIDEO_SEPARATE","source":{"s3Location":{"uri":"s3://a/b"}}}}}""").GetProperty("embeddings");

        Assert.Equal(["VIDEO", "AUDIO"], vectors.EnumerateArray().Select(v => v.GetProperty("embeddingType").GetString()));
    }

    [Theory]
    [InlineData("twelvelabs.marengo-embed-3-0-v1:0", """{"inputType":"text","text":{"inputText":"gull"}}""", 512)]
    [InlineData("twelvelabs.marengo-embed-3-0-v1:0",
        """{"inputType":"text_image","text_image":{"inputText":"gull","mediaSource":{"s3Location":{"uri":"s3://a"}}}}""", 512)]
    [InlineData("us.twelvelabs.marengo-embed-2-7-v1:0", """{"inputType":"image","mediaSource":{"base64String":"iVBORw0KGgo="}}""", 1024)]
    public void Marengo_TextsAndImages_GiveOneVector(string id, string body, int length) =>
        Assert.Equal(length, SimulatedCalls.Invoke(id, body).GetProperty("data")[0].GetProperty("embedding").GetArrayLength());

    [Theory]
    [InlineData("amazon.titan-embed-image-v1", "{}")]
    [InlineData("amazon.titan-embed-image-v1", """{"inputImage":"AAAA"}""")]
    [InlineData("amazon.titan-embed-image-v1", """{"inputText":"a","embeddingConfig":{"outputEmbeddingLength":512}}""")]
    [InlineData("cohere.embed-english-v3", """{"texts":["a"]}""")]
    [InlineData("cohere.embed-english-v3", """{"texts":["a"],"input_type":"later"}""")]
    [InlineData("cohere.embed-english-v3", """{"texts":["a"],"input_type":"search_query","output_dimension":256}""")]
    [InlineData("cohere.embed-english-v3", """{"input_type":"image","images":["data:image/png;base64,iVBORw0KGgo="],"texts":["a"]}""")]
    [InlineData("cohere.embed-v4:0", """{"texts":["a"],"input_type":"search_query","output_dimension":300}""")]
    [InlineData("cohere.embed-v4:0", """{"images":["data:image/png;base64,AAAA"],"input_type":"search_query"}""")]
    [InlineData("cohere.embed-v4:0", """{"texts":["a"],"input_type":"search_query","embedding_types":["int4"]}""")]
    [InlineData(Nova, """{"taskType":"SEGMENTED_EMBEDDING","segmentedEmbeddingParams":{}}""")]
    [InlineData(Nova, """{"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":{"embeddingPurpose":"CLUSTERING"}}""")]
    [InlineData("twelvelabs.marengo-embed-3-0-v1:0", """{"inputType":"video","video":{"mediaSource":{"s3Location":{"uri":"s3://a"}}}}""")]
    [InlineData("twelvelabs.marengo-embed-2-7-v1:0", """{"inputType":"text"}""")]
    [InlineData("cohere.rerank-v3-5:0", """{"query":"a","documents":["b"]}""")]
    [InlineData("cohere.rerank-v3-5:0", """{"query":"a","documents":["b"],"api_version":1}""")]
    [InlineData("cohere.rerank-v3-5:0", """{"query":"a","documents":[],"api_version":2}""")]
    [InlineData("amazon.rerank-v1:0", """{"query":"a","documents":["b"],"api_version":2}""")]
    [InlineData("amazon.rerank-v1:0", """{"query":"a","documents":["b"],"top_n":0}""")]
    public void Answer_InvalidBody_IsAValidationException(string id, string body) => SimulatedCalls.Refused(id, body);

    [Fact]
    public void Cohere_NinetySevenTexts_AreRefused()
    {
        string texts = string.Join(',', Enumerable.Repeat("\"a\"", 97));
        SimulatedCalls.Refused("cohere.embed-english-v3", $$"""{"texts":[{{texts}}],"input_type":"search_query"}""");
    }

    [Fact]
    public void Rerank_SharedWords_ScoreHigher()
    {
        JsonElement results = SimulatedCalls.Invoke(
            "cohere.rerank-v3-5:0",
            """{"query":"When does the ferry leave?","documents":["Bananas are yellow.","The ferry leaves at nine.","The bakery opens."],"top_n":2,"api_version":2}""").GetProperty("results");

        Assert.Equal(2, results.GetArrayLength());
        Assert.Equal(1, results[0].GetProperty("index").GetInt32());
        Assert.True(results[0].GetProperty("relevance_score").GetDouble() > 0.4);
        Assert.True(results[1].GetProperty("relevance_score").GetDouble() < 0.2);
    }

    private static float[] Vector(JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetSingle())];

    private static int[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(e => e.GetInt32())];
}
