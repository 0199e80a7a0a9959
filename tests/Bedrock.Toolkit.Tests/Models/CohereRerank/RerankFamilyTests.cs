using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Models.CohereRerank;

public class RerankFamilyTests
{
    private static readonly RerankModel<CohereRerankRequest, CohereRerankResponse> Cohere = CohereRerankModels.V35;
    private static readonly RerankModel<AmazonRerankRequest, AmazonRerankResponse> Amazon = AmazonRerankModels.V1;

    [Fact]
    public void Write_Cohere_MatchesSnapshot()
    {
        CohereRerankRequest request = CohereRerankRequest.For("mooring fee?", "Fees are due \"monthly\".", "Gulls nest here.");
        request.TopN = 1;
        request.MaxTokensPerDocument = 2048;
        Snapshot.Match(TextOf(Cohere, request));
    }

    [Fact]
    public void Read_WhatNobodyKnows_Survives()
    {
        AssertRoundTrip("""{"query":"a","documents":["b"],"api_version":3,"later":{"x":[1,null]}}""", Cohere.RequestTypeInfo);
        AssertRoundTrip("""{"query":"a","documents":["b"],"later":{"x":[1,null]}}""", Amazon.RequestTypeInfo);
        AssertRoundTrip("""{"results":[{"index":1,"relevance_score":0.25,"document":{"text":"b"}}],"id":"x","meta":{"a":1.0}}""", Cohere.ResponseTypeInfo);
        AssertRoundTrip("""{"results":[{"index":1,"relevance_score":0.25,"document":{"text":"b"}}],"meta":{"a":1.0}}""", Amazon.ResponseTypeInfo);
    }

    [Fact]
    public void Read_Response_GivesPositionsAndScores()
    {
        var response = BedrockJson.Deserialize<CohereRerankResponse>(
            """{"results":[{"index":1.0,"relevance_score":0.9},{"index":0,"relevance_score":1e-4}]}""");

        Assert.Equal([new RerankScore(1, 0.9), new RerankScore(0, 0.0001)], Cohere.ReadScores(response));
        Assert.Equal("""{"results":[]}""", WrittenFromEmpty<CohereRerankResponse>());
        Assert.Equal("""{"results":[]}""", WrittenFromEmpty<AmazonRerankResponse>());
    }

    [Theory]
    [InlineData("""{"results":{}}""")]
    [InlineData("""{"results":[1]}""")]
    [InlineData("""{"results":[{"index":"secret"}]}""")]
    [InlineData("""{"results":[{"index":0.5}]}""")]
    [InlineData("""{"results":[{"relevance_score":"secret"}]}""")]
    [InlineData("""{"results":[{"index":0""")]
    public void Read_MalformedResponse_IsAJsonException(string json)
    {
        AssertMalformed<CohereRerankResponse>(json);
        AssertMalformed<AmazonRerankResponse>(json);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"query":null,"documents":[]}""")]
    [InlineData("""{"query":"a"}""")]
    [InlineData("""{"query":"a","documents":"secret"}""")]
    public void Read_MalformedRequest_IsAJsonException(string json)
    {
        AssertMalformed<CohereRerankRequest>(json);
        AssertMalformed<AmazonRerankRequest>(json);
    }

    [Fact]
    public void Check_WhatNoModelTakes_IsRefused()
    {
        AssertRefused(Cohere, CohereRerankRequest.For(" ", "a"), "Query is blank");
        AssertRefused(Cohere, CohereRerankRequest.For("a"), "Documents is empty");
        AssertRefused(Cohere, CohereRerankRequest.For("a", "b", ""), "Documents[1] is blank");
        AssertRefused(Cohere, new() { Query = "a", Documents = ["b"], TopN = 0 }, "TopN is 0");
        AssertRefused(Cohere, new() { Query = "a", Documents = ["b"], ApiVersion = 1 }, "ApiVersion is 1");
        AssertRefused(Cohere, new() { Query = "a", Documents = ["b"], MaxTokensPerDocument = 0 }, "MaxTokensPerDocument is 0");
    }

    [Fact]
    public void Models_KeepTheirKind()
    {
        RerankModel<CohereRerankRequest, CohereRerankResponse> other = Cohere.WithId("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456");
        Assert.NotNull(other.CheckRequest);
        Assert.Equal("us.cohere.rerank-v3-5:0", Cohere.InProfile("us").Id.Value);
        Assert.Equal("amazon.rerank-v1:0", Amazon.Id.Value);
    }
}
