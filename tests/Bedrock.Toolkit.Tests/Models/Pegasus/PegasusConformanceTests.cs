using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Pegasus;

/// <summary>The known ids, and the samples of the wire reference; nobody recorded an exchange of this family.</summary>
public sealed class PegasusConformanceTests
{
    [Fact]
    public void Models_AreAsDocumented()
    {
        Assert.Equal("twelvelabs.pegasus-1-2-v1:0", PegasusModels.Pegasus12.Id.Value);
        Assert.True(PegasusModels.Pegasus12.Capabilities is { Input: ModelModalities.Text | ModelModalities.Video, Streaming: true, MaxOutputTokens: 4096 });
        FamilyWire.CheckLifecycles(typeof(PegasusModels), new DateOnly(2026, 11, 24));
        Assert.Equal("global.twelvelabs.pegasus-2-v1:0", PegasusModels.FromId("twelvelabs.pegasus-2-v1:0").InProfile("global").Id.Value);
        Assert.Throws<InvalidOperationException>(() => PegasusModels.FromId(default));
    }

    [SharedTheory]
    [InlineData("pegasus")]
    [InlineData("pegasus-base64")]
    public void Request_Sample_SurvivesWithoutUnknownMembers(string name)
    {
        PegasusRequest request = FamilyWire.RoundTrip<PegasusRequest>(WireSample.Text("twelvelabs", $"{name}.request.json"), "schema");

        Assert.Null(request.AdditionalProperties);
        Assert.Null(request.MediaSource.AdditionalProperties);
        Assert.Null(request.ResponseFormat?.AdditionalProperties);
        Assert.Null(request.ResponseFormat?.JsonSchema!.AdditionalProperties);
        PegasusModels.Pegasus12.CheckRequest!(request);
        Assert.Equal(FamilyWire.Body(PegasusModels.Pegasus12, request), BedrockJson.Serialize(request.Clone()));
    }

    [SharedTheory]
    [InlineData("pegasus", """{"title":"Quay","points":["a red ketch","a grey launch"]}""")]
    [InlineData("pegasus-alternate", "A red ketch at the quay.")]
    public void Stream_Sample_IsAllTypedAndFolds_Streaming(string name, string text)
    {
        List<string> chunks = FamilyWire.Lines(WireSample.Text("twelvelabs", $"{name}.stream.jsonl"));

        Assert.All(chunks, chunk => Assert.Null(FamilyWire.RoundTrip<PegasusStreamEvent>(chunk).AdditionalProperties));
        Assert.Equal(chunks.Count - 1, chunks.FindIndex(chunk => PegasusModels.Pegasus12.IsEnd(BedrockJson.Deserialize<PegasusStreamEvent>(chunk))));
        PegasusResponse response = FamilyWire.Fold(PegasusModels.Pegasus12, chunks);
        Assert.Equal(text, response.Text);
        Assert.Equal(PegasusFinishReason.Stop, response.FinishReason);
    }

    [SharedFact]
    public void Response_Sample_SurvivesWithoutUnknownMembers()
    {
        string json = WireSample.Text("twelvelabs", "pegasus.response.json");
        PegasusResponse response = FamilyWire.RoundTrip<PegasusResponse>(json);

        Assert.Null(response.AdditionalProperties);
        EqualJson.Check(json,
            BedrockJson.Serialize(FamilyWire.Fold(PegasusModels.Pegasus12, FamilyWire.Lines(WireSample.Text("twelvelabs", "pegasus.stream.jsonl")))));
    }
}
