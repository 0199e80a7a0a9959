using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedFamiliesTests
{
    [Theory]
    [InlineData("amazon.titan-text-express-v1", typeof(SimulatedTitanText))]
    [InlineData("amazon.titan-tg1-large", typeof(SimulatedTitanText))]
    [InlineData("amazon.titan-embed-text-v1", typeof(SimulatedTitanEmbedText))]
    [InlineData("amazon.titan-embed-text-v1:2:8k", typeof(SimulatedTitanEmbedText))]
    [InlineData("amazon.titan-embed-text-v2:0", typeof(SimulatedTitanEmbedText))]
    [InlineData("amazon.titan-embed-image-v1", typeof(SimulatedTitanEmbedImage))]
    [InlineData("amazon.nova-2-multimodal-embeddings-v1:0", typeof(SimulatedNovaEmbed))]
    [InlineData("cohere.embed-english-v3", typeof(SimulatedCohereEmbed))]
    [InlineData("cohere.embed-multilingual-v3:0:512", typeof(SimulatedCohereEmbed))]
    [InlineData("global.cohere.embed-v4:0", typeof(SimulatedCohereEmbed))]
    [InlineData("us.twelvelabs.marengo-embed-2-7-v1:0", typeof(SimulatedMarengo))]
    [InlineData("twelvelabs.marengo-embed-3-0-v1:0", typeof(SimulatedMarengo))]
    [InlineData("cohere.rerank-v3-5:0", typeof(SimulatedRerank))]
    [InlineData("amazon.rerank-v1:0", typeof(SimulatedRerank))]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", typeof(SimulatedClaude))]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", typeof(SimulatedClaude))]
    [InlineData("us-gov.anthropic.claude-opus-5", typeof(SimulatedClaude))]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-lite-v1", typeof(SimulatedTitanText))]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.anthropic.claude-opus-5", typeof(SimulatedClaude))]
    public void Find_KnownId_GivesItsFamily(string id, Type family) => Assert.IsType(family, SimulatedFamilies.Find(id)!.Value.Family);

    [Theory]
    [InlineData("does-not-exist")]
    [InlineData("anthropic.claude")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc")]
    [InlineData(" ")]
    public void Answer_UnknownId_IsRefusedAsTheServiceDoes(string id) =>
        Assert.Equal("The provided model identifier is invalid.", SimulatedCalls.Refused(id, "{}").Message);

    [Theory]
    [InlineData("amazon.titan-text-lite-v1", "")]
    [InlineData("amazon.titan-text-lite-v1", "{\"inputText\":\"cut")]
    [InlineData("amazon.titan-text-lite-v1", "[]")]
    [InlineData("amazon.titan-text-lite-v1", "{\"inputText\":\"\\ud800\"}")]
    [InlineData("amazon.titan-text-lite-v1", "{}")]
    [InlineData("amazon.titan-text-lite-v1", "{\"inputText\":\"\"}")]
    [InlineData("amazon.titan-text-lite-v1", "{\"inputText\":1}")]
    [InlineData("amazon.titan-text-lite-v1", "{\"inputText\":\"a\",\"prompt\":\"b\"}")]
    [InlineData("amazon.titan-text-lite-v1", "{\"inputText\":\"a\",\"textGenerationConfig\":{\"temperature\":2}}")]
    [InlineData("amazon.titan-text-lite-v1", "{\"inputText\":\"a\",\"textGenerationConfig\":{\"stopSequences\":[1]}}")]
    [InlineData("amazon.titan-embed-text-v1", "{\"inputText\":\"a\",\"dimensions\":256}")]
    [InlineData("amazon.titan-embed-text-v2:0", "{\"inputText\":\"a\",\"dimensions\":257}")]
    [InlineData("amazon.titan-embed-text-v2:0", "{\"inputText\":\"a\",\"embeddingTypes\":[\"int8\"]}")]
    [InlineData("amazon.titan-embed-text-v2:0", "{\"inputText\":\"a\",\"normalize\":1}")]
    [InlineData("anthropic.claude-opus-5", "{\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")]
    [InlineData("anthropic.claude-opus-5", "{\"anthropic_version\":\"x\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")]
    [InlineData("anthropic.claude-opus-5", "{\"anthropic_version\":\"x\",\"max_tokens\":1}")]
    [InlineData("anthropic.claude-opus-5", "{\"anthropic_version\":\"x\",\"max_tokens\":1,\"messages\":[]}")]
    [InlineData("anthropic.claude-opus-5", "{\"anthropic_version\":\"x\",\"max_tokens\":0,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")]
    [InlineData("anthropic.claude-opus-5", "{\"anthropic_version\":\"x\",\"max_tokens\":1,\"messages\":[{\"role\":\"tool\",\"content\":\"a\"}]}")]
    [InlineData("anthropic.claude-opus-5", "{\"anthropic_version\":\"x\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":[]}]}")]
    [InlineData("anthropic.claude-opus-5",
        "{\"anthropic_version\":\"x\",\"max_tokens\":1,\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")]
    [InlineData("anthropic.claude-opus-5", "{\"anthropic_version\":\"x\",\"max_tokens\":1,\"messages\":[3]}")]
    [InlineData("anthropic.claude-opus-5",
        "{\"anthropic_version\":\"x\",\"max_tokens\":9,\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":1024},\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")]
    public void Answer_InvalidBody_IsAValidationException(string id, string body) => SimulatedCalls.Refused(id, body);

    [Fact]
    public void Answer_EmbeddingAsStream_IsRefused_Streaming() =>
        Assert.Contains("does not stream", SimulatedCalls.Refused("amazon.titan-embed-text-v1", "{\"inputText\":\"a\"}", streaming: true).Message,
            StringComparison.Ordinal);
}
