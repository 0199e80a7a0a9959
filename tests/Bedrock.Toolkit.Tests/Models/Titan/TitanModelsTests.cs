using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Titan;

public class TitanModelsTests
{
    public static TheoryData<string> RetiredNames => new(
        nameof(TitanModels.TextLite), nameof(TitanModels.TextExpress), nameof(TitanModels.TextPremier), nameof(TitanModels.TextG1Large));

    [Fact]
    public void Ids_AreTheDocumentedOnes()
    {
        Assert.Equal("amazon.titan-text-lite-v1", TitanModels.TextLite.Id.Value);
        Assert.Equal("amazon.titan-text-express-v1", TitanModels.TextExpress.Id.Value);
        Assert.Equal("amazon.titan-text-premier-v1:0", TitanModels.TextPremier.Id.Value);
        Assert.Equal("amazon.titan-tg1-large", TitanModels.TextG1Large.Id.Value);
        Assert.Equal("amazon.titan-embed-text-v1", TitanModels.EmbedTextV1.Id.Value);
        Assert.Equal("amazon.titan-embed-text-v2:0", TitanModels.EmbedTextV2.Id.Value);
    }

    [Theory]
    [MemberData(nameof(RetiredNames))]
    public void Retired_Models_SaySoAndNameTheReplacement(string name)
    {
        System.Reflection.PropertyInfo property = typeof(TitanModels).GetProperty(name)!;
        var model = (Model)property.GetValue(null)!;
        var obsolete = (ObsoleteAttribute)Attribute.GetCustomAttribute(property, typeof(ObsoleteAttribute))!;

        Assert.Equal(ModelStatus.Retired, model.Lifecycle.Status);
        Assert.Equal("BRT0001", obsolete.DiagnosticId);
        Assert.StartsWith("amazon.nova-", model.Lifecycle.Replacement, StringComparison.Ordinal);
        Assert.Contains(model.Lifecycle.Replacement!, obsolete.Message, StringComparison.Ordinal);
        Assert.True(model.Capabilities.Streaming);
    }

    [Fact]
    public void EmbeddingModels_SayWhatTheyGive()
    {
        Assert.Equal([1536], TitanModels.EmbedTextV1.Dimensions);
        Assert.Equal([1024, 512, 256], TitanModels.EmbedTextV2.Dimensions);
        Assert.All(new[] { TitanModels.EmbedTextV1, TitanModels.EmbedTextV2 }, model =>
        {
            Assert.Equal(1, model.MaxTextsPerCall);
            Assert.Equal(ModelModalities.Embedding, model.Capabilities.Output);
            Assert.False(model.Capabilities.Streaming);
            Assert.Equal(ModelStatus.Active, model.Lifecycle.Status);
        });
    }

    [Fact]
    public void FromId_AnyId_KeepsTheChecks()
    {
        const string Arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456";

        Assert.Equal(Arn, TitanModels.TextFromId(Arn).Id.Value);
        Assert.Equal(ModelStatus.Active, TitanModels.TextFromId(Arn).Lifecycle.Status);
        Assert.Throws<ArgumentException>(() => TitanModels.TextFromId(Arn).CheckRequest!(TitanTextRequest.For("")));
        Assert.Throws<ArgumentException>(() => TitanModels.EmbedTextV1FromId(Arn).CheckRequest!(new() { InputText = "a", Normalize = true }));
        Assert.Throws<ArgumentException>(() => TitanModels.EmbedTextV2FromId(Arn).WithId("x").CheckRequest!(new() { InputText = "a", Dimensions = 3 }));
        Assert.Throws<InvalidOperationException>(() => TitanModels.TextFromId(default));
    }

    [Fact]
    public void CreateRequest_V2_TakesTextAndDimensions()
    {
        TitanEmbedTextRequest request = TitanModels.EmbedTextV2.CreateRequest(new() { Texts = ["a"], Dimensions = 256, Purpose = EmbeddingPurpose.Query });

        Assert.Equal("""{"inputText":"a","dimensions":256}""", BedrockJson.Serialize(request));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1536)]
    public void CreateRequest_V1WithItsOwnLength_SendsOnlyTheText(int? dimensions)
    {
        TitanEmbedTextRequest request = TitanModels.EmbedTextV1.CreateRequest(new() { Texts = ["a"], Dimensions = dimensions });

        Assert.Equal("""{"inputText":"a"}""", BedrockJson.Serialize(request));
        TitanModels.EmbedTextV1.CheckRequest!(request);
    }

    [Fact]
    public void CreateRequest_V1WithAnotherLength_IsRefusedByTheCheck()
    {
        TitanEmbedTextRequest request = TitanModels.EmbedTextV1.CreateRequest(new() { Texts = ["a"], Dimensions = 256 });

        Assert.Throws<ArgumentException>(() => TitanModels.EmbedTextV1.CheckRequest!(request));
    }

    [Fact]
    public void CreateRequest_NotExactlyOneText_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => TitanModels.EmbedTextV2.CreateRequest(new() { Texts = ["a", "b"] }));
        Assert.Throws<ArgumentException>(() => TitanModels.EmbedTextV1.CreateRequest(new() { Texts = [] }));
    }

    [Fact]
    public void ReadVectors_EitherMember_GivesOneVector()
    {
        float[] vector = [1f, 2f];
        TitanEmbedTextResponse[] responses =
        [
            new() { Embedding = vector },
            new() { EmbeddingsByType = new() { Float = vector } },
        ];

        Assert.All(responses, r => Assert.Equal(vector, Assert.Single(TitanModels.EmbedTextV2.ReadVectors(r)).ToArray()));
    }

    [Fact]
    public void ReadVectors_NoFloats_IsAProtocolException() =>
        Assert.Throws<BedrockProtocolException>(() => TitanModels.EmbedTextV2.ReadVectors(new() { EmbeddingsByType = new() { Binary = new byte[] { 1 } } }));
}
