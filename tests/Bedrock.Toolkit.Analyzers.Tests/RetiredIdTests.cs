using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers.Tests;

public sealed class RetiredIdTests
{
    [Theory]
    [InlineData("await bedrock.ConverseAsync(\"amazon.titan-text-lite-v1\", ConverseRequest.For(\"a\"));",
        "'amazon.titan-text-lite-v1' is past its end of life on demand since 2025-08-15: use 'amazon.nova-micro-v1:0'")]
    [InlineData("await bedrock.ConverseAsync(\"us.anthropic.claude-3-sonnet-20240229-v1:0\", ConverseRequest.For(\"a\"));",
        "'anthropic.claude-3-sonnet-20240229-v1:0' is past")]
    [InlineData("ModelId id = \"arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-tg1-large\";",
        "'amazon.titan-tg1-large' is past its end of life on demand: use")]
    [InlineData("const string Id = \"anthropic.claude-v2\";", "'anthropic.claude-v2' is past")]
    public async Task Literal_OfARetiredModel_NamesDayAndReplacement(string code, string message)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzedCode.Statements(code).DiagnosticsAsync());

        Assert.Equal("BRT0001", diagnostic.Id);
        Assert.StartsWith(message, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ModelId id = \"us.anthropic.claude-sonnet-4-5-20250929-v1:0\";")]
    [InlineData("ModelId id = \"arn:aws:bedrock:us-east-1:123456789012:provisioned-model/amazon.titan-tg1-large\";")]
    [InlineData("string text = \"We used anthropic.claude-v2 then.\";")]
    [InlineData("bool old = Environment.MachineName == \"anthropic.claude-v2\";")]
    [InlineData("bool old = Environment.MachineName is \"anthropic.claude-v2\";")]
    public async Task Literal_OfAnotherText_SaysNothing(string code) => Assert.Empty(await AnalyzedCode.Statements(code).DiagnosticsAsync());

    [Theory]
    [InlineData("ModelId id = \"amazon.titan-text-lite-v1\";", "ModelId id = \"amazon.nova-micro-v1:0\";")]
    [InlineData("ModelId id = \"us.anthropic.claude-3-haiku-20240307-v1:0\";", "ModelId id = \"us.anthropic.claude-haiku-4-5-20251001-v1:0\";")]
    [InlineData("var model = TitanModels.TextFromId(\"amazon.titan-text-lite-v1\");", null)]
    [InlineData("ModelId id = \"arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-tg1-large\";", null)]
    public async Task Fix_OfAnId_WritesTheReplacement(string code, string? mended) => Assert.Equal(mended, await AnalyzedCode.Statements(code).FixedAsync());
}
