using System.Text.Json;
using Bedrock.Toolkit.Models;
using static Bedrock.Toolkit.Tests.Models.EmbeddingWire;

namespace Bedrock.Toolkit.Tests.Models.CohereEmbed;

public class CohereEmbedResponseTests
{
    [Fact]
    public void Read_Array_GivesFloats()
    {
        CohereEmbedResponse response = AssertRoundTrip(
            """{"id":"x","response_type":"embeddings_floats","embeddings":[[0.5,-1],[1e-3,2]],"texts":["a","b"]}""",
                CohereEmbedModels.EnglishV3.ResponseTypeInfo);

        Assert.True(response.Embeddings!.IsArray);
        Assert.Equal([0.5f, -1f], response.Embeddings.Float![0].ToArray());
        Assert.Equal([0.001f, 2f], CohereEmbedModels.EnglishV3.ReadVectors(response)[1].ToArray());
    }

    [Fact]
    public void Read_ObjectByType_GivesEveryForm()
    {
        CohereEmbedResponse response = AssertRoundTrip(
            """{"embeddings":{"float":[[0.5]],"int8":[[-128,127]],"uint8":[[0,255]],"binary":[[-7]],"ubinary":[[121]]}}""",
                CohereEmbedModels.V4.ResponseTypeInfo);

        CohereEmbeddings vectors = response.Embeddings!;
        Assert.False(vectors.IsArray);
        Assert.Equal([0.5f], vectors.Float![0].ToArray());
        Assert.Equal<sbyte>([-128, 127], vectors.Int8![0].ToArray());
        Assert.Equal<byte>([0, 255], vectors.UInt8![0].ToArray());
        Assert.Equal<sbyte>([-7], vectors.Binary![0].ToArray());
        Assert.Equal<byte>([121], vectors.UBinary![0].ToArray());
        Assert.Equal((byte)(vectors.Binary[0].Span[0] + 128), vectors.UBinary[0].Span[0]);
    }

    [Theory]
    [InlineData("""{"embeddings":{"float":[[0.5]],"int4":[[1]]},"meta":{"billed":1.0},"images":[{"width":1.0,"later":null,"x":[1]}]}""")]
    [InlineData("""{"embeddings":[],"texts":[]}""")]
    [InlineData("""{"embeddings":{"float":[],"int8":[[]]}}""")]
    [InlineData("""{"inputs":[{"content":[{"type":"sound"}]}],"amazon-bedrock-guardrailAction":"PONDERED"}""")]
    public void Read_WhatNobodyKnows_Survives(string json) => AssertRoundTrip(json, CohereEmbedModels.V4.ResponseTypeInfo);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"embeddings":null,"texts":null,"images":null,"inputs":null,"id":null}""")]
    public void Read_NothingOrNulls_IsWrittenAsNothing(string json)
    {
        var response = BedrockJson.Deserialize<CohereEmbedResponse>(json);

        Assert.Equal("{}", BedrockJson.Serialize(response));
        Assert.Throws<BedrockProtocolException>(() => CohereEmbedModels.V4.ReadVectors(response));
    }

    [Theory]
    [InlineData("""{"embeddings":"secret"}""")]
    [InlineData("""{"embeddings":[["secret"]]}""")]
    [InlineData("""{"embeddings":[1]}""")]
    [InlineData("""{"embeddings":{"float":{}}}""")]
    [InlineData("""{"embeddings":{"int8":[[128]]}}""")]
    [InlineData("""{"embeddings":{"uint8":[[-1]]}}""")]
    [InlineData("""{"embeddings":{"uint8":[[0.5]]}}""")]
    [InlineData("""{"embeddings":{"binary":["AAAA"]}}""")]
    [InlineData("""{"embeddings":[[1,2""")]
    public void Read_Malformed_IsAJsonException(string json) => AssertMalformed<CohereEmbedResponse>(json);

    [Fact]
    public void Read_WholeNumbersWithAFraction_AreTaken() =>
        Assert.Equal<sbyte>([1, -2], BedrockJson.Deserialize<CohereEmbedResponse>("""{"embeddings":{"int8":[[1.0,-2.0]]}}""").Embeddings!.Int8![0].ToArray());

    [Fact]
    public void Read_LongVectors_AreWhole()
    {
        string numbers = string.Join(',', Enumerable.Range(0, 5000).Select(i => i % 100));
        var response = BedrockJson.Deserialize<CohereEmbedResponse>($$$"""{"embeddings":{"float":[[{{{numbers}}}]],"uint8":[[{{{numbers}}}]]}}""");

        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (byte)(i % 100)), response.Embeddings!.UInt8![0].ToArray());
        Assert.Equal(5000, response.Embeddings.Float![0].Length);
    }

    [Fact]
    public void Write_ArrayWithOtherForms_IsAJsonException() => Assert.Throws<JsonException>(() => BedrockJson.Serialize(
        new CohereEmbedResponse { Embeddings = new() { IsArray = true, Int8 = [new sbyte[] { 1 }] } }));

    [Fact]
    public void Write_NaN_IsAJsonException() => Assert.Throws<JsonException>(() => BedrockJson.Serialize(
        new CohereEmbedResponse { Embeddings = new() { IsArray = true, Float = [new[] { float.NaN }] } }));

    [Theory]
    [InlineData(EmbeddingPurpose.Document, "search_document")]
    [InlineData(EmbeddingPurpose.Query, "search_query")]
    public void CreateRequest_Texts_NamesThePurposeAndCutsNothing(EmbeddingPurpose purpose, string inputType)
    {
        var input = new EmbeddingInput { Texts = ["a", "b"], Purpose = purpose, Dimensions = 1024 };

        Assert.Equal($$"""{"input_type":"{{inputType}}","texts":["a","b"],"truncate":"NONE"}""",
            BedrockJson.Serialize(CohereEmbedModels.EnglishV3.CreateRequest(input)));
        Assert.Equal(
            $$"""{"input_type":"{{inputType}}","texts":["a","b"],"output_dimension":1024,"truncate":"NONE"}""",
                BedrockJson.Serialize(CohereEmbedModels.V4.CreateRequest(input)));
    }

    [Fact]
    public void CreateRequest_Images_FitsTheModel()
    {
        var input = new EmbeddingInput { Images = [new(Png)] };

        Assert.Equal("""{"input_type":"image","images":["data:image/png;base64,iVBORw0KGgo="]}""",
            BedrockJson.Serialize(CohereEmbedModels.MultilingualV3.CreateRequest(input)));
        Assert.Equal("""{"input_type":"search_document","images":["data:image/png;base64,iVBORw0KGgo="]}""",
            BedrockJson.Serialize(CohereEmbedModels.V4.CreateRequest(input)));
    }

    [Fact]
    public void CreateRequest_TextsAndImagesTogether_IsRefusedByTheCheck() => AssertRefused(
        CohereEmbedModels.V4, CohereEmbedModels.V4.CreateRequest(new() { Texts = ["a"], Images = [new(Png)] }), "Texts and Images are set");

    [Fact]
    public void Models_SayWhatTheyTake()
    {
        Assert.Equal("cohere.embed-english-v3", CohereEmbedModels.EnglishV3.Id.Value);
        Assert.Equal("cohere.embed-multilingual-v3", CohereEmbedModels.MultilingualV3.Id.Value);
        Assert.Equal("eu.cohere.embed-v4:0", CohereEmbedModels.V4.InProfile("eu").Id.Value);
        Assert.Equal((96, 1), (CohereEmbedModels.EnglishV3.MaxTextsPerCall, CohereEmbedModels.EnglishV3.MaxImagesPerCall));
        Assert.Equal((96, 96), (CohereEmbedModels.V4.MaxTextsPerCall, CohereEmbedModels.V4.MaxImagesPerCall));
        Assert.Equal([1536, 1024, 512, 256], CohereEmbedModels.V4.Dimensions);
    }
}
