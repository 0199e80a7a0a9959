using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models;

/// <summary>Every sample and every recorded exchange of the embedding and rerank families.</summary>
public class EmbeddingSamplesTests
{
    [SharedFact]
    public void Samples_OfTheseFamilies_AreAllCovered()
    {
        string[] prefixes = ["titan-embed-image", "cohere-embed", "nova-mme", "marengo", "cohere-rerank", "amazon-rerank"];
        int found = 0;
        foreach (string path in Directory.EnumerateFiles(SharedFolder.PathTo("wire", "samples-other")))
        {
            string file = Path.GetFileName(path);
            if (!prefixes.Any(p => file.StartsWith(p, StringComparison.Ordinal)))
            {
                continue;
            }

            found++;
            if (file.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                Assert.All(File.ReadAllLines(path).Where(l => l.Length > 0), line => Check(file, line));
            }
            else
            {
                Check(file, File.ReadAllText(path));
            }
        }

        Assert.True(found >= 40, $"Only {found} samples were found.");
    }

    [SharedFact]
    public void RecordedCohere_ReadAndWritten_AreEqualAndGiveVectors()
    {
        List<(string Path, string Request, string Response)> exchanges = EmbeddingWire.Recorded("cohere.embed");
        Assert.True(exchanges.Count >= 7, $"Only {exchanges.Count} recorded exchanges were found.");
        Assert.All(exchanges, e =>
        {
            bool isV4 = e.Path.Contains("v4", StringComparison.Ordinal);
            EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> model = isV4 ? CohereEmbedModels.V4 : CohereEmbedModels.EnglishV3;
            model.CheckRequest!(EmbeddingWire.AssertRoundTrip(e.Request, model.RequestTypeInfo));
            CohereEmbedResponse response = EmbeddingWire.AssertRoundTrip(e.Response, model.ResponseTypeInfo);

            ReadOnlyMemory<float> vector = Assert.Single(model.ReadVectors(response));
            Assert.Equal(model.Dimensions[0], vector.Length);
            Assert.Equal(!isV4, response.Embeddings!.IsArray);
        });
    }

    [SharedFact]
    public void RecordedNova_ReadAndWritten_AreEqualAndGiveVectors()
    {
        EmbeddingModel<NovaEmbedRequest, NovaEmbedResponse> model = NovaEmbedModels.MultimodalV1;
        List<(string Path, string Request, string Response)> exchanges = EmbeddingWire.Recorded("nova-2-multimodal-embeddings");
        Assert.NotEmpty(exchanges);
        Assert.All(exchanges, e =>
        {
            NovaEmbedRequest request = EmbeddingWire.AssertRoundTrip(e.Request, model.RequestTypeInfo);
            model.CheckRequest!(request);
            NovaEmbedResponse response = EmbeddingWire.AssertRoundTrip(e.Response, model.ResponseTypeInfo);
            Assert.Equal(request.SingleEmbeddingParams.EmbeddingDimension ?? 3072, Assert.Single(model.ReadVectors(response)).Length);
        });
    }

    private static void Check(string file, string json)
    {
        string start = file.Split('.')[0];
        bool isRequest = file.Contains(".request.", StringComparison.Ordinal);
        switch (start)
        {
            case "titan-embed-image-v1":
                Check(TitanModels.EmbedImageV1, isRequest, json);
                break;
            case "cohere-embed-v3":
                Check(CohereEmbedModels.EnglishV3, isRequest, json);
                break;
            case "cohere-embed-v4":
                Check(CohereEmbedModels.V4, isRequest, json);
                break;
            case "cohere-rerank-3-5":
                Check(CohereRerankModels.V35, isRequest, json);
                break;
            case "amazon-rerank-1-0":
                Check(AmazonRerankModels.V1, isRequest, json);
                break;
            case "marengo-2-7":
                CheckMarengo(MarengoModels.Embed27, isRequest, json);
                break;
            case "marengo-3":
                CheckMarengo(MarengoModels.Embed30, isRequest, json);
                break;
            case "nova-mme":
                CheckNova(file, isRequest, json);
                break;
            default:
                Assert.Fail($"No test covers {file}.");
                break;
        }
    }

    private static void Check<TRequest, TResponse>(Model<TRequest, TResponse> model, bool isRequest, string json)
    {
        if (isRequest)
        {
            model.CheckRequest!(EmbeddingWire.AssertRoundTrip(json, model.RequestTypeInfo));
        }
        else
        {
            EmbeddingWire.AssertRoundTrip(json, model.ResponseTypeInfo);
        }
    }

    private static void CheckMarengo<TRequest>(Model<TRequest, MarengoResponse> model, bool isRequest, string json)
    {
        if (Input(json) is { } input)
        {
            EmbeddingWire.AssertRoundTrip(input, model.RequestTypeInfo);
        }
        else
        {
            Check(model, isRequest, json);
        }
    }

    private static void CheckNova(string file, bool isRequest, string json)
    {
        if (Input(json) is { } input)
        {
            NovaEmbedAsyncRequest request = EmbeddingWire.AssertRoundTrip(input, BedrockJson.TypeInfo<NovaEmbedAsyncRequest>());
            NovaEmbedRequestCheck.Async(request);
            Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(request.Clone()));
        }
        else if (file.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            EmbeddingWire.AssertRoundTrip(json, BedrockJson.TypeInfo<NovaEmbedSegment>());
        }
        else if (file.Contains("result", StringComparison.Ordinal))
        {
            EmbeddingWire.AssertRoundTrip(json, BedrockJson.TypeInfo<NovaEmbedAsyncResult>());
        }
        else
        {
            Check(NovaEmbedModels.MultimodalV1, isRequest, json);
        }
    }

    // The samples of asynchronous requests are whole StartAsyncInvoke bodies.
    private static string? Input(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("modelInput", out JsonElement input) ? input.GetRawText() : null;
    }
}
