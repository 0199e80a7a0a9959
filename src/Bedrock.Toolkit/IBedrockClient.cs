namespace Bedrock.Toolkit;

/// <summary>Typed calls to Amazon Bedrock. Thread-safe: one client serves a whole application.</summary>
/// <remarks>
/// Every operation goes through the two methods here; <c>InvokeAsync</c>, <c>StreamAsync</c>, <c>ConverseAsync</c>, <c>SendRawAsync</c> and all else are
/// extension methods that make a call. So a decorator or a stand-in sees everything at one place, and a new operation changes nothing of it.
/// </remarks>
public interface IBedrockClient
{
    /// <summary>Makes one call that is answered as a whole: what <c>InvokeAsync</c>, <c>ConverseAsync</c> and their like are made of.</summary>
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

    /// <summary>Makes one call that is answered with a stream of events: what <c>StreamAsync</c> and <c>ConverseStreamAsync</c> are made of.</summary>
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

    /// <summary>A client with other options over the same connections: another account, Region, time limit or request metadata, for a tenant or a
    /// job.</summary>
    /// <remarks>An implementation of your own that has no options need not have this: it then throws.</remarks>
    /// <param name="configure">Changes the options, which begin as this client's.</param>
    /// <returns>The new client; dispose it when it is an <see cref="IDisposable"/> and no longer used.</returns>
    /// <exception cref="NotSupportedException">This client has no options.</exception>
    IBedrockClient WithOptions(Action<BedrockClientOptions> configure) =>
        throw new NotSupportedException($"{GetType().Name} has no options to change: implement IBedrockClient.WithOptions in it.");
}
