using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers.Tests;

public sealed class WrongRequestTests
{
    [Fact]
    public async Task InvokeAsync_RequestOfAnotherFamily_NamesModelRequestAndPage()
    {
        var code = AnalyzedCode.Statements("""await bedrock.InvokeAsync(ClaudeModels.Sonnet45.InProfile("us"), new TitanTextRequest { InputText = "a" });""");

        Diagnostic diagnostic = Assert.Single(await code.DiagnosticsAsync());

        Assert.Contains("CS0411", await code.CompilerErrorsAsync());
        Assert.Equal("BRT0002", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal("'ClaudeModels.Sonnet45' takes 'ClaudeRequest', not 'TitanTextRequest': see docs/models/claude.md", diagnostic.GetMessage());
        Assert.Equal("""new TitanTextRequest { InputText = "a" }""", TextOf(diagnostic));
        Assert.EndsWith("docs/analyzers.md#brt0002", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await bedrock.InvokeAsync(OpenAIModels.GptOss20B, ClaudeRequest.For(\"a\"));",
        "'ChatCompletionRequest', not 'ClaudeRequest': see docs/models/chat-completions.md")]
    [InlineData("bedrock.StreamAsync(NovaModels.Lite, ClaudeRequest.For(\"a\"));", "'NovaRequest', not 'ClaudeRequest': see docs/models/nova.md")]
    [InlineData("await bedrock.InvokeAsync(request: ClaudeRequest.For(\"a\"), model: NovaModels.Lite);", "'NovaRequest', not 'ClaudeRequest'")]
    [InlineData("await BedrockInvokeExtensions.InvokeAsync(bedrock, NovaModels.Lite, ClaudeRequest.For(\"a\"));", "'NovaRequest', not 'ClaudeRequest'")]
    [InlineData("await (bedrock?.InvokeAsync(NovaModels.Lite, 5))!;", "'NovaRequest', not 'int'")]
    [InlineData("var model = NovaModels.Lite.InProfile(\"us\"); await bedrock.InvokeAsync(model, new ClaudeRequestBuilder());",
        "'model' takes 'NovaRequest', not 'ClaudeRequestBuilder'")]
    public async Task Call_WrongRequest_IsNamed(string code, string message) =>
        Assert.Contains(message, Assert.Single(await AnalyzedCode.Statements(code).DiagnosticsAsync()).GetMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("await foreach (var e in bedrock.StreamAsync(TitanModels.EmbedTextV2, TitanEmbedTextRequest.For(\"a\"))) { }",
        "'TitanModels.EmbedTextV2' cannot be called by 'StreamAsync', but by 'InvokeAsync': see docs/models/titan.md")]
    [InlineData("await bedrock.InvokeAsync(LumaModels.Ray2, LumaRequest.For(\"a\"));",
        "'LumaModels.Ray2' cannot be called by 'InvokeAsync', but by 'StartAsyncInvokeJobAsync': see docs/models/video.md")]
    public async Task Call_ThatTheModelDoesNotHave_IsNamed(string code, string message) =>
        Assert.Equal(message, Assert.Single(await AnalyzedCode.Statements(code).DiagnosticsAsync()).GetMessage());

    [Theory]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite, NovaRequest.For(\"a\"));")]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite, new() { Messages = [] });")]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite, NovaRequest.For(\"a\"), 5);")]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite, Unknown.For(\"a\"));")]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite);")]
    public async Task Call_NoWrongRequest_SaysNothing(string code) => Assert.Empty(await AnalyzedCode.Statements(code).DiagnosticsAsync());

    [Theory]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite, \"Hello\");", "await bedrock.InvokeAsync(NovaModels.Lite, NovaRequest.For(\"Hello\"));")]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite, ClaudeRequest.For(\"Hello\"));",
        "await bedrock.InvokeAsync(NovaModels.Lite, NovaRequest.For(\"Hello\"));")]
    [InlineData("await bedrock.InvokeAsync(NovaModels.Lite, ClaudeRequest.For(\"Hello\", 5));", null)]
    [InlineData("await bedrock.InvokeAsync(PegasusModels.Pegasus12, \"Hello\");", null)]
    public async Task Fix_OfAPrompt_MakesTheRightRequest(string code, string? mended) => Assert.Equal(mended, await AnalyzedCode.Statements(code).FixedAsync());

    private static string TextOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
