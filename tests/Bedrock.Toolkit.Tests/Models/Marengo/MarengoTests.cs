using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Models.Marengo;

public class MarengoTests
{
    private static readonly EmbeddingModel<MarengoRequest, MarengoResponse> V30 = MarengoModels.Embed30;
    private static readonly EmbeddingModel<Marengo27Request, MarengoResponse> V27 = MarengoModels.Embed27;

    [Fact]
    public void Write_MultiInput_MatchesSnapshot() => Snapshot.Match(TextOf(V30, new()
    {
        InputType = MarengoInputType.MultiInput,
        MultiInput = new()
        {
            InputText = "<@boat> beside <@pier>",
            MediaSources = [new() { Name = "boat", Bytes = Jpeg }, new() { Name = "pier", S3Location = new() { Uri = "s3://media/pier.jpg" } }],
        },
        InferenceId = "q-1",
    }));

    [Fact]
    public void Write_Text27_MatchesSnapshot()
    {
        Marengo27Request request = Marengo27Request.For("gull over mast");
        request.TextTruncate = MarengoTextTruncate.None;
        Snapshot.Match(TextOf(V27.InProfile("us"), request));
    }

    [Theory]
    [InlineData("""{"inputType":"smell","smell":{"a":[1,null]},"text":{"inputText":"a","x":1}}""")]
    [InlineData("""{"inputType":"video","video":{"mediaSource":{"url":"x","s3Location":{"uri":"s3://a","y":2}},"segmentation":{"method":"later","later":{"z":1},"fixed":{"durationSec":6,"q":1}},"embeddingOption":["smell"],"embeddingType":["x"],"embeddingScope":["y"]}}""")]
    [InlineData("""{"inputType":"multi_input","multi_input":{"mediaSources":[{"mediaType":"video","base64String":"AAAA","x":1}],"y":1}}""")]
    public void Read_WhatNobodyKnows_Survives(string json)
    {
        MarengoRequest request = AssertRoundTrip(json, V30.RequestTypeInfo);
        Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(request.Clone()));
    }

    [Fact]
    public void Read_WhatNobodyKnowsOf27_Survives()
    {
        Marengo27Request request = AssertRoundTrip(
            """{"inputType":"video","mediaSource":{"base64String":"AAAA","x":1},"startSec":0.5,"lengthSec":20,"useFixedLengthSec":5,"minClipSec":4,"embeddingOption":["smell"],"later":{"a":null,"b":1}}""",
            V27.RequestTypeInfo);
        Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(request.Clone()));
    }

    [Theory]
    [InlineData("""{"data":[{"embedding":[0.5],"embeddingOption":"smell","embeddingScope":"later","startSec":0,"endSec":4.2,"x":[1]}],"later":1}""")]
    [InlineData("""{"data":[]}""")]
    public void Read_ResponseWithWhatNobodyKnows_Survives(string json) => AssertRoundTrip(json, V30.ResponseTypeInfo);

    [Fact]
    public void Read_SingleObject_IsAListOfOne()
    {
        var response = BedrockJson.Deserialize<MarengoResponse>("""{"data":{"embedding":[0.5,1],"x":1}}""");

        Assert.Equal([0.5f, 1f], Assert.Single(V30.ReadVectors(response)).ToArray());
        Assert.True(response.Embeddings[0].AdditionalProperties!.ContainsKey("x"));
    }

    [Theory]
    [InlineData("""{"data":1}""")]
    [InlineData("""{"data":[1]}""")]
    [InlineData("""{"data":{"embedding":{}}}""")]
    [InlineData("""{"data":[{"embedding":["secret"]}]}""")]
    [InlineData("""{"data":[{"embedding":[1""")]
    public void Read_MalformedResponse_IsAJsonException(string json) => AssertMalformed<MarengoResponse>(json);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputType":"text","text":{}}""")]
    [InlineData("""{"inputType":"image","image":{"mediaSource":null}}""")]
    [InlineData("""{"inputType":"image","image":{"mediaSource":{"base64String":"sec!ret"}}}""")]
    public void Read_MalformedRequest_IsAJsonException(string json) => AssertMalformed<MarengoRequest>(json);

    [Fact]
    public void Read_EmptyResponse_HasNoNulls()
    {
        Assert.Equal("""{"data":[]}""", WrittenFromEmpty<MarengoResponse>());
        Assert.Throws<BedrockProtocolException>(() => V30.ReadVectors(new()));
    }

    [Fact]
    public void Check30_WhatDoesNotFitTheType_IsRefused()
    {
        AssertRefused(V30, new() { InputType = MarengoInputType.Text }, "InputType is 'text', but Text is null");
        AssertRefused(V30, new() { InputType = MarengoInputType.Image, Text = new() { InputText = "a" } }, "Text is set, but InputType is 'image'");
        AssertRefused(V30, MarengoRequest.For(" "), "Text.InputText is blank");
        AssertRefused(V30, MarengoRequest.For(new MarengoMediaSource()), "exactly one of Bytes and S3Location");
        AssertRefused(V30, MarengoRequest.For(MarengoMediaSource.FromBytes(NoImage)), "no image");
        AssertRefused(V30, new() { InputType = MarengoInputType.Video, Video = new() { MediaSource = MarengoMediaSource.FromS3("s3://a") } }, "asynchronous");
        AssertRefused(V30, new() { InputType = MarengoInputType.MultiInput, MultiInput = new() }, "MediaSources is empty");
        AssertRefused(V30, new() { InputType = default }, "InputType");
        V30.CheckRequest!(new() { InputType = MarengoInputType.TextImage,
            TextImage = new() { InputText = "a", MediaSource = MarengoMediaSource.FromBytes(Png) } });
    }

    [Fact]
    public void Check27_WhatDoesNotFitTheType_IsRefused()
    {
        AssertRefused(V27, new() { InputType = MarengoInputType.Text }, "InputText must be set");
        AssertRefused(V27, new() { InputType = MarengoInputType.Image, InputText = "a" }, "MediaSource must be set");
        AssertRefused(V27, new() { InputType = MarengoInputType.Audio }, "asynchronous");
        AssertRefused(V27, Marengo27Request.For(MarengoMediaSource.FromBytes(NoImage)), "no image");
        V27.CheckRequest!(Marengo27Request.For(MarengoMediaSource.FromBytes(Jpeg)));
    }

    [Fact]
    public void CreateRequest_FitsTheModel()
    {
        Assert.Equal("""{"inputType":"text","text":{"inputText":"a"}}""", BedrockJson.Serialize(V30.CreateRequest(new() { Texts = ["a"], Dimensions = 512 })));
        Assert.Equal("""{"inputType":"image","image":{"mediaSource":{"base64String":"iVBORw0KGgo="}}}""",
            BedrockJson.Serialize(V30.CreateRequest(new() { Images = [new(Png)] })));
        Assert.Equal("""{"inputType":"text","inputText":"a","textTruncate":"none"}""", BedrockJson.Serialize(V27.CreateRequest(new() { Texts = ["a"] })));
        Assert.Equal("""{"inputType":"image","mediaSource":{"base64String":"iVBORw0KGgo="}}""",
            BedrockJson.Serialize(V27.CreateRequest(new() { Images = [new(Png)] })));
        Assert.Throws<ArgumentException>(() => V30.CreateRequest(new() { Texts = ["a"], Dimensions = 1024 }));
        Assert.Throws<ArgumentException>(() => V27.CreateRequest(new() { Texts = ["a"], Dimensions = 512 }));
        Assert.Throws<ArgumentException>(() => V30.CreateRequest(new() { Texts = ["a"], Images = [new(Png)] }));
    }

    [Fact]
    public void Models_SayWhatTheyAre()
    {
        Assert.Equal("twelvelabs.marengo-embed-3-0-v1:0", V30.Id.Value);
        Assert.Equal(ModelStatus.Active, V30.Lifecycle.Status);
        Assert.Equal(ModelStatus.Legacy, V27.Lifecycle.Status);
        Assert.Equal(new DateOnly(2026, 11, 30), V27.Lifecycle.EndOfLife);
        Assert.Equal(V30.Id.Value, V27.Lifecycle.Replacement);
        Assert.Equal(ModelStatus.Active, MarengoModels.Embed27FromId("x").Lifecycle.Status);
    }
}
