using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit;

/// <summary>InvokeModel with the models' own types, and any operation with bytes. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockInvokeExtensions
{
    /// <summary>Calls a model and waits for the whole answer (InvokeModel).</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model, such as <c>ClaudeModels.Sonnet45.InProfile("us")</c>.</param>
    /// <param name="request">The request; fixed as bytes before this method returns its task, so that later changes have no effect.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response; one that derives from <see cref="BedrockResponse"/> has its metadata.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<TResponse> InvokeAsync<TRequest, TResponse>(
        this IBedrockClient client,
        Model<TRequest, TResponse> model,
        TRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallAsync(model.ToCall(request), options, cancellationToken);
    }

    /// <inheritdoc cref="InvokeAsync{TRequest, TResponse}(IBedrockClient, Model{TRequest, TResponse}, TRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<TResponse> InvokeAsync<TRequest, TResponse>(
        this IBedrockClient client,
        Model<TRequest, TResponse> model,
        TRequest request,
        CancellationToken cancellationToken) =>
        client.InvokeAsync(model, request, null, cancellationToken);

    /// <summary>Calls a model and gives its answer piece by piece (InvokeModelWithResponseStream).</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <typeparam name="TEvent">One piece of the answer.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model; one that cannot stream does not compile.</param>
    /// <param name="request">The request; fixed as bytes by this call, so that later changes have no effect.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The stream. Nothing is sent before it is opened or enumerated.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    public static BedrockStream<TEvent, TResponse> StreamAsync<TRequest, TResponse, TEvent>(
        this IBedrockClient client,
        StreamingModel<TRequest, TResponse, TEvent> model,
        TRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallStreamAsync(model.ToStreamingCall(request), options, cancellationToken);
    }

    /// <inheritdoc cref="StreamAsync{TRequest, TResponse, TEvent}(IBedrockClient, StreamingModel{TRequest, TResponse, TEvent}, TRequest, InvokeOptions,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static BedrockStream<TEvent, TResponse> StreamAsync<TRequest, TResponse, TEvent>(
        this IBedrockClient client,
        StreamingModel<TRequest, TResponse, TEvent> model,
        TRequest request,
        CancellationToken cancellationToken) =>
        client.StreamAsync(model, request, null, cancellationToken);

    /// <summary>Calls any operation of bedrock-runtime with bytes in and out.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The operation.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer's bytes and metadata.</returns>
    /// <exception cref="ArgumentException">The request is malformed, or its body is above 25,000,000 bytes.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<BedrockRawResponse> SendRawAsync(
        this IBedrockClient client,
        BedrockRawRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallAsync(request.ToCall(), options, cancellationToken);
    }

    /// <inheritdoc cref="SendRawAsync(IBedrockClient, BedrockRawRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<BedrockRawResponse> SendRawAsync(this IBedrockClient client, BedrockRawRequest request, CancellationToken cancellationToken) =>
        client.SendRawAsync(request, null, cancellationToken);

    /// <summary>Calls any operation of bedrock-runtime that answers an event stream, and gives its frames.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The operation.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The frames of type <c>event</c>; exception and error frames are thrown. Only the end of the body ends it: no end mark is known.</returns>
    /// <exception cref="ArgumentException">The request is malformed, or its body is above 25,000,000 bytes.</exception>
    public static BedrockStream<EventStreamMessage> StreamRawAsync(
        this IBedrockClient client,
        BedrockRawRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallStreamAsync(request.ToStreamingCall(), options, cancellationToken);
    }

    /// <summary>Calls any operation, and gives the body of its answer piece by piece as it arrives, whatever it is: server-sent events, for
    /// example.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The operation.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The pieces; each is good until the next one is read. Only the end of the body ends it: no end mark is known.</returns>
    /// <exception cref="ArgumentException">The request is malformed, or its body is above 25,000,000 bytes.</exception>
    public static BedrockStream<ReadOnlyMemory<byte>> StreamBytesAsync(
        this IBedrockClient client,
        BedrockRawRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallStreamAsync(request.ToByteCall(), options, cancellationToken);
    }

    /// <inheritdoc cref="StreamBytesAsync(IBedrockClient, BedrockRawRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static BedrockStream<ReadOnlyMemory<byte>> StreamBytesAsync(
        this IBedrockClient client, BedrockRawRequest request, CancellationToken cancellationToken) =>
        client.StreamBytesAsync(request, null, cancellationToken);

    /// <inheritdoc cref="StreamRawAsync(IBedrockClient, BedrockRawRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static BedrockStream<EventStreamMessage> StreamRawAsync(
        this IBedrockClient client,
        BedrockRawRequest request,
        CancellationToken cancellationToken) =>
        client.StreamRawAsync(request, null, cancellationToken);
}
