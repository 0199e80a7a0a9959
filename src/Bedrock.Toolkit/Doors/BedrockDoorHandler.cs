using System.Net;
using System.Net.Http.Headers;
using Bedrock.Toolkit.DependencyInjection;
using Bedrock.Toolkit.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Doors;

/// <summary>Brings the requests of OpenAI's or Anthropic's client to Bedrock, for any client that takes an <see cref="HttpClient"/>. Thread-safe.</summary>
/// <remarks>
/// <para>The model in the body chooses host, path and spelling of the id (<see cref="BedrockDoor"/>), whatever the base address of the client is.</para>
/// <para>Every request takes the call path of <see cref="BedrockClient"/>: signature or API key anew for each attempt, retries by its budgets, token
/// governor, spend budget, telemetry with the tokens of the answer. Switch off the retries of the client above.</para>
/// <para>Failures are thrown as <see cref="BedrockException"/> with advice; so is an answer of status 200 that says that the operation is unknown.
/// Responses are not stored (<c>store: false</c>) unless the request says otherwise. A guardrail is refused where the service would ignore it.</para>
/// </remarks>
public sealed class BedrockDoorHandler : HttpMessageHandler
{
    private readonly Lazy<BedrockClient> _runtime;
    private readonly Lazy<BedrockClient> _mantle;
    private readonly IDictionary<string, string> _metadata;

    /// <summary>Makes a handler.</summary>
    /// <param name="options">How to reach Bedrock; copied, so that later changes have no effect. A <see cref="BedrockClientOptions.ServiceUrl"/> counts for
    /// both hosts.</param>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockDoorHandler(BedrockClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        BedrockClientOptions copy = options.Copy();
        BedrockClientOptionsValidator.ThrowIfInvalid(copy);
        _metadata = copy.RequestMetadata;
        _runtime = new(() => new BedrockClient(httpClient: null, copy, AwsService.BedrockRuntime));
        _mantle = new(() => new BedrockClient(httpClient: null, copy, AwsService.BedrockMantle));
    }

    /// <summary>Makes a handler with the options, handlers and HTTP client of the host's <c>AddBedrock</c>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="bedrockKey">The key of the options (<c>AddKeyedBedrock</c>); those without a key when null.</param>
    public BedrockDoorHandler(IServiceProvider services, object? bedrockKey)
    {
        ArgumentNullException.ThrowIfNull(services);
        string name = bedrockKey is null ? Options.DefaultName : BedrockServiceCollectionExtensions.NameOf(bedrockKey);
        _metadata = services.GetRequiredService<IOptionsMonitor<BedrockClientOptions>>().Get(name).RequestMetadata;
        _runtime = new(() => HostedClient.Create(services, name, AwsService.BedrockRuntime));
        _mantle = new(() => HostedClient.Create(services, name, AwsService.BedrockMantle));
    }

    /// <summary>The host of every request.</summary>
    /// <value>When null, the one that the model answers on: bedrock-runtime where it does, else mantle.</value>
    public BedrockHost? Host { get; init; }

    /// <summary>Settings of every call: guardrail, service tier, request metadata, time limits, attempts.</summary>
    /// <value>None by default. A guardrail is refused where the service ignores it.</value>
    public InvokeOptions? Settings { get; init; }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        DoorRequest call = await DoorRequest.ReadAsync(request, Host, Settings, _metadata, cancellationToken).ConfigureAwait(false);
        BedrockClient client = call.Host == BedrockHost.Mantle ? _mantle.Value : _runtime.Value;
        if (!call.IsStreaming)
        {
            BedrockRawResponse answer = await client.CallAsync(call.ToCall(), call.Options, cancellationToken).ConfigureAwait(false);
            return ToResponse(request, answer.Metadata, new ReadOnlyMemoryContent(answer.Body));
        }

        // Reading has tokens of its own: the one of this method ends with the headers.
        BedrockStream<ReadOnlyMemory<byte>> stream = client.CallStreamAsync(call.ToStreamingCall(), call.Options, CancellationToken.None);
        await stream.OpenAsync(cancellationToken).ConfigureAwait(false);
        return ToResponse(request, stream.Metadata!, new StreamContent(new PieceStream(stream)));
    }

    /// <summary>Not possible: nothing blocks a thread.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("BedrockDoorHandler blocks no thread: call the asynchronous methods of the client.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Dispose(_runtime);
            Dispose(_mantle);
        }

        base.Dispose(disposing);
    }

    private static void Dispose(Lazy<BedrockClient> client)
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    private static HttpResponseMessage ToResponse(HttpRequestMessage request, BedrockResponseMetadata metadata, HttpContent content)
    {
        var response = new HttpResponseMessage((HttpStatusCode)metadata.StatusCode) { RequestMessage = request, Content = content };
        if (metadata.RawHeaders is var (ofAnswer, ofContent))
        {
            Copy(ofAnswer, response.Headers);
            Copy(ofContent, content.Headers);
        }

        return response;
    }

    private static void Copy(HttpHeaders from, HttpHeaders to)
    {
        foreach ((string name, HeaderStringValues values) in from.NonValidated)
        {
            // A body in pieces has no length, and one in memory has its own.
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && !name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                to.TryAddWithoutValidation(name, values);
            }
        }
    }

    /// <summary>The pieces of an answer as a stream that is read once. Used by one thread at a time.</summary>
    private sealed class PieceStream(BedrockStream<ReadOnlyMemory<byte>> pieces) : Stream
    {
        private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _pieces = pieces.GetAsyncEnumerator();
        private ReadOnlyMemory<byte> _current;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (buffer.IsEmpty)
            {
                return 0;
            }

            if (_current.IsEmpty && !await MoveNextAsync(cancellationToken).ConfigureAwait(false))
            {
                return 0;
            }

            int length = Math.Min(buffer.Length, _current.Length);
            _current[..length].CopyTo(buffer);
            _current = _current[length..];
            return length;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body is read asynchronously.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask DisposeAsync()
        {
            await pieces.DisposeAsync().ConfigureAwait(false);
            await base.DisposeAsync().ConfigureAwait(false);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                // Ends the call at once, and waits for nothing.
                _ = pieces.DisposeAsync().AsTask();
            }

            base.Dispose(disposing);
        }

        private async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
        {
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
                static running => _ = ((BedrockStream<ReadOnlyMemory<byte>>)running!).DisposeAsync().AsTask(), pieces);
            try
            {
                bool more = await _pieces.MoveNextAsync().ConfigureAwait(false);
                _current = more ? _pieces.Current : default;
                return more;
            }
            catch (ObjectDisposedException e) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("The call was cancelled.", e, cancellationToken);
            }
        }
    }
}
