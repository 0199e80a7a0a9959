using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Models.NovaEmbed;

public class NovaEmbedTests
{
    private static readonly EmbeddingModel<NovaEmbedRequest, NovaEmbedResponse> Model = NovaEmbedModels.MultimodalV1;

    [Fact]
    public void Write_Text_MatchesSnapshot() =>
        Snapshot.Match(TextOf(Model, NovaEmbedRequest.For("When does the ferry leave?", NovaEmbedPurpose.TextRetrieval, 1024)));

    [Fact]
    public void Write_Video_MatchesSnapshot()
    {
        NovaEmbedRequest request = Of(new()
        {
            EmbeddingPurpose = NovaEmbedPurpose.GenericIndex,
            Video = new() { Format = "mp4", EmbeddingMode = NovaEmbedVideoMode.Separate, Source = NovaEmbedSource.FromS3("s3://media/a.mp4", "123456789012") },
        });
        request.SchemaVersion = "nova-multimodal-embed-v1";
        Snapshot.Match(TextOf(Model, request));
    }

    [Fact]
    public void Write_Image_MatchesSnapshot()
    {
        NovaEmbedImage image = NovaEmbedImage.FromBytes(WebP);
        image.DetailLevel = NovaEmbedDetailLevel.DocumentImage;
        Snapshot.Match(TextOf(Model, Of(new() { EmbeddingPurpose = NovaEmbedPurpose.DocumentRetrieval, Image = image })));
    }

    [Theory]
    [InlineData("""{"taskType":"LATER","singleEmbeddingParams":{"embeddingPurpose":"LATER","smell":{"a":1},"text":{"truncationMode":"MIDDLE","value":"a","x":null,"y":[1.0]}},"z":1}""")]
    [InlineData("""{"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":{"embeddingPurpose":"CLUSTERING","audio":{"format":"flac","source":{"gs":"x","s3Location":{"uri":"s3://a","z":1}},"segmentationConfig":{"bars":4}}}}""")]
    public void Read_WhatNobodyKnows_Survives(string json)
    {
        NovaEmbedRequest request = AssertRoundTrip(json, Model.RequestTypeInfo);
        Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(request.Clone()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"singleEmbeddingParams":null}""")]
    [InlineData("""{"singleEmbeddingParams":{}}""")]
    [InlineData("""{"singleEmbeddingParams":{"embeddingPurpose":"CLUSTERING","image":{"format":"png"}}}""")]
    [InlineData("""{"singleEmbeddingParams":{"embeddingPurpose":"CLUSTERING","image":{"format":"png","source":{"bytes":"sec!ret"}}}}""")]
    public void Read_MalformedRequest_IsAJsonException(string json) => AssertMalformed<NovaEmbedRequest>(json);

    [Theory]
    [InlineData("""{"embeddings":{}}""")]
    [InlineData("""{"embeddings":[1]}""")]
    [InlineData("""{"embeddings":[{"embedding":["secret"]}]}""")]
    [InlineData("""{"embeddings":[{"embedding":[1]""")]
    public void Read_MalformedResponse_IsAJsonException(string json) => AssertMalformed<NovaEmbedResponse>(json);

    [Fact]
    public void Read_Response_FillsEveryMember()
    {
        NovaEmbedResponse response = AssertRoundTrip(
            """{"embeddings":[{"embeddingType":"TEXT","embedding":[0.5,-1],"truncatedCharLength":8000.0,"x":1}],"inputTokenCount":7,"later":[1]}""",
                Model.ResponseTypeInfo);

        Assert.Equal(NovaEmbeddingType.Text, response.Embeddings[0].EmbeddingType);
        Assert.Equal([0.5f, -1f], Model.ReadVectors(response)[0].ToArray());
        Assert.Equal(8000, response.Embeddings[0].TruncatedCharLength);
        Assert.Equal(7, response.TokenUsage!.InputTokens);
    }

    [Fact]
    public void Read_EmptyObjects_HaveNoNulls()
    {
        Assert.Equal("""{"embeddings":[]}""", WrittenFromEmpty<NovaEmbedResponse>());
        Assert.Equal("""{"embeddingResults":[]}""", WrittenFromEmpty<NovaEmbedAsyncResult>());
        Assert.Equal("{}", WrittenFromEmpty<NovaEmbedSegment>());
        Assert.Throws<BedrockProtocolException>(() => Model.ReadVectors(new()));
        Assert.Throws<BedrockProtocolException>(() => Model.ReadVectors(new() { Embeddings = [new()] }));
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(3072, true)]
    [InlineData(512, false)]
    public void Check_Dimension_IsOneOfASet(int dimension, bool allowed)
    {
        NovaEmbedRequest request = NovaEmbedRequest.For("a", dimension: dimension);
        if (allowed)
        {
            Model.CheckRequest!(request);
        }
        else
        {
            AssertRefused(Model, request, "EmbeddingDimension is 512", "256, 384, 1024 and 3072");
        }
    }

    [Fact]
    public void Check_TooLongText_IsRefusedUnlessItMayBeCut()
    {
        NovaEmbedRequest request = NovaEmbedRequest.For(new string('a', 8193));

        AssertRefused(Model, request, "Text.Value", "8192");
        request.SingleEmbeddingParams.Text!.TruncationMode = NovaEmbedTruncationMode.End;
        Model.CheckRequest!(request);
    }

    [Fact]
    public void Check_NotExactlyOneOf_IsRefused()
    {
        NovaEmbedPurpose purpose = NovaEmbedPurpose.GenericIndex;
        AssertRefused(Model, Of(new() { EmbeddingPurpose = purpose }), "exactly one of Text, Image, Audio and Video");
        AssertRefused(Model, Of(new() { EmbeddingPurpose = purpose, Text = new() { TruncationMode = "END" } }), "exactly one of Value and Source");
        AssertRefused(Model, Of(new() { EmbeddingPurpose = purpose, Text = new() { TruncationMode = "END", Value = " " } }), "blank");
        AssertRefused(Model, Of(new() { EmbeddingPurpose = purpose, Text = new() { TruncationMode = "END", Source = NovaEmbedSource.FromBytes(Png) } }),
            "S3Location");
        AssertRefused(Model, Of(new() { EmbeddingPurpose = purpose, Image = new() { Format = "png", Source = new() } }), "exactly one of Bytes and S3Location");
        AssertRefused(Model, Of(new() { EmbeddingPurpose = purpose, Image = new() { Format = "png", Source = NovaEmbedSource.FromBytes(NoImage) } }),
            "no image");
        AssertRefused(Model, Of(
            new() { EmbeddingPurpose = purpose, Audio = new() { Format = "mp3", Source = NovaEmbedSource.FromBytes(default(ReadOnlyMemory<byte>)) } }),
            "empty");
        AssertRefused(
            Model, Of(new() { EmbeddingPurpose = purpose,
                Audio = new() { Format = "mp3", Source = NovaEmbedSource.FromS3("s3://a"), SegmentationConfig = new() } }), "asynchronous");
        AssertRefused(Model, Of(new() { EmbeddingPurpose = default, Text = new() { TruncationMode = "END", Value = "a" } }), "EmbeddingPurpose");
        Assert.Throws<ArgumentException>(() => NovaEmbedImage.FromBytes(NoImage));
        Assert.Contains("SegmentationConfig is null", Assert.Throws<ArgumentException>(() => NovaEmbedRequestCheck.Async(new()
        {
            SegmentedEmbeddingParams = new() { EmbeddingPurpose = purpose, Audio = new() { Format = "mp3", Source = NovaEmbedSource.FromS3("s3://a") } },
        })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateRequest_FitsThePurpose()
    {
        Assert.Equal(
            """{"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":{"embeddingPurpose":"GENERIC_RETRIEVAL","embeddingDimension":256,"text":{"truncationMode":"NONE","value":"a"}}}""",
            BedrockJson.Serialize(Model.CreateRequest(new() { Texts = ["a"], Purpose = EmbeddingPurpose.Query, Dimensions = 256 })));
        Assert.Equal(
            """{"taskType":"SINGLE_EMBEDDING","singleEmbeddingParams":{"embeddingPurpose":"GENERIC_INDEX","image":{"format":"png","source":{"bytes":"iVBORw0KGgo="}}}}""",
            BedrockJson.Serialize(Model.CreateRequest(new() { Images = [new(Png)] })));
        Assert.Throws<ArgumentException>(() => Model.CreateRequest(new() { Texts = ["a", "b"] }));
    }

    private static NovaEmbedRequest Of(NovaEmbedParams parameters) => new() { SingleEmbeddingParams = parameters };
}
