using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanEmbedTextResponseTests
{
    [Fact]
    public void Read_Answer_FillsEveryMember()
    {
        var response = BedrockJson.Deserialize<TitanEmbedTextResponse>(
            """{"embedding":[0.5,-1.5e-3],"inputTextTokenCount":7.0,"embeddingsByType":{"float":[0.5,-0.0015],"binary":[1,0.0]}}""");

        Assert.Equal([0.5f, -0.0015f], response.Embedding.ToArray());
        Assert.Equal(7, response.InputTextTokenCount);
        Assert.Equal([0.5f, -0.0015f], response.EmbeddingsByType!.Float.ToArray());
        Assert.Equal<byte>([1, 0], response.EmbeddingsByType.Binary.ToArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"embedding":null,"inputTextTokenCount":null,"embeddingsByType":null}""")]
    public void Read_NothingOrNulls_IsEmptyAndWrittenAsNothing(string json)
    {
        var response = BedrockJson.Deserialize<TitanEmbedTextResponse>(json);

        Assert.True(response.Embedding.IsEmpty);
        Assert.Null(response.InputTextTokenCount);
        Assert.Null(response.EmbeddingsByType);
        Assert.Equal("{}", BedrockJson.Serialize(response));
    }

    [Fact]
    public void Read_NullVectorsByType_AreEmpty()
    {
        var response = BedrockJson.Deserialize<TitanEmbedTextResponse>("""{"embeddingsByType":{"float":null,"binary":null}}""");

        Assert.True(response.EmbeddingsByType!.Float.IsEmpty);
        Assert.True(response.EmbeddingsByType.Binary.IsEmpty);
    }

    [Theory]
    [InlineData("""{"embedding":[],"embeddingsByType":{"float":[],"binary":[]}}""")]
    [InlineData("""{"embedding":[0.1,1e-7],"later":{"x":[1,null]},"embeddingsByType":{"int4":[7,-8],"binary":[0,1,255]}}""")]
    [InlineData("""{"embedding":[0.25],"amazon-bedrock-guardrailAction":"PONDERED","amazon-bedrock-trace":{"a":1.0}}""")]
    public void Read_UnknownMembers_SurviveAtEachLevel(string json) => TitanWire.AssertRoundTrip(json, TitanModels.EmbedTextV2.ResponseTypeInfo);

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("""{"embedding":{}}""", ".embedding")]
    [InlineData("""{"embedding":[1,"secret"]}""", ".embedding")]
    [InlineData("""{"embedding":[1e39]}""", ".embedding")]
    [InlineData("""{"embeddingsByType":[]}""", "$")]
    [InlineData("""{"embeddingsByType":{"binary":"AAAA"}}""", ".binary")]
    [InlineData("""{"embeddingsByType":{"binary":[0,256]}}""", ".binary")]
    [InlineData("""{"embeddingsByType":{"binary":[0,-1]}}""", ".binary")]
    [InlineData("""{"embeddingsByType":{"binary":[0.5]}}""", ".binary")]
    [InlineData("""{"embeddingsByType":{"binary":[true]}}""", ".binary")]
    [InlineData("""{"embedding":[1,2""", null)]
    public void Read_Malformed_NamesThePlaceWithoutTheText(string json, string? path)
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<TitanEmbedTextResponse>(json));

        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
        if (path is not null)
        {
            Assert.Contains(path, e.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_NaN_IsAJsonException() =>
        Assert.Throws<JsonException>(() => BedrockJson.Serialize(new TitanEmbedTextResponse { Embedding = new[] { float.NaN } }));
}
