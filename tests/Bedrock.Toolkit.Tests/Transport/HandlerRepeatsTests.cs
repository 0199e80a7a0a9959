using System.Net;
using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Tests.Throttling;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>A host whose own handler repeats requests, below the client's attempts.</summary>
public class HandlerRepeatsTests
{
    [Fact]
    public async Task Handler_ThatRepeats_IsReportedOnce()
    {
        using var log = new KeptLog();
        using var server = new ReadingHandler(HttpStatusCode.ServiceUnavailable);
        using var http = new HttpClient(new RepeatingHandler(4) { InnerHandler = server }) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new BedrockClient(http, Options(log, attempts: 3));

        BedrockException e = await Assert.ThrowsAnyAsync<BedrockException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal((12, 3), (server.Requests, e.Attempts));
        (int _, Microsoft.Extensions.Logging.LogLevel level, string text) = Assert.Single(log.Entries, entry => entry.Id == 12);
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Warning, level);
        Assert.Contains("sent 4 times", text, StringComparison.Ordinal);
        Assert.Contains("the 3 attempts", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_ThatDoesNot_IsNotReported()
    {
        using var log = new KeptLog();
        using var server = new ReadingHandler(HttpStatusCode.ServiceUnavailable);
        using var http = new HttpClient(server) { Timeout = Timeout.InfiniteTimeSpan };
        using var client = new BedrockClient(http, Options(log, attempts: 3));

        await Assert.ThrowsAnyAsync<BedrockException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Equal(3, server.Requests);
        Assert.DoesNotContain(log.Entries, entry => entry.Id == 12);
    }

    private static BedrockClientOptions Options(KeptLog log, int attempts) => new()
    {
        Region = "us-east-1",
        Credentials = new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey),
        MaxAttempts = attempts,
        TimeProvider = new InstantBackOff(),
        LoggerFactory = log,
    };

    private sealed class RepeatingHandler(int times) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage? response = null;
            for (int i = 0; i < times; i++)
            {
                response?.Dispose();
                response = await base.SendAsync(request, cancellationToken);
            }

            return response!;
        }
    }

    private sealed class ReadingHandler(HttpStatusCode status) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent("{}") };
        }
    }
}
