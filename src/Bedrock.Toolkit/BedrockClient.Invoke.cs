namespace Bedrock.Toolkit;

public sealed partial class BedrockClient
{
    /// <inheritdoc cref="BedrockInvokeExtensions.InvokeAsync{TRequest, TResponse}(IBedrockClient, Model{TRequest, TResponse}, TRequest, InvokeOptions,
    /// CancellationToken)"/>
    public Task<TResponse> InvokeAsync<TRequest, TResponse>(
        Model<TRequest, TResponse> model, TRequest request, InvokeOptions? options = null, CancellationToken cancellationToken = default) =>
        BedrockInvokeExtensions.InvokeAsync(this, model, request, options, cancellationToken);

    /// <inheritdoc cref="BedrockInvokeExtensions.StreamAsync{TRequest, TResponse, TEvent}(IBedrockClient, StreamingModel{TRequest, TResponse, TEvent},
    /// TRequest, InvokeOptions, CancellationToken)"/>
    public BedrockStream<TEvent, TResponse> StreamAsync<TRequest, TResponse, TEvent>(
        StreamingModel<TRequest, TResponse, TEvent> model, TRequest request, InvokeOptions? options = null, CancellationToken cancellationToken = default) =>
        BedrockInvokeExtensions.StreamAsync(this, model, request, options, cancellationToken);
}
