using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit;

/// <summary>Typed calls to Amazon Bedrock. Thread-safe: one client serves a whole application.</summary>
public interface IBedrockClient
{
    /// <summary>Calls a model and waits for the whole answer (InvokeModel).</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model, such as <c>ClaudeModels.Sonnet45.InProfile("us")</c>.</param>
    /// <param name="request">The request; fixed as bytes before this method returns its task, so that later changes have no effect.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response; one that derives from <see cref="BedrockResponse"/> has its metadata.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<TResponse> InvokeAsync<TRequest, TResponse>(
        Model<TRequest, TResponse> model,
        TRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Calls a model and gives its answer piece by piece (InvokeModelWithResponseStream).</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <typeparam name="TEvent">One piece of the answer.</typeparam>
    /// <param name="model">The model; one that cannot stream does not compile.</param>
    /// <param name="request">The request; fixed as bytes by this call, so that later changes have no effect.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The stream. Nothing is sent before it is opened or enumerated.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    BedrockStream<TEvent, TResponse> StreamAsync<TRequest, TResponse, TEvent>(
        StreamingModel<TRequest, TResponse, TEvent> model,
        TRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes one call of a typed operation that answers as a whole: what <c>ConverseAsync</c> and its like are made of.</summary>
    /// <typeparam name="TRequest">The request.</typeparam>
    /// <typeparam name="TResponse">The response.</typeparam>
    /// <param name="call">The call; its request is fixed as bytes before this method returns its task.</param>
    /// <param name="options">Settings of this call; those that the operation does not have are an error.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The response; one that derives from <see cref="BedrockResponse"/> has its metadata.</returns>
    /// <exception cref="ArgumentException">The request or an option would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<TResponse> CallAsync<TRequest, TResponse>(
        BedrockCall<TRequest, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Makes one call of a typed operation that answers with events of its own: what <c>ConverseStreamAsync</c> is made of.</summary>
    /// <typeparam name="TRequest">The request.</typeparam>
    /// <typeparam name="TEvent">One piece of the answer.</typeparam>
    /// <typeparam name="TResponse">The response that the events fold into.</typeparam>
    /// <param name="call">The call; its request is fixed as bytes by this method.</param>
    /// <param name="options">Settings of this call; those that the operation does not have are an error.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The stream. Nothing is sent before it is opened or enumerated.</returns>
    /// <exception cref="ArgumentException">The request or an option would surely be refused; the message names the member and the rule.</exception>
    BedrockStream<TEvent, TResponse> CallStreamAsync<TRequest, TEvent, TResponse>(
        BedrockStreamingCall<TRequest, TEvent, TResponse> call,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Calls any operation of bedrock-runtime with bytes in and out.</summary>
    /// <param name="request">The operation.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer's bytes and metadata.</returns>
    /// <exception cref="ArgumentException">The request is malformed, or its body is above 25,000,000 bytes.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<BedrockRawResponse> SendRawAsync(BedrockRawRequest request, InvokeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Calls any operation of bedrock-runtime that answers an event stream, and gives its frames.</summary>
    /// <param name="request">The operation.</param>
    /// <param name="options">Settings of this call beside the body.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The frames of type <c>event</c>; exception and error frames are thrown. Only the end of the body ends it: no end mark is known.</returns>
    /// <exception cref="ArgumentException">The request is malformed, or its body is above 25,000,000 bytes.</exception>
    BedrockStream<EventStreamMessage> StreamRawAsync(BedrockRawRequest request, InvokeOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>A client with other options over the same connections: another account, Region, time limit or request metadata, for a tenant or a
    /// job.</summary>
    /// <remarks>An implementation of your own that has no options need not have this: it then throws.</remarks>
    /// <param name="configure">Changes the options, which begin as this client's.</param>
    /// <returns>The new client; dispose it when it is an <see cref="IDisposable"/> and no longer used.</returns>
    /// <exception cref="NotSupportedException">This client has no options.</exception>
    IBedrockClient WithOptions(Action<BedrockClientOptions> configure) =>
        throw new NotSupportedException($"{GetType().Name} has no options to change: implement IBedrockClient.WithOptions in it.");
}
