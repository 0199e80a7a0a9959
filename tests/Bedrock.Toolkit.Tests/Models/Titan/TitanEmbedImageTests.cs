using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanEmbedImageTests
{
    private static readonly EmbeddingModel<TitanEmbedImageRequest, TitanEmbedImageResponse> Model = TitanModels.EmbedImageV1;

    [Fact]
    public void Write_Full_MatchesSnapshot()
    {
        TitanEmbedImageRequest request = TitanEmbedImageRequest.For(Png, "red \"lighthouse\"");
        request.EmbeddingConfig = new() { OutputEmbeddingLength = 384 };
        Snapshot.Match(TextOf(Model, request));
    }

    [Fact]
    public void Read_WhatNobodyKnows_Survives()
    {
        AssertRoundTrip("""{"inputText":"a","embeddingConfig":{"x":[1,null]},"later":1.0}""", Model.RequestTypeInfo);
        AssertRoundTrip("""{"embedding":[0.5,-1],"inputTextTokenCount":3,"later":{"x":1}}""", Model.ResponseTypeInfo);
    }

    [Theory]
    [InlineData("""{"inputImage":"sec!ret"}""")]
    [InlineData("""{"inputImage":5}""")]
    [InlineData("""{"embeddingConfig":[]}""")]
    public void Read_MalformedRequest_IsAJsonException(string json) => AssertMalformed<TitanEmbedImageRequest>(json);

    [Theory]
    [InlineData("""{"embedding":{}}""")]
    [InlineData("""{"embedding":["secret"]}""")]
    [InlineData("""{"embedding":[1""")]
    public void Read_MalformedResponse_IsAJsonException(string json) => AssertMalformed<TitanEmbedImageResponse>(json);

    [Fact]
    public void Read_EmptyResponse_IsWrittenAsNothing() => Assert.Equal("{}", WrittenFromEmpty<TitanEmbedImageResponse>());

    [Fact]
    public void ReadVectors_FailureInside200_IsAModelException()
    {
        var response = BedrockJson.Deserialize<TitanEmbedImageResponse>("""{"embedding":null,"inputTextTokenCount":0,"message":"made-up failure"}""");

        Assert.Contains("made-up failure", Assert.Throws<BedrockModelException>(() => Model.ReadVectors(response)).Message, StringComparison.Ordinal);
        Assert.Throws<BedrockProtocolException>(() => Model.ReadVectors(new()));
        Assert.Equal([1f], Model.ReadVectors(new() { Embedding = new[] { 1f } })[0].ToArray());
    }

    [Fact]
    public void Check_WhatIsSurelyRefused_IsRefused()
    {
        AssertRefused(Model, new(), "InputText and InputImage are both null");
        AssertRefused(Model, TitanEmbedImageRequest.For(" "), "InputText is blank");
        AssertRefused(Model, TitanEmbedImageRequest.For(NoImage), "InputImage", "no image");
        AssertRefused(Model, TitanEmbedImageRequest.For(default(ReadOnlyMemory<byte>)), "InputImage is empty");
        AssertRefused(Model, TitanEmbedImageRequest.For((byte[])[.. Png.Span, .. new byte[25_000_000]]), "InputImage", "25000008", "25000000");
        AssertRefused(Model, new() { InputText = "a", EmbeddingConfig = new() { OutputEmbeddingLength = 512 } }, "OutputEmbeddingLength is 512",
            "256, 384 and 1024");
        Model.CheckRequest!(new() { InputText = "a", EmbeddingConfig = new() { OutputEmbeddingLength = 256 } });
    }

    [Fact]
    public void Clone_ChangedLater_LeavesTheOriginalAlone()
    {
        TitanEmbedImageRequest original = TitanEmbedImageRequest.For(Png, "a");
        original.EmbeddingConfig = new() { OutputEmbeddingLength = 256 };
        original.AdditionalProperties = new Dictionary<string, JsonElement> { ["later"] = JsonElement.Parse("1") };
        string before = BedrockJson.Serialize(original);

        TitanEmbedImageRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));
        copy.EmbeddingConfig!.OutputEmbeddingLength = 384;
        copy.AdditionalProperties!.Clear();
        Assert.Equal(before, BedrockJson.Serialize(original));
    }

    [Fact]
    public void CreateRequest_TakesATextOrAnImage()
    {
        Assert.Equal("""{"inputText":"a"}""", BedrockJson.Serialize(Model.CreateRequest(new() { Texts = ["a"] })));
        Assert.Equal(
            """{"inputImage":"iVBORw0KGgo=","embeddingConfig":{"outputEmbeddingLength":256}}""",
            BedrockJson.Serialize(Model.CreateRequest(new() { Images = [new(Png)], Dimensions = 256 })));
        Assert.Throws<ArgumentException>(() => Model.CreateRequest(new() { Texts = ["a"], Images = [new(Png)] }));
        Assert.Contains("only texts", Assert.Throws<ArgumentException>(() => TitanModels.EmbedTextV2.CreateRequest(new() { Images = [new(Png)] })).Message,
            StringComparison.Ordinal);
    }
}
