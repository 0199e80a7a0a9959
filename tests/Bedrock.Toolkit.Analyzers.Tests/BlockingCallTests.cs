using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers.Tests;

public sealed class BlockingCallTests
{
    private const string Call = "bedrock.InvokeAsync(NovaModels.Lite, NovaRequest.For(\"a\"))";

    [Theory]
    [InlineData("var reply = {0}.Result;", "'.Result' holds a thread until 'InvokeAsync'")]
    [InlineData("{0}.Wait();", "'.Wait()'")]
    [InlineData("var reply = {0}.GetAwaiter().GetResult();", "'.GetAwaiter().GetResult()'")]
    [InlineData("var reply = {0}.ConfigureAwait(false).GetAwaiter().GetResult();", "'.GetAwaiter().GetResult()'")]
    [InlineData("var task = {0}; var reply = task.Result;", "'.Result'")]
    [InlineData("foreach (var e in bedrock.StreamAsync(NovaModels.Lite, NovaRequest.For(\"a\")).ToBlockingEnumerable()) { }",
        "'.ToBlockingEnumerable()' holds a thread until 'StreamAsync'")]
    [InlineData("bedrock.StreamAsync(NovaModels.Lite, NovaRequest.For(\"a\")).ToResponseAsync().Wait();", "'.Wait()' holds a thread until 'ToResponseAsync'")]
    public async Task Call_WithAWaitingThread_IsReported(string code, string message)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzedCode.Statements(code.Replace("{0}", Call, StringComparison.Ordinal)).DiagnosticsAsync());

        Assert.Equal("BRT0005", diagnostic.Id);
        Assert.StartsWith(message, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var reply = await {0};")]
    [InlineData("var one = {0}; var two = {0}; await Task.WhenAll(one, two); Console.WriteLine(one.Result.Text + two.Result.Text);")]
    [InlineData("var length = Task.FromResult(\"a\").Result.Length;")]
    public async Task Call_Awaited_SaysNothing(string code) =>
        Assert.Empty(await AnalyzedCode.Statements(code.Replace("{0}", Call, StringComparison.Ordinal)).DiagnosticsAsync());

    [Theory]
    [InlineData("var reply = {0}.Result;", "var reply = await {0};")]
    [InlineData("var text = {0}.Result.Text;", "var text = (await {0}).Text;")]
    [InlineData("{0}.Wait();", "await {0};")]
    [InlineData("var reply = {0}.ConfigureAwait(false).GetAwaiter().GetResult();", "var reply = await {0}.ConfigureAwait(false);")]
    [InlineData("Func<string?> read = () => {0}.Result.Text;", null)]
    [InlineData("lock (bedrock) { {0}.Wait(); }", null)]
    [InlineData("{0}.Wait(500);", null)]
    public async Task Fix_InAsynchronousCode_Awaits(string code, string? mended) => Assert.Equal(
        mended?.Replace("{0}", Call, StringComparison.Ordinal),
        await AnalyzedCode.Statements(code.Replace("{0}", Call, StringComparison.Ordinal)).FixedAsync());

    [Fact]
    public async Task Fix_InASynchronousMethod_IsNotOffered() => Assert.Null(await AnalyzedCode.File(
        """
        using Bedrock.Toolkit;
        using Bedrock.Toolkit.Models;

        public static class Program
        {
            public static string? Read(IBedrockClient bedrock) => bedrock.InvokeAsync(NovaModels.Lite, NovaRequest.For("a")).Result.Text;
        }
        """).FixedAsync());

    [Fact]
    public async Task Analyzers_WithoutTheLibrary_SayNothing() => Assert.Empty(await AnalyzedCode.File(
        """
        public static class Program
        {
            public static string Id => "anthropic.claude-v2";
        }
        """,
        withLibrary: false).DiagnosticsAsync());
}
