using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Models.AmazonRerank;

public class AmazonRerankTests
{
    private static readonly RerankModel<AmazonRerankRequest, AmazonRerankResponse> Amazon = AmazonRerankModels.V1;

    [Fact]
    public void Write_Amazon_MatchesSnapshot() => Snapshot.Match(TextOf(Amazon, AmazonRerankRequest.For("mooring fee?", "Fees are due.", "Gulls.")));

    [Fact]
    public void Check_WhatNoModelTakes_IsRefused()
    {
        AssertRefused(Amazon, AmazonRerankRequest.For(" ", "a"), "Query is blank");
        AssertRefused(Amazon, AmazonRerankRequest.For("a"), "Documents is empty");
        AssertRefused(Amazon, AmazonRerankRequest.For("a", "b", ""), "Documents[1] is blank");
        AssertRefused(Amazon, new() { Query = "a", Documents = ["b"], TopN = 0 }, "TopN is 0");
    }
}
