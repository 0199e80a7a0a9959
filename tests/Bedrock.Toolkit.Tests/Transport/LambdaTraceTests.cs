using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

[Collection(EnvironmentCollection.Name)]
public sealed class LambdaTraceTests
{
    private const string Trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    [Fact]
    public async Task InvokeAsync_InLambda_PassesTheTraceOn()
    {
        using var environment = new EnvironmentScope(("AWS_LAMBDA_FUNCTION_NAME", "f"), ("_X_AMZN_TRACE_ID", Trace));
        Assert.Equal(Trace, await SentAsync());
    }

    [Fact]
    public async Task InvokeAsync_TraceWithOtherCharacters_IsEncoded()
    {
        using var environment = new EnvironmentScope(("AWS_LAMBDA_FUNCTION_NAME", "f"), ("_X_AMZN_TRACE_ID", "Root=1;note=a b\nü"));
        Assert.Equal("Root=1;note=a%20b%0A%C3%BC", await SentAsync());
    }

    [Theory]
    [InlineData(null, Trace)]
    [InlineData("f", null)]
    [InlineData("", Trace)]
    public async Task InvokeAsync_NotInLambda_SendsNone(string? function, string? trace)
    {
        using var environment = new EnvironmentScope(("AWS_LAMBDA_FUNCTION_NAME", function), ("_X_AMZN_TRACE_ID", trace));
        Assert.Null(await SentAsync());
    }

    [Fact]
    public async Task InvokeAsync_CallersOwnTrace_Stays()
    {
        using var environment = new EnvironmentScope(("AWS_LAMBDA_FUNCTION_NAME", "f"), ("_X_AMZN_TRACE_ID", Trace));
        Assert.Equal("Root=mine", await SentAsync(new InvokeOptions { Headers = { ["X-Amzn-Trace-Id"] = "Root=mine" } }));
    }

    private static async Task<string?> SentAsync(InvokeOptions? options = null)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        await client.InvokeAsync(Echo.Model, Echo.Request(), options);
        SentRequest sent = Assert.Single(handler.Sent);
        Assert.DoesNotContain("x-amzn-trace-id", sent.Header("Authorization"), StringComparison.OrdinalIgnoreCase);
        return sent.Headers.GetValueOrDefault("X-Amzn-Trace-Id");
    }
}
