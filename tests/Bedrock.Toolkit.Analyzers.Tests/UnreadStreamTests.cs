using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers.Tests;

public sealed class UnreadStreamTests
{
    private const string Stream = "bedrock.ConverseStreamAsync(\"amazon.nova-lite-v1:0\", ConverseRequest.For(\"a\"))";

    [Theory]
    [InlineData("{0};", "nothing is sent")]
    [InlineData("_ = {0};", "nothing is sent")]
    [InlineData("Console.WriteLine({0}.Metadata);", "nothing is sent")]
    [InlineData("await {0}.OpenAsync();", "stays open")]
    [InlineData("var stream = {0};", "nothing is sent")]
    [InlineData("var stream = {0}; await stream.OpenAsync(); Console.WriteLine(stream.Metadata);", "stays open")]
    public async Task Stream_NeverRead_IsReported(string code, string result)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzedCode.Statements(code.Replace("{0}", Stream, StringComparison.Ordinal)).DiagnosticsAsync());

        Assert.Equal("BRT0003", diagnostic.Id);
        Assert.Contains("'ConverseStreamAsync'", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(result, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await foreach (var e in {0}) {{ }}")]
    [InlineData("await {0}.ToResponseAsync();")]
    [InlineData("await {0}.ForEachAsync(e => Console.Write(e.Text));")]
    [InlineData("await using var stream = {0}; await stream.OpenAsync();")]
    [InlineData("await using (var stream = {0}) {{ await stream.OpenAsync(); }}")]
    [InlineData("var stream = {0}; await stream.OpenAsync(); await foreach (var e in stream) {{ }}")]
    [InlineData("var stream = {0}; await stream.DisposeAsync();")]
    [InlineData("var stream = {0}; Func<Task> later = () => stream.ToResponseAsync();")]
    [InlineData("var list = new List<object> {{ {0} }};")]
    public async Task Stream_ReadOrDisposedOrHandedOn_SaysNothing(string code) =>
        Assert.Empty(await AnalyzedCode.Statements(code.Replace("{0}", Stream, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal)).DiagnosticsAsync());

    [Theory]
    [InlineData("{0};", "await {0}.ToResponseAsync();")]
    [InlineData("var stream = {0}; await stream.OpenAsync();", "await using var stream = {0}; await stream.OpenAsync();")]
    [InlineData("var stream = {0};", null)]
    public async Task Fix_OfAStream_ReadsOrDisposesIt(string code, string? mended) =>
        Assert.Equal(mended?.Replace("{0}", Stream, StringComparison.Ordinal),
            await AnalyzedCode.Statements(code.Replace("{0}", Stream, StringComparison.Ordinal)).FixedAsync());
}
