using System.Net;
using Amazon;
using Amazon.Extensions.NETCore.Setup;
using Amazon.SecurityToken;
using Amazon.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Tests.DependencyInjection;

[Collection(EnvironmentCollection.Name)]
public sealed class BedrockBuilderTests
{
    [Fact]
    public async Task AddHttpMessageHandler_Several_SeeEveryAttemptFromTheOutermostIn()
    {
        List<string> seen = [];
        using var inner = new ScriptedHandler(_ => Answers.Error(503, "ServiceUnavailableException"), _ => Answers.Json("{}"));
        await using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(seen)
            .AddBedrock(o => Over(o, inner))
            .AddHttpMessageHandler(_ => new Noting(seen, "outer"))
            .AddHttpMessageHandler<NotingFromServices>()
            .Services.BuildServiceProvider();

        await provider.GetRequiredService<IBedrockClient>().InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal(["outer", "services", "outer", "services"], seen);
    }

    [Fact]
    public void AddHttpMessageHandler_HandlerThatIsChainedAlready_IsRefused()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddBedrock(o => o.Region = "us-east-1")
            .AddHttpMessageHandler(_ => new Noting([], "x") { InnerHandler = new HttpClientHandler() })
            .Services.BuildServiceProvider();

        Assert.Contains("inner handler", Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IBedrockClient>).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseHttpClient_NamedClient_CarriesTheCallsAndIsNotDisposed()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("""{"text":"hi"}"""));
        var services = new ServiceCollection();
        services.AddHttpClient("bedrock").ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddBedrock(o => (o.Region, o.Credentials) = ("us-east-1", new BasicAWSCredentials("A", "S"))).UseHttpClient("bedrock");
        ServiceProvider provider = services.BuildServiceProvider();
        var client = (BedrockClient)provider.GetRequiredService<IBedrockClient>();

        Assert.Equal("hi", (await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
        client.Dispose();
        Assert.Equal(0, handler.Disposals);
        await provider.DisposeAsync();
    }

    [Fact]
    public void UseHttpClient_NoneInTheHostOrHandlersBeside_SaysWhatToDo()
    {
        using ServiceProvider without = new ServiceCollection().AddBedrock(o => o.Region = "us-east-1").UseHttpClient("b").Services.BuildServiceProvider();
        using ServiceProvider both = new ServiceCollection().AddHttpClient().AddBedrock(o => o.Region = "us-east-1").UseHttpClient("b")
            .AddHttpMessageHandler(_ => new Noting([], "x")).Services.BuildServiceProvider();

        Assert.Contains("services.AddHttpClient(\"b\")", Assert.Throws<InvalidOperationException>(without.GetRequiredService<IBedrockClient>).Message,
            StringComparison.Ordinal);
        Assert.Contains("HTTP client 'b'", Assert.Throws<InvalidOperationException>(both.GetRequiredService<IBedrockClient>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddTokenGovernor_Reloaded_KeepsItsCounts()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Region", "us-east-1")]).Build();
        await using ServiceProvider provider = new ServiceCollection().AddBedrock(configuration)
            .AddTokenGovernor(o => o.Quotas.Add(new TokenQuota { Models = "*", TokensPerMinute = 1000 }))
            .Services.BuildServiceProvider();
        var client = (BedrockClient)provider.GetRequiredService<IBedrockClient>();
        TokenGovernor? before = client.Transport.Options.TokenGovernor;

        configuration["MaxAttempts"] = "2";
        configuration.Reload();

        Assert.NotNull(before);
        Assert.Equal(2, client.Transport.Options.MaxAttempts);
        Assert.Same(before, client.Transport.Options.TokenGovernor);
    }

    [Fact]
    public async Task UseFake_HostWithOtherSettings_CallsTheFake()
    {
        using var fake = new FakeBedrock();
        await using ServiceProvider provider = new ServiceCollection()
            .AddBedrock(o => (o.Region, o.ApiKey, o.ServiceUrl) = ("eu-west-1", "key", new Uri("https://gateway.example")))
            .UseFake(fake)
            .Services.BuildServiceProvider();

        var client = provider.GetRequiredService<IBedrockClient>();
        ClaudeResponse reply = await client.InvokeAsync(ClaudeModels.Sonnet45.InProfile("eu"), ClaudeRequest.For("hello"));

        Assert.NotEmpty(reply.Text);
        Assert.Single(fake.Requests(ClaudeModels.Sonnet45));
    }

    [Fact]
    public async Task UseServer_HostWithOtherSettings_CallsTheServer()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        await using ServiceProvider provider = new ServiceCollection().AddKeyedBedrock("local", o => (o.Profile, o.UseFips) = ("none", true)).UseServer(server)
            .Services.BuildServiceProvider();

        ConverseResponse reply = await provider.GetRequiredKeyedService<IBedrockClient>("local")
            .ConverseAsync("us.amazon.nova-lite-v1:0", ConverseRequest.For("hello"));

        Assert.NotEmpty(reply.Text);
        Assert.Single(server.Calls);
    }

    [Fact]
    public void UseClientConfig_SdkSettings_AreTakenOver()
    {
        var credentials = new BasicAWSCredentials("A", "S");
        var config = new AmazonSecurityTokenServiceConfig
        {
            RegionEndpoint = RegionEndpoint.EUWest1, UseFIPSEndpoint = true, UseDualstackEndpoint = true, MaxErrorRetry = 6, ProxyHost = "proxy.example",
                ProxyPort = 3128,
            DefaultAWSCredentials = credentials,
        };

        BedrockClientOptions options = OptionsOf(b => b.UseClientConfig(config));

        Assert.Equal("eu-west-1", options.Region);
        Assert.True(options.UseFips && options.UseDualStack);
        Assert.Equal(7, options.MaxAttempts);
        Assert.Equal(new Uri("http://proxy.example:3128/"), options.Proxy!.GetProxy(new Uri("https://bedrock-runtime.eu-west-1.amazonaws.com")));
        Assert.Same(credentials, options.Credentials);
    }

    [Fact]
    public void UseClientConfig_AddressOfAnotherService_IsNotTaken()
    {
        BedrockClientOptions options =
            OptionsOf(b => b.UseClientConfig(new AmazonSecurityTokenServiceConfig { ServiceURL = "https://sts.example", AuthenticationRegion = "eu-north-1" }));

        Assert.Null(options.ServiceUrl);
        Assert.Equal("eu-north-1", options.Region);
    }

    [Fact]
    public void UseAmazonService_Registered_GivesItsSettings()
    {
        using var sts = new AmazonSecurityTokenServiceClient(new BasicAWSCredentials("A", "S"), RegionEndpoint.APSoutheast2);

        BedrockClientOptions options = OptionsOf(b => b.UseAmazonService<IAmazonSecurityTokenService>(), s => s.AddSingleton<IAmazonSecurityTokenService>(sts));
        OptionsValidationException e = Assert.Throws<OptionsValidationException>(() => OptionsOf(b => b.UseAmazonService<IAmazonSecurityTokenService>()));

        Assert.Equal("ap-southeast-2", options.Region);
        Assert.Contains("IAmazonSecurityTokenService, which is not registered", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddBedrock_AwsOptions_AreTakenOver()
    {
        var credentials = new BasicAWSCredentials("A", "S");
        var aws = new AWSOptions { Region = RegionEndpoint.EUCentral1, Credentials = credentials };
        aws.DefaultClientConfig.UseFIPSEndpoint = true;
        aws.DefaultClientConfig.MaxErrorRetry = 1;
        using ServiceProvider given = new ServiceCollection().AddBedrock(aws).Services.BuildServiceProvider();
        using ServiceProvider registered = new ServiceCollection().AddDefaultAWSOptions(new AWSOptions { Profile = "p" }).AddKeyedBedrock("k", _ => { })
            .UseAwsOptions().Services.BuildServiceProvider();
        using ServiceProvider none = new ServiceCollection().AddBedrock().UseAwsOptions().Services.BuildServiceProvider();

        BedrockClientOptions options = given.GetRequiredService<IOptions<BedrockClientOptions>>().Value;
        Assert.Equal("eu-central-1", options.Region);
        Assert.Same(credentials, options.Credentials);
        Assert.True(options.UseFips);
        Assert.Equal(2, options.MaxAttempts);
        Assert.Equal("p", registered.GetRequiredService<IOptionsMonitor<BedrockClientOptions>>().Get("k").Profile);
        Assert.Contains("AddDefaultAWSOptions", Assert.Throws<InvalidOperationException>(() => none.GetRequiredService<IOptions<BedrockClientOptions>>().Value)
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddBedrock_AwsOptionsWithARole_SignByTheRole()
    {
        List<string> heads = [];
        await using var server = new SocketServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } head)
            {
                heads.Add(head);
                string xml = $"""
                    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
                    <SecretAccessKey>secret-of-role</SecretAccessKey><SessionToken>token-of-role</SessionToken><Expiration>{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials>
                    <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>
                    """;
                bool isSts = !head.Contains("/model/", StringComparison.Ordinal);
                await connection.AnswerAsync(isSts ? xml : "{}");
            }
        });
        using var environment =
            new EnvironmentScope(("AWS_ACCESS_KEY_ID", "AKENV"), ("AWS_SECRET_ACCESS_KEY", "secret-of-env"), ("AWS_ENDPOINT_URL_STS", server.Url.AbsoluteUri));
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AWS:Region", "eu-west-1"), new("AWS:SessionRoleArn", "arn:aws:iam::1:role/r")]).Build();
        await using ServiceProvider provider = new ServiceCollection().AddBedrock(configuration.GetAWSOptions()).Configure((o, _) => o.ServiceUrl = server.Url)
            .Services.BuildServiceProvider();

        await provider.GetRequiredService<IBedrockClient>().InvokeAsync(Echo.Model, Echo.Request()).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(2, heads.Count);
        Assert.Contains("Credential=AKENV/", heads[0], StringComparison.Ordinal);
        Assert.Contains("Credential=ASIAROLE/", heads[1], StringComparison.Ordinal);
    }

    [Fact]
    public void AddBedrock_AwsOptionsThatCannotBeFollowed_AreRefusedByName()
    {
        var aws = new AWSOptions();
        aws.DefaultClientConfig.UseHttp = true;
        using ServiceProvider provider = new ServiceCollection().AddBedrock(aws).Services.BuildServiceProvider();

        OptionsValidationException e = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<BedrockClientOptions>>().Value);

        Assert.Contains("AWSOptions.DefaultClientConfig.UseHttp", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddBedrock_AwsOptionsFromConfiguration_AreTakenOver()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AWS:Region", "eu-west-3"), new("AWS:ServiceURL", "http://localhost:4566")]).Build();
        using ServiceProvider provider = new ServiceCollection().AddBedrock(configuration.GetAWSOptions()).Services.BuildServiceProvider();

        BedrockClientOptions options = provider.GetRequiredService<IOptions<BedrockClientOptions>>().Value;

        Assert.Equal("eu-west-3", options.Region);
        Assert.Equal(new Uri("http://localhost:4566"), options.ServiceUrl);
    }

    [Fact]
    public void AddBedrock_Twice_GivesOneClientWithBothOptions()
    {
        var services = new ServiceCollection();
        services.AddBedrock(o => o.Region = "us-east-1");
        services.AddBedrock(o => o.MaxAttempts = 7);
        using ServiceProvider provider = services.BuildServiceProvider();

        var client = (BedrockClient)Assert.Single(provider.GetServices<IBedrockClient>());

        Assert.Equal(("us-east-1", 7), (client.Transport.Options.Region, client.Transport.Options.MaxAttempts));
    }

    private static BedrockClientOptions OptionsOf(Action<IBedrockBuilder> build, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        more?.Invoke(services);
        build(services.AddBedrock());
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<BedrockClientOptions>>().Value;
    }

    private static void Over(BedrockClientOptions options, HttpMessageHandler handler)
    {
        options.Region = "us-east-1";
        options.Credentials = new BasicAWSCredentials("A", "S");
        options.HandlerFactory = () => handler;
        options.TimeProvider = new InstantBackOff();
    }

    private class Noting(List<string> seen, string name) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class NotingFromServices(List<string> seen) : Noting(seen, "services");
}
