using Amazon.KeyManagementService;
using Amazon.Runtime;
using Anthropic;
using Anthropic.Bedrock;
using Anthropic.Core;
using BenchmarkDotNet.Attributes;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>What the benchmarks of whole calls share: the server in its process, the clients, and 32 calls in flight.</summary>
public abstract class CallBenchmarks
{
    /// <summary>Calls at the same time.</summary>
    protected const int InFlight = 32;

    /// <summary>Calls of one measurement.</summary>
    protected const int Calls = InFlight * Each;

    /// <summary>The model that is called.</summary>
    protected const string ClaudeId = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    private protected const string Region = "us-east-1";
    private protected const string AccessKey = "AKIDEXAMPLE";
    private protected const string SecretKey = "not-a-secret";
    private const int Each = 4;

    private CallServer _server = null!;
    private HttpClient _anthropicHttp = null!;

    /// <summary>The library's client.</summary>
    protected BedrockClient Toolkit { get; private set; } = null!;

    /// <summary>The HTTP client of the variant by hand.</summary>
    protected HttpClient Http { get; private set; } = null!;

    /// <summary>Where the server listens.</summary>
    private protected Uri ServerUrl => _server.Url;

    private protected Transport.AwsCoreSigner Signer { get; private set; } = null!;

    private protected AnthropicBedrockClient AnthropicRoot { get; private set; } = null!;

    private protected IAnthropicClient AnthropicClient { get; private set; } = null!;

    /// <summary>A client of an AWS service whose calls are as large as those of the model.</summary>
    private protected AmazonKeyManagementServiceClient Kms { get; private set; } = null!;

    private protected OpenAI.Chat.ChatClient OpenAIClient { get; private set; } = null!;

    /// <summary>Starts the server and makes the clients, each as its documentation has it.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        _server = CallServer.Start();
        Toolkit = new BedrockClient(
            new BedrockClientOptions { Region = Region, ServiceUrl = _server.Url, Credentials = new BasicAWSCredentials(AccessKey, SecretKey) });
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        Signer = new Transport.AwsCoreSigner(_server.Url, Region, new ImmutableCredentials(AccessKey, SecretKey, null));
        Kms = new AmazonKeyManagementServiceClient(
            new BasicAWSCredentials(AccessKey, SecretKey),
                new AmazonKeyManagementServiceConfig { ServiceURL = _server.Url.ToString(), AuthenticationRegion = Region });

        OpenAIClient = new OpenAI.Chat.ChatClient(
            "gpt-4o", new System.ClientModel.ApiKeyCredential("not-a-secret"), new OpenAI.OpenAIClientOptions { Endpoint = new Uri(_server.Url, "v1") });

        // The client takes the host of BaseUrl and forgets its port, so the connection itself is led to the server.
        int port = _server.Port;
        _anthropicHttp = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync("127.0.0.1", port, cancellationToken).ConfigureAwait(false);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        });
        AnthropicRoot = new AnthropicBedrockClient(
            new AnthropicBedrockPrivateKeyCredentials { Region = Region, ApiAccessKey = AccessKey, ApiSecret = SecretKey });
        AnthropicClient = AnthropicRoot.WithOptions(options => options with { HttpClient = _anthropicHttp, BaseUrl = "http://127.0.0.1" });
        await CheckAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the server.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        Toolkit.Dispose();
        Http.Dispose();
        Kms.Dispose();
        _anthropicHttp.Dispose();
        _server.Dispose();
    }

    /// <summary>Sees to it that all variants get the same answer.</summary>
    protected abstract Task CheckAsync();

    /// <summary>Makes the calls of a measurement, 32 at a time.</summary>
    protected static Task RunAsync(Func<Task> call, int each = Each) => Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => RepeatAsync(call, each)));

    /// <summary>Stops a benchmark whose variants do not do the same.</summary>
    protected static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private static async Task RepeatAsync(Func<Task> call, int each)
    {
        await Task.Yield();
        for (int i = 0; i < each; i++)
        {
            await call().ConfigureAwait(false);
        }
    }
}
