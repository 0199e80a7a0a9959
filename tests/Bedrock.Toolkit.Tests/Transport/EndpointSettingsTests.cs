using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>The address from environment and profile, in the order of the AWS SDKs.</summary>
[Collection(EnvironmentCollection.Name)]
public class EndpointSettingsTests
{
    private const string Service = "AWS_ENDPOINT_URL_BEDROCK_RUNTIME";
    private const string Global = "AWS_ENDPOINT_URL";

    [Theory]
    [InlineData("https://service-variable.example", "https://global-variable.example", "https://service-variable.example")]
    [InlineData(null, "https://global-variable.example", "https://global-variable.example")]
    [InlineData("  ", "", "https://bedrock-runtime.us-east-1.amazonaws.com")]
    public async Task ResolveAsync_FirstVariableOfTheOrder_Wins(string? serviceVariable, string? globalVariable, string expected)
    {
        using EnvironmentScope environment = Scope((Service, serviceVariable), (Global, globalVariable));

        Assert.Equal(expected, (await ResolveAsync()).BaseUrl);
    }

    [Fact]
    public async Task ResolveAsync_AddressInCode_WinsOverAll()
    {
        using EnvironmentScope environment = Scope((Service, "https://service-variable.example"));

        Route route = await ResolveAsync(o => o.ServiceUrl = new Uri("https://code.example"));

        Assert.Equal("https://code.example", route.BaseUrl);
        Assert.Equal("us-east-1", route.Region);
    }

    [Fact]
    public async Task ResolveAsync_IgnoreVariable_LeavesTheCodeOnly()
    {
        using EnvironmentScope environment = Scope(("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"), (Service, "https://service-variable.example"));

        Assert.Equal("https://bedrock-runtime.us-east-1.amazonaws.com", (await ResolveAsync()).BaseUrl);
        Assert.Equal("https://code.example", (await ResolveAsync(o => o.ServiceUrl = new Uri("https://code.example"))).BaseUrl);
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "https://bedrock-runtime-fips.us-east-1.amazonaws.com")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "https://bedrock-runtime.us-east-1.api.aws")]
    public async Task ResolveAsync_FlagsOfTheEnvironment_Count(string variable, string expected)
    {
        using EnvironmentScope environment = Scope((variable, "TRUE"));

        Assert.Equal(expected, (await ResolveAsync()).BaseUrl);
    }

    [Theory]
    [InlineData(Service, "not an address", Service)]
    [InlineData(Service, "ftp://host.example", Service)]
    [InlineData(Service, "https://user:url-secret@host.example", "user information")]
    [InlineData(Service, "https://host.example?x=query-secret", "query")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "maybe", "AWS_USE_FIPS_ENDPOINT")]
    public async Task ResolveAsync_MalformedVariable_IsNamedWithoutItsValue(string variable, string value, string word)
    {
        using EnvironmentScope environment = Scope((variable, value));

        BedrockConfigurationException e = await Assert.ThrowsAsync<BedrockConfigurationException>(() => ResolveAsync());

        Assert.Contains(word, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "UseFips")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "UseDualStack")]
    public async Task ResolveAsync_CustomAddressBesideFipsOrDualStack_IsRefused(string variable, string word)
    {
        using EnvironmentScope environment = Scope((variable, "true"), (Global, "https://gateway.example"));

        BedrockConfigurationException e = await Assert.ThrowsAsync<BedrockConfigurationException>(() => ResolveAsync());

        Assert.Contains(word, e.Message, StringComparison.Ordinal);
        Assert.Contains("gateway.example", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolveAsync_SkewSwitch_TurnsTheCorrectionOff()
    {
        using var answer = new HttpResponseMessage { Headers = { Date = DateTimeOffset.UnixEpoch } };
        answer.Headers.TryAddWithoutValidation("x-amzn-RequestId", Answers.RequestId);
        using (Scope())
        {
            Assert.NotNull((await ResolveAsync()).Skew.Observe(answer.Headers, DateTimeOffset.UnixEpoch, TimeSpan.Zero));
        }

        using EnvironmentScope environment = Scope(("AWS_DISABLE_CLOCK_SKEW_CORRECTION", "true"));
        Assert.Null((await ResolveAsync()).Skew.Observe(answer.Headers, DateTimeOffset.UnixEpoch, TimeSpan.Zero));
    }

    [Fact]
    public async Task InvokeAsync_AddressOfTheEnvironmentWithAPath_IsJoinedAndSigned()
    {
        using EnvironmentScope environment = Scope((Service, "https://gateway.example/team/bedrock/"));
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);

        await client.InvokeAsync(Echo.Model, Echo.Request());

        SentRequest sent = Assert.Single(handler.Sent);
        Assert.Equal("https://gateway.example/team/bedrock/model/example.echo-v1%3A0/invoke", sent.Uri.AbsoluteUri);
        Assert.Equal(Signed.Again(sent, TestClient.AccessKey, TestClient.SecretKey, "us-east-1"), sent.Header("Authorization"));
    }

    private static EnvironmentScope Scope(params (string, string?)[] variables) => new(variables);

    private static async Task<Route> ResolveAsync(Action<BedrockClientOptions>? configure = null)
    {
        var options = new BedrockClientOptions { Region = "us-east-1" };
        configure?.Invoke(options);
        return await Task.Run(() => Route.Resolve(options, AwsService.BedrockRuntime));
    }
}
