using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Conformance;

/// <summary>The recorded exchanges on InvokeModel that no family's own tests replay, and that no other one is left over.</summary>
public class RecordedInvokeTests
{
    // Each family's own tests replay what begins so, without geography.
    private static readonly string[] OfFamilies =
    [
        "ai21.j2-", "amazon.nova-lite-", "amazon.nova-micro-", "amazon.nova-2-multimodal-embeddings-", "amazon.titan-text-", "amazon.titan-embed-text-",
        "anthropic.claude-", "cohere.command-", "cohere.embed-", "meta.llama", "mistral.mistral-7b-",
    ];

    [SharedFact]
    public void Exchanges_OnInvokeModel_AreAllReplayedSomewhere()
    {
        List<string> left = [];
        using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(SharedFolder.PathTo("vectors", "recorded", "index.json")));
        foreach (JsonElement entry in index.RootElement.EnumerateArray())
        {
            string path = Uri.UnescapeDataString(entry.GetProperty("path").GetString()!);
            string id = path[(path.IndexOf('/', 1) + 1)..path.LastIndexOf('/')];
            bool isInvoke = path.EndsWith("/invoke", StringComparison.Ordinal) || path.EndsWith("/invoke-with-response-stream", StringComparison.Ordinal);
            string model = id.StartsWith("us.", StringComparison.Ordinal) ? id[3..] : id;
            if (isInvoke && !OfFamilies.Any(start => model.StartsWith(start, StringComparison.Ordinal)))
            {
                left.Add(entry.GetProperty("name").GetString()!);
            }
        }

        Assert.Equal(
            ["openllmetry--imported-model-completion", "otel-python--invoke-model-with-invalid-model",
                "otel-python--invoke-model-with-response-stream-invalid-model"],
            left.Order(StringComparer.Ordinal));
    }

    [SharedFact]
    public async Task Exchange_WithAMarketplaceEndpoint_ReplaysAsATextCompletion()
    {
        using ReplayedExchange exchange = ReplayedExchange.Open("openllmetry--imported-model-completion");
        var model = ImportedModels.OpenAICompletion(exchange.ModelId);

        ImportedOpenAICompletionResponse response = await exchange.InvokeAsync(model);

        Assert.Equal(ModelIdKind.MarketplaceEndpoint, model.Id.Kind);
        Assert.StartsWith(" I'm a high school student.", response.Text, StringComparison.Ordinal);
        Assert.Null(response.AdditionalProperties);
    }

    [SharedTheory]
    [InlineData("otel-python--invoke-model-with-invalid-model", false)]
    [InlineData("otel-python--invoke-model-with-response-stream-invalid-model", true)]
    public async Task Exchange_WithAnUnknownModel_IsAValidationException(string name, bool streaming)
    {
        JsonElement answer = Load(name).GetProperty("response");
        using var handler = new ScriptedHandler(_ => Answers.Of(
            (System.Net.HttpStatusCode)answer.GetProperty("status").GetInt32(),
            Encoding.UTF8.GetBytes(answer.GetProperty("body").GetRawText()),
            "application/json",
            ("x-amzn-errortype", answer.GetProperty("headers").GetProperty("x-amzn-errortype").GetString()!)));
        using BedrockClient client = TestClient.Over(handler);
        var model = TitanModels.TextFromId("does-not-exist");

        var e = await Assert.ThrowsAsync<BedrockValidationException>(() => streaming
            ? client.StreamAsync(model, TitanTextRequest.For("a")).ToResponseAsync()
            : client.InvokeAsync(model, TitanTextRequest.For("a")));

        Assert.Equal(("does-not-exist", 400), (e.ModelId, e.StatusCode));
        Assert.Contains("The provided model identifier is invalid.", e.Message, StringComparison.Ordinal);
    }

    [SharedFact]
    public void Sample_OfChunkFrames_GivesTheEvents()
    {
        string[] payloads = [.. File.ReadLines(SharedFolder.PathTo("wire", "text", "samples", "_shared", "eventstream-frame.stream.jsonl"))
            .Where(line => line.Length > 0)];

        Assert.Equal(["Hi", " there"],
            payloads.Select(p => ChunkPayload.Read(Encoding.UTF8.GetBytes(p), TitanModels.TextFromId("any").EventTypeInfo).OutputText));
    }

    private static JsonElement Load(string name) => JsonElement.Parse(File.ReadAllBytes(SharedFolder.PathTo("vectors", "recorded", name + ".json")));
}
