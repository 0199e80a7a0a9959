namespace Bedrock.Toolkit;

// The extension methods serve every IBedrockClient; these are for code that names the client in full and has no using for them.
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
