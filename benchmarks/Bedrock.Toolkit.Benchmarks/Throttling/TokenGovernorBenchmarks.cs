using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Benchmarks.Throttling;

/// <summary>What the token governor costs: a call over a handler that answers at once, with the governor off and on, and the governor alone.</summary>
public class TokenGovernorBenchmarks
{
    private readonly ClaudeRequest _request = new() { MaxTokens = 300, Messages = [ClaudeMessage.User(SampleText.OfLength(900))] };
    private BedrockClient _off = null!;
    private BedrockClient _on = null!;
    private TokenPool _pool = null!;

    /// <summary>Makes the clients.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var options = new TokenGovernorOptions { Quotas = { new TokenQuota { Models = "*", TokensPerMinute = 1_000_000_000_000, MaxConcurrency = 100 } } };
        var governor = new TokenGovernor(options);
        _off = Client(null);
        _on = Client(governor);
        _pool = governor.Find(ClaudeModels.Sonnet45.Id.Value, "us-east-1").Pool!;
    }

    /// <summary>A call without a governor.</summary>
    [Benchmark(Baseline = true)]
    public Task<ClaudeResponse> Invoke_Off() => _off.InvokeAsync(ClaudeModels.Sonnet45, _request);

    /// <summary>A call with one, and room in the quota.</summary>
    [Benchmark]
    public Task<ClaudeResponse> Invoke_On() => _on.InvokeAsync(ClaudeModels.Sonnet45, _request);

    /// <summary>The reservation and the settlement alone.</summary>
    [Benchmark]
    public async Task Reserve_Settle()
    {
        using TokenReservation reservation = await _pool.ReserveAsync(new TokenDemand(new InputSize(1000, 0), 300, 5), null, CancellationToken.None)
            .ConfigureAwait(false);
    }

    /// <summary>Closes the clients.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _off.Dispose();
        _on.Dispose();
    }

    private static BedrockClient Client(TokenGovernor? governor) => new(new BedrockClientOptions
    {
        Region = "us-east-1",
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "not-a-secret"),
        HandlerFactory = () => new CannedHandler(),
        TokenGovernor = governor,
    });

    private sealed class CannedHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new ByteArrayContent(Calls.CannedAnswers.Claude) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            });
    }
}
