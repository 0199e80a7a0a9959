using Amazon.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests;

/// <summary>Clients for tenants, over the connections of another client.</summary>
public sealed class WithOptionsTests
{
    [Fact]
    public async Task WithOptions_OtherCredentialsRegionAndMetadata_AreUsedOverTheSameConnections()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"), _ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler);
        using BedrockClient tenant = client.WithOptions(o =>
        {
            o.Region = "eu-west-1";
            o.Credentials = new BasicAWSCredentials("AKIDTENANT", "S");
            o.RequestMetadata["tenant"] = "harbour";
        });

        await tenant.InvokeAsync(Echo.Model, Echo.Request());
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Same(client.Transport.Pool, tenant.Transport.Pool);
        Assert.Equal("bedrock-runtime.eu-west-1.amazonaws.com", handler.Sent[0].Uri.Host);
        Assert.Contains("Credential=AKIDTENANT/", handler.Sent[0].Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal("""{"tenant":"harbour"}""", handler.Sent[0].Header("X-Amzn-Bedrock-Request-Metadata"));
        Assert.Null(handler.Sent[1].Header("X-Amzn-Bedrock-Request-Metadata"));
        Assert.Contains("Credential=" + TestClient.AccessKey, handler.Sent[1].Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dispose_OfOne_LeavesTheConnectionsToTheOther(bool parentFirst)
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("""{"text":"hi"}"""));
        BedrockClient client = TestClient.Over(handler);
        BedrockClient tenant = client.WithOptions(o => o.MaxAttempts = 1);
        (BedrockClient first, BedrockClient last) = parentFirst ? (client, tenant) : (tenant, client);

        first.Dispose();
        first.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.InvokeAsync(Echo.Model, Echo.Request()));
        Assert.Throws<ObjectDisposedException>(() => first.WithOptions(_ => { }));
        Assert.Equal("hi", (await last.InvokeAsync(Echo.Model, Echo.Request())).Text);
        Assert.Equal(0, handler.Disposals);
        last.Dispose();
        Assert.Equal(1, handler.Disposals);
    }

    [Fact]
    public async Task RequestMetadata_OfClientAndCall_AddUpAndTheCallWins()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"), _ => Answers.Json("{}"), _ => Answers.Json("""{"inputTokens":1}"""));
        using BedrockClient client = TestClient.Over(handler, o => (o.RequestMetadata["team"], o.RequestMetadata["app"]) = ("quay", "chat"));
        var options = new InvokeOptions { RequestMetadata = { ["team"] = "pier" } };

        await client.InvokeAsync(Echo.Model, Echo.Request(), options);
        await client.ConverseAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For("hello"));
        await client.CountTokensAsync("us.amazon.nova-lite-v1:0", CountTokensRequest.For(ConverseRequest.For("hello")));

        Assert.Equal("""{"team":"pier","app":"chat"}""", handler.Sent[0].Header("X-Amzn-Bedrock-Request-Metadata"));
        Assert.Contains(""""requestMetadata":{"team":"quay","app":"chat"}"""", handler.Sent[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("quay", handler.Sent[2].Text, StringComparison.Ordinal);
        Assert.Equal("pier", options.RequestMetadata["team"]);
        Assert.Single(options.RequestMetadata);
    }

    [Fact]
    public void WithOptions_FaultyOrOfTheConnections_IsRefusedAndTakesNoShare()
    {
        using var handler = new ScriptedHandler();
        BedrockClient client = TestClient.Over(handler);

        Assert.Contains("MaxAttempts must be 1", Assert.Throws<BedrockConfigurationException>(() => client.WithOptions(o => o.MaxAttempts = 0)).Message,
            StringComparison.Ordinal);
        Assert.Contains("RequestMetadata takes at most 16",
            Assert.Throws<BedrockConfigurationException>(() => client.WithOptions(o => o.RequestMetadata[""] = "x")).Message, StringComparison.Ordinal);
        Assert.Contains("ConnectTimeout", Assert.Throws<ArgumentException>(() => client.WithOptions(o => o.ConnectTimeout = TimeSpan.FromSeconds(1))).Message,
            StringComparison.Ordinal);

        client.Dispose();
        Assert.Equal(1, handler.Disposals);
    }

    [Theory]
    [InlineData("us-east-1a", false)]
    [InlineData("useast1", false)]
    [InlineData("us-east", false)]
    [InlineData("us-gov-west-1", true)]
    [InlineData("us-isob-east-1", true)]
    [InlineData("eusc-de-east-1", true)]
    [InlineData("mx-north-12", true)]
    public void Options_RegionName_MustHaveTheFormOfOne(string region, bool isGood)
    {
        Exception? e = Record.Exception(() => new BedrockClient(new BedrockClientOptions { Region = region }).Dispose());

        Assert.Equal(isGood, e is null);
        if (!isGood) Assert.Contains($"Region '{region}' has not the form", e!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InvokeAsync_RegionThatDoesNotExist_IsNamed()
    {
        using var handler = new ScriptedHandler(_ => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));
        using BedrockClient client = TestClient.Over(handler, o => (o.Region, o.MaxAttempts) = ("us-esat-1", 1));

        BedrockConnectionException e = await Assert.ThrowsAsync<BedrockConnectionException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("Region 'us-esat-1' is not one that is known", e.Message, StringComparison.Ordinal);
    }
}
