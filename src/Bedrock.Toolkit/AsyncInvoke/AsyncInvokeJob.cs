using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.AsyncInvoke;

/// <summary>A handle on a job of asynchronous invocation. Thread-safe.</summary>
/// <remarks>It holds nothing but the ARN: keep that, and make a new handle after a restart.</remarks>
public sealed class AsyncInvokeJob
{
    private readonly IBedrockClient _client;

    /// <summary>Makes a handle on a job that runs, or ran.</summary>
    /// <param name="client">The client to ask with.</param>
    /// <param name="invocationArn">The ARN of the job.</param>
    /// <exception cref="ArgumentException">The ARN is blank.</exception>
    public AsyncInvokeJob(IBedrockClient client, string invocationArn)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(invocationArn);
        _client = client;
        InvocationArn = invocationArn;
    }

    /// <summary>The ARN of the job.</summary>
    public string InvocationArn { get; }

    /// <summary>Asks where the job stands.</summary>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>The job.</returns>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<GetAsyncInvokeResponse> GetAsync(CancellationToken cancellationToken = default) =>
        _client.GetAsyncInvokeAsync(InvocationArn, cancellationToken: cancellationToken);

    /// <summary>Waits until the job has completed. Asks at once, then after delays that grow.</summary>
    /// <param name="options">Delays and limit; the defaults when null.</param>
    /// <param name="progress">Told every answer, the last one too.</param>
    /// <param name="cancellationToken">Ends the waiting; the job goes on.</param>
    /// <returns>The completed job.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="BedrockAsyncInvokeException">The job failed, or ended in a way that this version does not know.</exception>
    /// <exception cref="BedrockTimeoutException">The overall limit ran out; the job goes on.</exception>
    /// <exception cref="BedrockException">The questions failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<GetAsyncInvokeResponse> WaitAsync(
        AsyncInvokeWaitOptions? options = null,
        IProgress<GetAsyncInvokeResponse>? progress = null,
        CancellationToken cancellationToken = default) =>
        JobPolling.WaitAsync(GetAsync, HasCompleted, options, progress, "GetAsyncInvoke", cancellationToken);

    /// <summary>The ARN of the job.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => InvocationArn;

    private static bool HasCompleted(GetAsyncInvokeResponse job)
    {
        if (job.Status == AsyncInvokeStatus.Completed)
        {
            return true;
        }

        if (job.Status != AsyncInvokeStatus.Failed && job.EndTime is null)
        {
            return false;
        }

        string how = job.Status == AsyncInvokeStatus.Failed ? "The job failed" : $"The job ended with the unknown status '{job.Status}'";
        throw new BedrockAsyncInvokeException(string.IsNullOrEmpty(job.FailureMessage) ? $"{how}." : $"{how}: {job.FailureMessage}", job)
        {
            Operation = "GetAsyncInvoke",
            RequestId = job.Metadata?.RequestId,
            ModelId = job.ModelArn,
        };
    }
}
