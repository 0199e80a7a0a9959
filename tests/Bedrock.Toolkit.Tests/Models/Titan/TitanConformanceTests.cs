using System.Text.Json;
using Bedrock.Toolkit.Guardrails;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanConformanceTests
{
    private static readonly StreamingModel<TitanTextRequest, TitanTextResponse, TitanTextStreamEvent> TextModel = TitanModels.TextFromId("any");

    private static readonly EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> EmbedModel = TitanModels.EmbedTextV2;

    [SharedTheory]
    [InlineData("titan-text")]
    [InlineData("titan-text-guardrail")]
    public void TextSamples_ReadAndWritten_AreEqual(string name)
    {
        TitanWire.AssertRoundTrip(TextSample($"{name}.request.json"), TextModel.RequestTypeInfo);
        TitanWire.AssertRoundTrip(TextSample($"{name}.response.json"), TextModel.ResponseTypeInfo);
        TextModel.CheckRequest!(BedrockJson.Deserialize<TitanTextRequest>(TextSample($"{name}.request.json")));
    }

    [SharedTheory]
    [InlineData("titan-text", "FINISH")]
    [InlineData("titan-text-guardrail", null)]
    public void TextSamples_StreamFolded_GivesTheResponse_Streaming(string name, string? reason)
    {
        string[] chunks = TextSample($"{name}.stream.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        TitanTextResponse folded = AssertStream(chunks);

        var response = BedrockJson.Deserialize<TitanTextResponse>(TextSample($"{name}.response.json"));
        Assert.Equal(response.Text, folded.Text);
        Assert.Equal(response.GuardrailAction, folded.GuardrailAction);
        Assert.Equal(reason, folded.Results[0].CompletionReason?.Value);
        if (reason is not null)
        {
            TitanWire.AssertEqualJson(BedrockJson.Serialize(response), BedrockJson.Serialize(folded));
        }
    }

    [SharedTheory]
    [InlineData("titan-embed-text-v1")]
    [InlineData("titan-embed-text-v2")]
    [InlineData("titan-embed-text-v2.binary-only")]
    public void EmbeddingSamples_ReadAndWritten_AreEqual(string name)
    {
        string request = EmbeddingSample($"{name}.request.json");
        TitanWire.AssertRoundTrip(request, EmbedModel.RequestTypeInfo);
        TitanWire.AssertRoundTrip(EmbeddingSample($"{name}.response.json"), EmbedModel.ResponseTypeInfo);

        EmbeddingModel<TitanEmbedTextRequest, TitanEmbedTextResponse> model = name.Contains("-v1", StringComparison.Ordinal) ? TitanModels.EmbedTextV1
            : EmbedModel;
        model.CheckRequest!(BedrockJson.Deserialize<TitanEmbedTextRequest>(request));
    }

    [SharedFact]
    public void RecordedTextExchanges_ReadAndWritten_AreEqual()
    {
        int answers = 0;
        int streams = 0;
        foreach (JsonElement exchange in Recorded("/model/amazon.titan-text-", "/invoke"))
        {
            TitanWire.AssertRoundTrip(exchange.GetProperty("request").GetProperty("body").GetRawText(), TextModel.RequestTypeInfo);
            JsonElement response = exchange.GetProperty("response");
            if (response.TryGetProperty("frames", out JsonElement frames))
            {
                streams++;
                string[] chunks = [.. frames.EnumerateArray().Select(f => f.GetProperty("chunk").GetRawText())];
                TitanTextResponse folded = AssertStream(chunks);
                Assert.NotEmpty(folded.Text);
                Assert.NotNull(folded.Results[0].TokenCount);
                Assert.NotNull(folded.InputTextTokenCount);
            }
            else
            {
                answers++;
                string body = response.GetProperty("body").GetRawText();
                TitanWire.AssertRoundTrip(body, TextModel.ResponseTypeInfo);
                Assert.NotEmpty(BedrockJson.Deserialize<TitanTextResponse>(body).Text);
            }
        }

        Assert.True(answers >= 3, $"Only {answers} recorded answers were found.");
        Assert.True(streams >= 5, $"Only {streams} recorded streams were found.");
    }

    [SharedFact]
    public void RecordedEmbeddingExchanges_ReadAndWritten_AreEqual()
    {
        int count = 0;
        foreach (JsonElement exchange in Recorded("/model/amazon.titan-embed-text-", "/invoke"))
        {
            count++;
            string request = exchange.GetProperty("request").GetProperty("body").GetRawText();
            string body = exchange.GetProperty("response").GetProperty("body").GetRawText();
            TitanWire.AssertRoundTrip(request, EmbedModel.RequestTypeInfo);
            TitanWire.AssertRoundTrip(body, EmbedModel.ResponseTypeInfo);
            Assert.Equal(
                BedrockJson.Deserialize<TitanEmbedTextRequest>(request).Dimensions ?? 1024,
                EmbedModel.ReadVectors(BedrockJson.Deserialize<TitanEmbedTextResponse>(body))[0].Length);
        }

        Assert.True(count >= 1, "No recorded embedding was found.");
    }

    private static TitanTextResponse AssertStream(string[] chunks)
    {
        IStreamFold<TitanTextStreamEvent, TitanTextResponse> fold = TextModel.CreateFold();
        bool ended = false;
        foreach (string chunk in chunks)
        {
            TitanWire.AssertRoundTrip(chunk, TextModel.EventTypeInfo);
            TitanTextStreamEvent e = TitanWire.Read(chunk, TextModel.EventTypeInfo);
            fold.Add(e);
            ended |= TextModel.IsEnd(e);
        }

        Assert.True(ended);
        return fold.ToResponse();
    }

    private static string TextSample(string file) => File.ReadAllText(SharedFolder.PathTo("wire", "text", "samples", "amazon", file));

    private static string EmbeddingSample(string file) => File.ReadAllText(SharedFolder.PathTo("wire", "samples-other", file));

    private static IEnumerable<JsonElement> Recorded(string pathStart, string verb)
    {
        string folder = Path.Combine(SharedFolder.Vectors!, "recorded");
        foreach (JsonElement entry in Load(Path.Combine(folder, "index.json")).EnumerateArray())
        {
            string path = entry.GetProperty("path").GetString()!;
            if (path.StartsWith(pathStart, StringComparison.Ordinal) && path.Contains(verb, StringComparison.Ordinal))
            {
                yield return Load(Path.Combine(folder, entry.GetProperty("name").GetString() + ".json"));
            }
        }
    }

    private static JsonElement Load(string file) => JsonElement.Parse(File.ReadAllText(file));
}
