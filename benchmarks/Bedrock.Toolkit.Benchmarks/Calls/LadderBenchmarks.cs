using System.Net.Http.Headers;
using Amazon.Runtime;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>What the ladders share: the parts of a call, one on top of the other, up to the call that an application makes.</summary>
public abstract class LadderBenchmarks : CallBenchmarks
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly string _prompt = SampleText.OfLength(900);
    private readonly ImmutableCredentials _keys = new(AccessKey, SecretKey, null);
    private readonly SigV4Signer _signer = new(Region, "bedrock");
    private readonly byte[] _body;

    /// <summary>Writes the body that the lower rungs send.</summary>
    protected LadderBenchmarks()
    {
        using PooledBuffer body = Write();
        _body = body.Written.ToArray();
    }

    private protected ReadOnlyMemory<byte> Body => _body;

    private protected HttpTransport Transport => Toolkit.Transport;

    private protected AttemptSender Attempts { get; private set; } = null!;

    private protected ObservedSender Observed { get; private set; } = null!;

    private protected ClaudeRequest Request() => new() { MaxTokens = 300, Messages = [ClaudeMessage.User(_prompt)] };

    private protected PooledBuffer Write()
    {
        var buffer = new PooledBuffer();
        JsonBody.Write(buffer, Request(), ClaudeModels.Sonnet45.RequestTypeInfo);
        return buffer;
    }

    /// <summary>Makes the layers that stand between a signed request and the façade.</summary>
    protected override Task CheckAsync()
    {
        Attempts = new AttemptSender(Transport, NullLogger.Instance);
        Observed = new ObservedSender(Transport, Attempts, NullLogger.Instance);
        return Task.CompletedTask;
    }

    /// <summary>The way that the rungs below the attempts have: to send, and to get the answer as a stream.</summary>
    private protected async Task<HttpResponseMessage> SendAsync(Uri uri, ReadOnlyMemory<byte> body, bool isSigned)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } } };
        if (isSigned)
        {
            _signer.Apply(request, _keys, body.Span, DateTimeOffset.UtcNow);
        }

        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
    }

    private protected Uri UriOf(string operation) => new(ServerUrl, $"/model/{ClaudeId.Replace(":", "%3A", StringComparison.Ordinal)}/{operation}");
}
