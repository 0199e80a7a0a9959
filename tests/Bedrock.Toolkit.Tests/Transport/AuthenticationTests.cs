using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>Who calls.</summary>
[Collection(EnvironmentCollection.Name)]
public class AuthenticationTests
{
    private const string Variable = "AWS_BEARER_TOKEN_BEDROCK";
    private static readonly (string, string?)[] Keys = [("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "secret-of-env")];

    [Fact]
    public async Task InvokeAsync_ApiKeyInCode_IsABearerToken()
    {
        SentRequest sent = await SendAsync([(Variable, "key-of-env"), .. Keys], o =>
        {
            o.Credentials = null;
            o.ApiKey = "key-in-code";
        });

        Assert.Equal("Bearer key-in-code", sent.Header("Authorization"));
        Assert.Null(sent.Header("x-amz-date"));
    }

    [Fact]
    public async Task InvokeAsync_ApiKeyInTheEnvironment_WinsOverKeysThere()
    {
        SentRequest sent = await SendAsync([(Variable, " key-of-env "), .. Keys], o => o.Credentials = null);

        Assert.Equal("Bearer key-of-env", sent.Header("Authorization"));
    }

    [Fact]
    public async Task InvokeAsync_CredentialsInCode_WinOverAnApiKeyInTheEnvironment()
    {
        SentRequest sent = await SendAsync([(Variable, "key-of-env"), .. Keys], _ => { });

        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", sent.Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task InvokeAsync_BlankApiKeys_CountAsNotSet(string? blank)
    {
        SentRequest sent = await SendAsync([(Variable, blank), .. Keys], o =>
        {
            o.Credentials = null;
            o.ApiKey = blank;
        });

        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDENV/", sent.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_RegionFromTheEnvironment_IsCalledAndSigned()
    {
        SentRequest sent = await SendAsync([("AWS_REGION", "eu-west-3")], o => o.Region = null);

        Assert.Equal("bedrock-runtime.eu-west-3.amazonaws.com", sent.Uri.Host);
        Assert.Contains("/eu-west-3/bedrock/", sent.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_NoRegionAnywhere_SaysWhatToSet()
    {
        using var environment = new EnvironmentScope();
        using BedrockClient client = TestClient.Over(new ScriptedHandler(), o => o.Region = null);

        BedrockConfigurationException e = await Assert.ThrowsAsync<BedrockConfigurationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("AWS_REGION", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_NoCredentialsAnywhere_SaysWhatToSet()
    {
        using var environment = new EnvironmentScope();
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = null);

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains(Variable, e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_UnknownProfile_NamesIt()
    {
        using var environment = new EnvironmentScope();
        using BedrockClient client = TestClient.Over(new ScriptedHandler(), o =>
        {
            o.Credentials = null;
            o.Profile = "no-such-profile";
        });

        BedrockConfigurationException e = await Assert.ThrowsAsync<BedrockConfigurationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("no-such-profile", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_ApiKeyOfTheEnvironmentOverPlainHttp_IsRefusedBeforeSending()
    {
        using var environment = new EnvironmentScope((Variable, "key-of-env"));
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = null;
            o.ServiceUrl = new Uri("http://gateway.example");
            o.AllowApiKeyOverHttpLoopback = true;
        });

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("plain http", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("key-of-env", e.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_ApiKeyOfTheEnvironmentOverLoopback_IsRefusedUnlessAsked()
    {
        using var environment = new EnvironmentScope((Variable, "key-of-env"));
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler, o =>
        {
            o.Credentials = null;
            o.ServiceUrl = new Uri("http://localhost:5000");
        });

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("AllowApiKeyOverHttpLoopback", e.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Theory]
    [InlineData("http://gateway.example", true)]
    [InlineData("http://127.0.0.1:5000", false)]
    public void Constructor_ApiKeyOverPlainHttp_IsRefused(string url, bool allowed)
    {
        BedrockConfigurationException e = Assert.Throws<BedrockConfigurationException>(() => new BedrockClient(new BedrockClientOptions
        {
            ApiKey = "the-key", ServiceUrl = new Uri(url), AllowApiKeyOverHttpLoopback = allowed,
        }));

        Assert.Contains("plain http", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_ApiKeyOverLoopback_WorksWhenAsked()
    {
        SentRequest sent = await SendAsync([], o =>
        {
            o.Credentials = null;
            o.ApiKey = "the-key";
            o.ServiceUrl = new Uri("http://localhost:5000");
            o.AllowApiKeyOverHttpLoopback = true;
        });

        Assert.Equal("Bearer the-key", sent.Header("Authorization"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InvokeAsync_ProviderFails_IsAnAuthenticationErrorThatIsNotRepeated(bool givesNull)
    {
        var credentials = new ScriptedCredentials(() => givesNull ? Task.FromResult<ImmutableCredentials>(null!)
            : throw new InvalidOperationException("secret-of-provider"));
        using var handler = new ScriptedHandler();
        using BedrockClient client = TestClient.Over(handler, o => o.Credentials = credentials);

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.DoesNotContain("secret-of-provider", e.Message, StringComparison.Ordinal);
        Assert.Equal("InvokeModel", e.Operation);
        Assert.Equal(1, credentials.Asked);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task InvokeAsync_ProviderHangs_CancellationStillWorks()
    {
        using var source = new CancellationTokenSource();
        var credentials = new ScriptedCredentials(() => new TaskCompletionSource<ImmutableCredentials>().Task);
        using BedrockClient client = TestClient.Over(new ScriptedHandler(), o => o.Credentials = credentials);

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request(), cancellationToken: source.Token);
        await source.CancelAsync();

        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task InvokeAsync_ExpiredToken_IsAnAuthenticationError()
    {
        using var handler = new ScriptedHandler(_ => Answers.Error(403, "ExpiredTokenException", "The security token included in the request is expired"));
        using BedrockClient client = TestClient.Over(handler);

        BedrockAuthenticationException e = await Assert.ThrowsAsync<BedrockAuthenticationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(BedrockErrorCode.ExpiredToken, e.ErrorCode);
        Assert.Equal(403, e.StatusCode);
    }

    private static async Task<SentRequest> SendAsync((string, string?)[] variables, Action<BedrockClientOptions> configure)
    {
        using var environment = new EnvironmentScope(variables);
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, configure);
        await client.InvokeAsync(Echo.Model, Echo.Request());
        return Assert.Single(handler.Sent);
    }
}
