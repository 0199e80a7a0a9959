using Microsoft.CodeAnalysis;

namespace Bedrock.Toolkit.Analyzers.Tests;

public sealed class SecretInSourceTests
{
    // Put together here, so that nothing in the repository looks like a key.
    private const string AccessKey = "AK" + "IA" + "ABCDEFGHIJKLMNOP";
    private const string ApiKey = "AB" + "SK" + "abcdefghijklmnopqrstuvwxyz0123456789abcdefghij";
    private const string Secret = "abcdefghijklmnopqrstuvwxyz" + "0123456789ABCD";

    [Theory]
    [InlineData("var options = new BedrockClientOptions { ApiKey = \"any\" };", "An API key")]
    [InlineData("const string key = \"any\"; new BedrockClientOptions().ApiKey = key;", "An API key")]
    [InlineData("var options = new BedrockClientOptions { ApiKey = \"" + ApiKey + "\" };", "An API key")]
    [InlineData("string key = \"" + ApiKey + "\";", "An API key")]
    [InlineData("string key = \"" + AccessKey + "\";", "An access key")]
    [InlineData("Environment.SetEnvironmentVariable(\"AWS_SECRET_ACCESS_KEY\", \"" + Secret + "\");", "The value of AWS_SECRET_ACCESS_KEY")]
    [InlineData("var credentials = new BasicAWSCredentials(Environment.MachineName, \"" + Secret + "\");", "A secret access key")]
    public async Task Secret_AsLiteral_IsReportedOnce(string code, string kind)
    {
        Diagnostic diagnostic = Assert.Single(await AnalyzedCode.Statements(code).DiagnosticsAsync());

        Assert.Equal("BRT0004", diagnostic.Id);
        Assert.StartsWith(kind, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("abcdef", diagnostic.GetMessage(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Secret_AccessKeyAndSecret_AreBothReported()
    {
        var code = AnalyzedCode.Statements($"var credentials = new SessionAWSCredentials(\"{AccessKey}\", \"{Secret}\", \"{Secret}\");");

        Assert.Equal(3, (await code.DiagnosticsAsync()).Count);
    }

    [Theory]
    [InlineData("var options = new BedrockClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"MY_KEY\") };")]
    [InlineData("var options = new BedrockClientOptions { ApiKey = null };")]
    [InlineData("var options = new BedrockClientOptions { ApiKey = \"\" };")]
    [InlineData("var credentials = new BasicAWSCredentials(\"test\", \"test\");")]
    [InlineData("string key = \"AKIAIOSFODNN7EXAMPLE\";")]
    [InlineData("Environment.SetEnvironmentVariable(\"AWS_REGION\", \"eu-central-1-and-more\");")]
    public async Task Secret_NotInSource_SaysNothing(string code) => Assert.Empty(await AnalyzedCode.Statements(code).DiagnosticsAsync());

    [Theory]
    [InlineData("any")]
    [InlineData(ApiKey)]
    public async Task Fix_OfAnApiKey_ReadsTheEnvironment(string key) => Assert.Equal(
        "var options = new BedrockClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"AWS_BEARER_TOKEN_BEDROCK\") };",
        await AnalyzedCode.Statements($"var options = new BedrockClientOptions {{ ApiKey = \"{key}\" }};").FixedAsync());
}
