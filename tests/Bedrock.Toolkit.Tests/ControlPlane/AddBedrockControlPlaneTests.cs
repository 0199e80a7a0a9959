using Amazon.Runtime;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>The client of the control plane in a host.</summary>
public sealed class AddBedrockControlPlaneTests
{
    [Fact]
    public async Task Add_BesideAddBedrock_HasItsOptions()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        await using ServiceProvider provider = new ServiceCollection()
            .AddBedrock(options => Take(options, TestClient.Options(handler)))
            .Services.AddBedrockControlPlane().Services.BuildServiceProvider();

        await provider.GetRequiredService<BedrockControlClient>().ListFoundationModelsAsync();

        Assert.Equal("bedrock.us-east-1.amazonaws.com", handler.Sent[0].Uri.Host);
        Assert.Same(provider.GetRequiredService<BedrockControlClient>(), provider.GetRequiredService<BedrockControlClient>());
    }

    [Fact]
    public async Task Add_WithASection_IsConfiguredByIt()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Control:Region"] = "eu-west-1",
            ["Control:UseFips"] = "true",
        }).Build();
        await using ServiceProvider provider = new ServiceCollection().AddBedrockControlPlane(configuration.GetSection("Control"))
            .Configure((options, _) => (options.Credentials, options.HandlerFactory) = (new BasicAWSCredentials("AKID", "secret"), () => handler))
            .Services.BuildServiceProvider();

        await provider.GetRequiredService<BedrockControlClient>().ListFoundationModelsAsync();

        Assert.Equal("bedrock-fips.eu-west-1.amazonaws.com", handler.Sent[0].Uri.Host);
    }

    [Fact]
    public async Task Add_WithAnUnknownSetting_IsAnError()
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Control:Colour"] = "red" }).Build();
        await using ServiceProvider provider = new ServiceCollection().AddBedrockControlPlane(configuration.GetSection("Control"))
            .Services.BuildServiceProvider();

        Assert.Contains("Control:Colour", Assert.Throws<OptionsValidationException>(provider.GetRequiredService<BedrockControlClient>).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithAHandler_SendsThroughIt()
    {
        var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        var seen = new SeeingHandler();
        await using ServiceProvider provider = new ServiceCollection().AddBedrockControlPlane(options => Take(options, TestClient.Options(handler)))
            .AddHttpMessageHandler(_ => seen).Services.BuildServiceProvider();

        await provider.GetRequiredService<BedrockControlClient>().ListFoundationModelsAsync();

        Assert.Equal("/foundation-models", seen.Path);
    }

    [Fact]
    public async Task Add_OverAFake_CallsIt()
    {
        using var fake = new FakeBedrock();
        await using ServiceProvider provider = new ServiceCollection().AddBedrockControlPlane(_ => { }).UseFake(fake).Services.BuildServiceProvider();

        Assert.NotEmpty((await provider.GetRequiredService<BedrockControlClient>().ListFoundationModelsAsync()).ModelSummaries!);
        Assert.Equal("ListFoundationModels", Assert.Single(fake.Calls).Operation);
    }

    [Fact]
    public void Client_WithTheAddressOfInference_SaysWhatIsWrong()
    {
        var options = new BedrockClientOptions { Region = "us-east-1", ServiceUrl = new Uri("https://bedrock-runtime.us-east-1.amazonaws.com") };

        Assert.Contains("bedrock-runtime", Assert.Throws<BedrockConfigurationException>(() => new BedrockControlClient(options)).Message,
            StringComparison.Ordinal);
    }

    private static void Take(BedrockClientOptions options, BedrockClientOptions given) =>
        (options.Region, options.Credentials, options.HandlerFactory) = (given.Region, given.Credentials, given.HandlerFactory);

    private sealed class SeeingHandler : DelegatingHandler
    {
        public string? Path { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Path = request.RequestUri!.AbsolutePath;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
