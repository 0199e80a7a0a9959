using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Diagnostics;
using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit;

/// <summary>Typed calls to Amazon Bedrock over HTTP. Thread-safe: make one and keep it.</summary>
/// <remarks>
/// Region and credentials come from the options, else from the normal AWS chain when the first call is made.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
/// </remarks>
public sealed partial class BedrockClient : IBedrockClient, IDisposable
{
    // Another one takes its place when the options change.
    private volatile HttpTransport _transport;

    /// <summary>The layer below, for tests.</summary>
    internal HttpTransport Transport => _transport;

    /// <summary>Makes a client with the normal AWS chain for Region and credentials.</summary>
    public BedrockClient()
        : this(new BedrockClientOptions())
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach Bedrock; copied, so that later changes have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong; the message names it and the rule.</exception>
    public BedrockClient(BedrockClientOptions options) => _transport = new HttpTransport(Checked(options), http: null);

    /// <summary>Makes a client over an HTTP client of yours, which is never disposed by it.</summary>
    /// <remarks>The handler below must have <c>AllowAutoRedirect = false</c>; an answer that came by a redirect is a protocol error.</remarks>
    /// <param name="httpClient">Its <see cref="HttpClient.Timeout"/> must be infinite, or at least <see cref="BedrockClientOptions.FirstByteTimeout"/>.</param>
    /// <param name="options">How to reach Bedrock; copied, so that later changes have no effect.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong; the message names it and the rule.</exception>
    /// <exception cref="ArgumentException">The HTTP client's time-out would cut long calls, or <see cref="BedrockClientOptions.HandlerFactory"/> is
    /// set.</exception>
    public BedrockClient(HttpClient httpClient, BedrockClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        BedrockClientOptions copy = Checked(options);
        HttpHandlers.CheckClient(httpClient, copy);
        _transport = new HttpTransport(copy, httpClient);
    }

    private BedrockClient(HttpTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public Task<TResponse> InvokeAsync<TRequest, TResponse>(
        Model<TRequest, TResponse> model,
        TRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        ApiCall call = ApiCalls.Invoke(model, request, ApiCalls.InvokeModel, _transport.Options, options);
        return SendAsync(call, model, model.ResponseTypeInfo, cancellationToken);
    }

    /// <inheritdoc/>
    public BedrockStream<TEvent, TResponse> StreamAsync<TRequest, TResponse, TEvent>(
        StreamingModel<TRequest, TResponse, TEvent> model,
        TRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        ApiCall call = ApiCalls.Invoke(model, request, ApiCalls.InvokeModelWithResponseStream, _transport.Options, options);
        var source = new ChunkEventSource<TEvent>(new StreamingCall(_transport, call, model.Capabilities.Output), model.EventTypeInfo);
        return new BedrockStream<TEvent, TResponse>(source, model.IsEnd, model.CreateFold, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TResponse> CallAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        cancellationToken.ThrowIfCancellationRequested();
        return SendAsync(ApiCalls.Typed(call, "application/json", _transport.Options, options), null, call.ResponseTypeInfo, cancellationToken);
    }

    /// <inheritdoc/>
    public BedrockStream<TEvent, TResponse> CallStreamAsync<TRequest, TEvent, TResponse>(
        BedrockStreamingCall<TRequest, TEvent, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        ApiCall apiCall = ApiCalls.Typed(call, StreamingCall.EventStreamType, _transport.Options, options);
        var source = new TypedEventSource<TEvent>(new StreamingCall(_transport, apiCall), call.ReadEvent, call.ReadMetrics);
        return new BedrockStream<TEvent, TResponse>(source, call.IsEnd, call.CreateFold, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<BedrockRawResponse> SendRawAsync(
        BedrockRawRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ApiCall call = ApiCalls.Raw(request, "Accept", _transport.Options, options);
        call.Telemetry = Instruments.AreWanted ? StartTelemetry(call, null) : null;
        try
        {
            using OpenAnswer answer = await _transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
            call.Telemetry?.Answered(answer.Metadata, answer.Body.WrittenSpan, usage: null);
            call.Telemetry?.End(failure: null);
            return new BedrockRawResponse
            {
                Body = answer.Body.WrittenSpan.ToArray(),
                ContentType = answer.ContentType?.ToString(),
                Metadata = answer.Metadata,
            };
        }
        catch (Exception e)
        {
            call.Telemetry?.End(e);
            throw;
        }
    }

    /// <inheritdoc/>
    public BedrockStream<EventStreamMessage> StreamRawAsync(
        BedrockRawRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ApiCall call = ApiCalls.Raw(request, "X-Amzn-Bedrock-Accept", _transport.Options, options);
        return new BedrockStream<EventStreamMessage>(new RawEventSource(new StreamingCall(_transport, call)), isEnd: null, cancellationToken);
    }

    private static BedrockClientOptions Checked(BedrockClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        BedrockClientOptions copy = options.Copy();
        BedrockClientOptionsValidator.ThrowIfInvalid(copy);
        return copy;
    }

    // A method of its own, so that a call that nobody listens to carries nothing of it.
    private Task<TResponse> SendAsync<TResponse>(ApiCall call, Model? model, JsonTypeInfo<TResponse> responseInfo, CancellationToken cancellationToken) =>
        Instruments.AreWanted ? SendObservedAsync(call, model, responseInfo, cancellationToken) : SendAsync(call, responseInfo, cancellationToken);

    private async Task<TResponse> SendObservedAsync<TResponse>(ApiCall call, Model? model, JsonTypeInfo<TResponse> responseInfo, CancellationToken cancellationToken)
    {
        CallTelemetry telemetry = StartTelemetry(call, model);
        call.Telemetry = telemetry;
        try
        {
            TResponse response = await SendAsync(call, responseInfo, cancellationToken).ConfigureAwait(false);
            telemetry.End(failure: null);
            return response;
        }
        catch (Exception e)
        {
            telemetry.End(e);
            throw;
        }
    }

    private CallTelemetry StartTelemetry(ApiCall call, Model? model) => _transport.StartTelemetry(
        call, model?.Capabilities.Output ?? ModelModalities.None, isStreaming: false);

    private async Task<TResponse> SendAsync<TResponse>(ApiCall call, JsonTypeInfo<TResponse> responseInfo, CancellationToken cancellationToken)
    {
        using RequestBody requestBody = call.Body;
        using OpenAnswer answer = await _transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        TResponse response = UnaryAnswer.Parse(answer, responseInfo);
        if (response is BedrockResponse bedrockResponse)
        {
            bedrockResponse.Metadata = answer.Metadata;
            call.Reservation?.Report(bedrockResponse.TokenUsage);
        }

        call.Telemetry?.Answered(answer.Metadata, answer.Body.WrittenSpan, (response as BedrockResponse)?.TokenUsage);

        return response;
    }
}
