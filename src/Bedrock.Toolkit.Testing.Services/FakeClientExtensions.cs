using Amazon.Runtime;
using Amazon.S3;
using Bedrock.Toolkit.ControlPlane;

namespace Bedrock.Toolkit.Testing;

/// <summary>Clients that call a <see cref="FakeBedrock"/> or a <see cref="BedrockServer"/>.</summary>
public static class FakeClientExtensions
{
    extension(FakeBedrock fake)
    {
        /// <summary>Knowledge bases, agents, AgentCore runtimes and S3 Vectors.</summary>
        public FakeAgents Agents => FakeAgents.Of(fake.Engine, fake.Clients);
    }

    extension(BedrockServer server)
    {
        /// <summary>Knowledge bases, agents, AgentCore runtimes and S3 Vectors.</summary>
        public FakeAgents Agents => FakeAgents.Of(server.Engine, server.Clients);
    }

    extension(FakeControlPlane control)
    {
        /// <summary>A client of the control plane. It lives as long as the fake or the server.</summary>
        public BedrockControlClient Client => control.Clients.Get(static options => new BedrockControlClient(options));
    }

    extension(FakeS3 s3)
    {
        /// <summary>A client of S3. It lives as long as the fake or the server.</summary>
        /// <exception cref="InvalidOperationException">The fake knows an API key only, which S3 does not take.</exception>
        public IAmazonS3 Client => s3.Clients.Get<IAmazonS3>(static options => Create(options));
    }

    private static AmazonS3Client Create(BedrockClientOptions options)
    {
        var config = new AmazonS3Config
        {
            ServiceURL = options.ServiceUrl?.AbsoluteUri ?? $"https://s3.{options.Region}.amazonaws.com",
            ForcePathStyle = true,
            AuthenticationRegion = options.Region,
        };
        if (options.HandlerFactory is { } handler)
        {
            config.HttpClientFactory = new HandlerClients(handler);
        }

        return new AmazonS3Client(
            options.Credentials ?? throw new InvalidOperationException("S3 takes no API key: make the fake with credentials, or with neither."), config);
    }

    private sealed class HandlerClients(Func<HttpMessageHandler> handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler(), disposeHandler: true);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
