using Bedrock.Toolkit.AsyncInvoke;

namespace Bedrock.Toolkit;

public static partial class BedrockAsyncInvokeExtensions
{
    /// <summary>Starts a job and gives a handle to wait on.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The job; fixed as bytes before this method returns its task.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call, not the job.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<AsyncInvokeJob> StartAsyncInvokeJobAsync(
        this IBedrockClient client,
        StartAsyncInvokeRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        StartAsyncInvokeResponse response = await client.StartAsyncInvokeAsync(request, options, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(response.InvocationArn)
            ? throw new BedrockProtocolException("StartAsyncInvoke was answered without the ARN of the job.")
            {
                Operation = "StartAsyncInvoke",
                ModelId = request.ModelId,
                RequestId = response.Metadata?.RequestId,
                JsonPath = "$.invocationArn",
            }
            : new AsyncInvokeJob(client, response.InvocationArn);
    }

    /// <inheritdoc cref="StartAsyncInvokeJobAsync(IBedrockClient, StartAsyncInvokeRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<AsyncInvokeJob> StartAsyncInvokeJobAsync(
        this IBedrockClient client,
        StartAsyncInvokeRequest request,
        CancellationToken cancellationToken) =>
        client.StartAsyncInvokeJobAsync(request, null, cancellationToken);
}
