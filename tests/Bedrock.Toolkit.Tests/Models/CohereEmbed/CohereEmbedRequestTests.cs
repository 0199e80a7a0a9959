using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Models.CohereEmbed;

public class CohereEmbedRequestTests
{
    private static readonly EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> V3 = CohereEmbedModels.EnglishV3;
    private static readonly EmbeddingModel<CohereEmbedRequest, CohereEmbedResponse> V4 = CohereEmbedModels.V4;

    [Fact]
    public void Write_TextsForV3_MatchesSnapshot() => Snapshot.Match(TextOf(V3, new()
    {
        InputType = CohereEmbedInputType.SearchDocument,
        Texts = ["Grüße, \"quay\" & <mole>", "水"],
        EmbeddingTypes = [CohereEmbeddingType.Float, CohereEmbeddingType.Int8, CohereEmbeddingType.UInt8, CohereEmbeddingType.Binary,
            CohereEmbeddingType.UBinary],
        Truncate = CohereEmbedTruncate.End,
    }));

    [Fact]
    public void Write_MixedInputsForV4_MatchesSnapshot() => Snapshot.Match(TextOf(V4, Mixed()));

    [Fact]
    public void Write_ImagesForV4_MatchesSnapshot() => Snapshot.Match(TextOf(V4, new()
    {
        InputType = CohereEmbedInputType.Clustering,
        Images = [new(Png), new(Jpeg), new(WebP), new(Gif)],
    }));

    [Theory]
    [InlineData("""{"input_type":"later","texts":["a"],"embedding_types":["int4"],"truncate":"MIDDLE","later":{"x":[1,null]}}""")]
    [InlineData("""{"input_type":"classification","inputs":[{"content":[{"type":"sound","hertz":440},{"type":"text","text":"a","lang":"en"},17],"weight":2}]}""")]
    [InlineData("""{"input_type":"classification","inputs":[{"content":[{"type":"image_url","image_url":{"url":"https://example.org/a.png","detail":"low"}}]}]}""")]
    [InlineData("""{"input_type":"image","images":["data:image/png;base64,iVBORw0KGgo=","data:image/png;base64,iVBO\nRw0KGgo=","data:image/avif;base64,AAAA","not a uri"]}""")]
    public void Read_WhatNobodyKnows_Survives(string json) => AssertRoundTrip(json, V4.RequestTypeInfo);

    [Fact]
    public void Read_ImageUrlAsBareText_IsTheObject()
    {
        var request = BedrockJson.Deserialize<CohereEmbedRequest>(
            """{"input_type":"clustering","inputs":[{"content":[{"type":"image_url","image_url":"data:image/png;base64,iVBORw0KGgo="}]}]}""");

        var part = Assert.IsType<CohereEmbedImagePart>(request.Inputs![0].Content[0]);
        Assert.Equal(Png.ToArray(), part.ImageUrl!.Url!.Bytes.ToArray());
        Assert.Contains("""{"url":"data:image/png;base64,iVBORw0KGgo="}""", BedrockJson.Serialize(request), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"input_type":1}""")]
    [InlineData("""{"input_type":null}""")]
    [InlineData("""{"input_type":"image","images":"secret"}""")]
    [InlineData("""{"input_type":"image","images":[{"secret":1}]}""")]
    [InlineData("""{"input_type":"clustering","output_dimension":"256"}""")]
    [InlineData("""{"input_type":"clustering","texts":["a""")]
    public void Read_Malformed_IsAJsonException(string json) => AssertMalformed<CohereEmbedRequest>(json);

    [Fact]
    public void Check_NinetySevenTexts_AreRefused()
    {
        CohereEmbedRequest request = CohereEmbedRequest.For(CohereEmbedInputType.SearchDocument, Enumerable.Repeat("a", 97));

        AssertRefused(V3, request, "Texts holds 97", "1 to 96");
        AssertRefused(V4, request, "Texts holds 97", "1 to 96");
        request.Texts!.RemoveAt(0);
        V3.CheckRequest!(request);
        V4.CheckRequest!(request);
    }

    [Fact]
    public void Check_NotExactlyOneKindOfInput_IsRefused()
    {
        AssertRefused(V3, new() { InputType = CohereEmbedInputType.Image, Texts = ["a"], Images = [new(Png)] }, "Texts and Images are set");
        AssertRefused(V4, new() { InputType = CohereEmbedInputType.Clustering, Images = [new(Png)], Inputs = [CohereEmbedInput.For("a")] },
            "Images and Inputs are set");
        AssertRefused(V4, new() { InputType = CohereEmbedInputType.Clustering }, "all null");
        AssertRefused(V4, new() { InputType = CohereEmbedInputType.Clustering, Texts = [] }, "Texts holds 0");
        AssertRefused(V4, new() { InputType = default, Texts = ["a"] }, "InputType");
    }

    [Fact]
    public void Check_WhatV3DoesNotHave_IsRefused()
    {
        CohereEmbedRequest text = CohereEmbedRequest.For(CohereEmbedInputType.SearchQuery, "a");
        text.OutputDimension = 256;
        AssertRefused(V3, text, "OutputDimension", "v4");
        AssertRefused(V3, new() { InputType = CohereEmbedInputType.SearchQuery, Texts = ["a"], MaxTokens = 10 }, "MaxTokens");
        AssertRefused(V3, new() { InputType = CohereEmbedInputType.SearchQuery, Inputs = [CohereEmbedInput.For("a")] }, "Inputs");
        AssertRefused(V3, new() { InputType = CohereEmbedInputType.SearchQuery, Images = [new(Png)] }, "InputType must be 'image'");
        AssertRefused(V3, new() { InputType = CohereEmbedInputType.Image, Texts = ["a"] }, "Images is null");
        AssertRefused(V3, new() { InputType = CohereEmbedInputType.Image, Images = [new(Png), new(Png)] }, "one per call");
        AssertRefused(V3, new() { InputType = CohereEmbedInputType.Image, Images = [new(Gif)] }, "Images[0]", "gif", "png, jpeg");
        V3.CheckRequest!(new() { InputType = CohereEmbedInputType.Image, Images = [new(Jpeg)] });
    }

    [Fact]
    public void Check_TextOverTheDocumentedLength_IsRefusedForV3Only()
    {
        CohereEmbedRequest request = CohereEmbedRequest.For(CohereEmbedInputType.SearchQuery, "a", new string('a', 2049));
        request.Truncate = CohereEmbedTruncate.End;

        AssertRefused(V3, request, "Texts[1]", "2048");
        V4.CheckRequest!(request);
        request.Texts![1] = string.Concat(Enumerable.Repeat("🌊", 2048));
        V3.CheckRequest!(request);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(1536, true)]
    [InlineData(null, true)]
    [InlineData(384, false)]
    [InlineData(0, false)]
    public void Check_DimensionsOfV4_AreASet(int? dimension, bool allowed)
    {
        var request = new CohereEmbedRequest { InputType = CohereEmbedInputType.SearchQuery, Texts = ["a"], OutputDimension = dimension };
        if (allowed)
        {
            V4.CheckRequest!(request);
        }
        else
        {
            AssertRefused(V4, request, "OutputDimension", "256, 512, 1024 and 1536");
        }
    }

    [Fact]
    public void Check_BytesThatAreNoImage_AreRefused()
    {
        Assert.Contains("no image", Assert.Throws<ArgumentException>(() => new CohereEmbedImage(NoImage)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CohereEmbedImage(default));
        AssertRefused(V4, new() { InputType = CohereEmbedInputType.Clustering, Images = [CohereEmbedImage.FromUrl("data:image/png;base64,AAAA")] }, "Images[0]",
            "no image");
        AssertRefused(V4, new() { InputType = CohereEmbedInputType.Clustering,
            Images = [new(new byte[] { 0xFF, 0xD8, 0xFF }.Concat(new byte[5_000_000]).ToArray())] }, "5000003", "5000000");
    }

    [Fact]
    public void Check_EmptyParts_AreRefused()
    {
        CohereEmbedInputType type = CohereEmbedInputType.Clustering;
        AssertRefused(V4, new() { InputType = type, Texts = ["a", " "] }, "Texts[1] is blank");
        AssertRefused(V4, new() { InputType = type, Inputs = [new()] }, "Inputs[0].Content is empty");
        AssertRefused(V4, new() { InputType = type, Inputs = [CohereEmbedInput.For("")] }, "Inputs[0].Content[0].Text is blank");
        AssertRefused(V4, new() { InputType = type, Texts = ["a"], EmbeddingTypes = [] }, "EmbeddingTypes");
        AssertRefused(V4, new() { InputType = type, Texts = ["a"], EmbeddingTypes = [default] }, "EmbeddingTypes");
        AssertRefused(V4, new() { InputType = type, Texts = ["a"], MaxTokens = 0 }, "MaxTokens");
        AssertRefused(V4, new() { InputType = CohereEmbedInputType.Image, Images = [new(Png)] }, "InputType");
    }

    private static CohereEmbedRequest Mixed() => new()
    {
        InputType = CohereEmbedInputType.Classification,
        Inputs = [CohereEmbedInput.For("Berth plan", new CohereEmbedImage(Png)), CohereEmbedInput.For("No picture")],
        EmbeddingTypes = [CohereEmbeddingType.Float],
        OutputDimension = 1024,
        MaxTokens = 4096,
        Truncate = CohereEmbedTruncate.Right,
    };
}
