using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bedrock.Toolkit.Tests.Conventions;

/// <summary>What the compiler refuses, and what it takes.</summary>
public sealed class CompilerConventionTests
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(BedrockClient).Assembly.Location),
    ];

    [Theory]
    [InlineData("ClaudeResponse r = await bedrock.InvokeAsync(ClaudeModels.Sonnet45, ClaudeRequest.For(\"a\"));")]
    [InlineData("await foreach (ClaudeStreamEvent e in bedrock.StreamAsync(ClaudeModels.Sonnet45.InProfile(\"us\"), ClaudeRequest.For(\"a\"))) { }")]
    [InlineData("TitanEmbedTextResponse r = await bedrock.InvokeAsync(TitanModels.EmbedTextV2, new() { InputText = \"a\" });")]
    [InlineData("ChatCompletionResponse r = await bedrock.StreamAsync(OpenAIModels.GptOss20B, ChatCompletionRequest.For(\"a\")).ToResponseAsync();")]
    [InlineData("ChatCompletionRequest r = new() { Messages = [ChatCompletionMessage.User(\"a\")], Stop = \"END\", ToolChoice = \"auto\" };")]
    public void Compile_RightRequest_Succeeds(string code) => Assert.Empty(ErrorsOf(code));

    [Theory]
    [InlineData("await bedrock.InvokeAsync(ClaudeModels.Sonnet45, new TitanTextRequest { InputText = \"a\" });", "CS0411")]
    [InlineData("await bedrock.InvokeAsync(OpenAIModels.GptOss20B, ClaudeRequest.For(\"a\"));", "CS0411")]
    [InlineData("await bedrock.InvokeAsync(WriterModels.CompletionFromId(\"writer.palmyra-x4-v1:0\"), ChatCompletionRequest.For(\"a\"));", "CS0411")]
    [InlineData("await foreach (var e in bedrock.StreamAsync(TitanModels.EmbedTextV2, new TitanEmbedTextRequest { InputText = \"a\" })) { }", "CS0411")]
    [InlineData("TitanTextResponse r = await bedrock.InvokeAsync(ClaudeModels.Sonnet45, ClaudeRequest.For(\"a\"));", "CS0029")]
    [InlineData("await bedrock.InvokeAsync(ClaudeModels.Sonnet45, new() { InputText = \"a\" });", "CS0117")]
    [InlineData("await bedrock.InvokeAsync(ClaudeModels.Sonnet45, new() { MaxTokens = 5 });", "CS9035")]
    [InlineData("_ = new ChatCompletionRequest();", "CS9035")]
    public void Compile_WrongRequest_IsRefused(string code, string error) => Assert.Contains(error, ErrorsOf(code));

    private static string[] ErrorsOf(string code)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            $$"""
            #nullable enable
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Bedrock.Toolkit;
            using Bedrock.Toolkit.Models;

            public static class Snippet
            {
                public static async Task RunAsync(IBedrockClient bedrock)
                {
                    await Task.Yield();
                    {{code}}
                }
            }
            """,
            new CSharpParseOptions(LanguageVersion.Latest));
        var compilation = CSharpCompilation.Create("snippet", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id)];
    }
}
