using System.ComponentModel;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>Models that write their output to S3 while nobody waits on a connection. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockAsyncInvokeExtensions
{
    /// <summary>Starts a job (StartAsyncInvoke).</summary>
    /// <remarks>
    /// A request without a <see cref="StartAsyncInvokeRequest.ClientRequestToken"/> gets a new one for this call; all its attempts carry the same, so that
    /// a retry never starts a second job.
    /// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="request">The job; fixed as bytes before this method returns its task.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call, not the job.</param>
    /// <returns>The ARN of the job.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<StartAsyncInvokeResponse> StartAsyncInvokeAsync(
        this IBedrockClient client,
        StartAsyncInvokeRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallAsync(
            new BedrockCall<StartAsyncInvokeRequest, StartAsyncInvokeResponse>
            {
                Operation = "StartAsyncInvoke",
                Path = "/async-invoke",
                ModelId = ModelId.TryParse(request.ModelId, null, out ModelId id) ? id : default(ModelId?),
                Request = request.WithToken(),
                RequestTypeInfo = AsyncInvokeJsonContext.Default.StartAsyncInvokeRequest,
                ResponseTypeInfo = AsyncInvokeJsonContext.Default.StartAsyncInvokeResponse,
                CheckRequest = AsyncInvokeRequestCheck.Check,
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="StartAsyncInvokeAsync(IBedrockClient, StartAsyncInvokeRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<StartAsyncInvokeResponse> StartAsyncInvokeAsync(
        this IBedrockClient client,
        StartAsyncInvokeRequest request,
        CancellationToken cancellationToken) =>
        client.StartAsyncInvokeAsync(request, null, cancellationToken);

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

    /// <summary>Asks where a job stands (GetAsyncInvoke).</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html</remarks>
    /// <param name="client">The client.</param>
    /// <param name="invocationArn">The ARN of the job.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">The ARN is blank.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<GetAsyncInvokeResponse> GetAsyncInvokeAsync(
        this IBedrockClient client,
        string invocationArn,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.CallAsync(
            new BedrockCall<string, GetAsyncInvokeResponse>
            {
                Operation = "GetAsyncInvoke",
                Method = HttpMethod.Get,
                Path = $"/async-invoke/{PathLabel.Encode(invocationArn, nameof(invocationArn))}",
                Request = invocationArn,
                ResponseTypeInfo = AsyncInvokeJsonContext.Default.GetAsyncInvokeResponse,
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="GetAsyncInvokeAsync(IBedrockClient, string, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<GetAsyncInvokeResponse> GetAsyncInvokeAsync(this IBedrockClient client, string invocationArn, CancellationToken cancellationToken) =>
        client.GetAsyncInvokeAsync(invocationArn, null, cancellationToken);

    /// <summary>Asks for one page of the list of jobs (ListAsyncInvokes).</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ListAsyncInvokes.html</remarks>
    /// <param name="client">The client.</param>
    /// <param name="request">Which jobs; all when null.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<ListAsyncInvokesResponse> ListAsyncInvokesPageAsync(
        this IBedrockClient client,
        ListAsyncInvokesRequest? request = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        request ??= new ListAsyncInvokesRequest();
        return client.CallAsync(
            new BedrockCall<ListAsyncInvokesRequest, ListAsyncInvokesResponse>
            {
                Operation = "ListAsyncInvokes",
                Method = HttpMethod.Get,
                Path = "/async-invoke",
                Query = ListAsyncInvokesQuery.Of(request),
                Request = request,
                ResponseTypeInfo = AsyncInvokeJsonContext.Default.ListAsyncInvokesResponse,
                CheckRequest = AsyncInvokeRequestCheck.Check,
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="ListAsyncInvokesPageAsync(IBedrockClient, ListAsyncInvokesRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ListAsyncInvokesResponse> ListAsyncInvokesPageAsync(
        this IBedrockClient client,
        ListAsyncInvokesRequest? request,
        CancellationToken cancellationToken) =>
        client.ListAsyncInvokesPageAsync(request, null, cancellationToken);

    /// <summary>Lists jobs, page after page, as they are enumerated (ListAsyncInvokes).</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">Which jobs; all when null. Copied by the first step of the enumeration.</param>
    /// <param name="options">Time limits and extra headers of each page.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The jobs; each enumeration asks anew.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">A page failed; the subclasses tell how. A page that asks for itself again is a
    /// <see cref="BedrockProtocolException"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async IAsyncEnumerable<AsyncInvokeSummary> ListAsyncInvokesAsync(
        this IBedrockClient client,
        ListAsyncInvokesRequest? request = null,
        InvokeOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ListAsyncInvokesRequest page = request?.Clone() ?? new ListAsyncInvokesRequest();
        while (true)
        {
            ListAsyncInvokesResponse response = await client.ListAsyncInvokesPageAsync(page, options, cancellationToken).ConfigureAwait(false);
            foreach (AsyncInvokeSummary job in response.AsyncInvokeSummaries)
            {
                yield return job;
            }

            if (string.IsNullOrEmpty(response.NextToken))
            {
                yield break;
            }

            if (response.NextToken == page.NextToken)
            {
                throw new BedrockProtocolException("A page of ListAsyncInvokes asks for itself as the next page.")
                {
                    Operation = "ListAsyncInvokes",
                    RequestId = response.Metadata?.RequestId,
                    JsonPath = "$.nextToken",
                };
            }

            page.NextToken = response.NextToken;
        }
    }

    /// <inheritdoc cref="ListAsyncInvokesAsync(IBedrockClient, ListAsyncInvokesRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static IAsyncEnumerable<AsyncInvokeSummary> ListAsyncInvokesAsync(
        this IBedrockClient client,
        ListAsyncInvokesRequest? request,
        CancellationToken cancellationToken) =>
        client.ListAsyncInvokesAsync(request, null, cancellationToken);
}
