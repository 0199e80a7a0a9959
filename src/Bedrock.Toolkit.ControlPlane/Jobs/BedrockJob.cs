using Bedrock.Toolkit.AsyncInvoke;

namespace Bedrock.Toolkit.ControlPlane.Jobs;

/// <summary>
/// A job of the control plane, by its ARN: customisation, batch inference, import, copy, evaluation; a deployment or a provisioned throughput that is being
/// made. Opened again after a restart by the same ARN. Thread-safe.
/// </summary>
public sealed class BedrockJob
{
    private readonly BedrockControlClient _client;
    private readonly JobKind _kind;

    private BedrockJob(BedrockControlClient client, string arn, JobKind kind)
    {
        _client = client;
        _kind = kind;
        Arn = arn;
    }

    /// <summary>The job's ARN: keep it, to open the job again.</summary>
    public string Arn { get; }

    /// <summary>Takes a job by its ARN; nothing is asked yet.</summary>
    /// <param name="client">The client.</param>
    /// <param name="arn">As the operation that began it gave it.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">This is no ARN of a job, a deployment or a provisioned throughput.</exception>
    public static BedrockJob Open(BedrockControlClient client, string arn)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(arn);
        return new BedrockJob(client, arn, JobKind.Of(arn)
            ?? throw new ArgumentException("This is no ARN of a job, a custom model deployment or a provisioned throughput.", nameof(arn)));
    }

    /// <summary>Asks how it stands.</summary>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>The status.</returns>
    /// <exception cref="BedrockException">The question failed; the subclasses tell how.</exception>
    public Task<BedrockJobStatus> GetAsync(CancellationToken cancellationToken = default) => _kind.GetAsync(_client, Arn, cancellationToken);

    /// <summary>Asks again and again until it is done.</summary>
    /// <param name="options">How often, and how long at most.</param>
    /// <param name="progress">Told of each answer.</param>
    /// <param name="cancellationToken">Ends the waiting; the job goes on.</param>
    /// <returns>The last status: done, or done in part.</returns>
    /// <exception cref="BedrockJobException">It failed or was stopped; the message is the service's.</exception>
    /// <exception cref="BedrockTimeoutException">The overall limit ran out; the job goes on.</exception>
    /// <exception cref="BedrockException">The questions failed; the subclasses tell how.</exception>
    public Task<BedrockJobStatus> WaitAsync(AsyncInvokeWaitOptions? options = null, IProgress<BedrockJobStatus>? progress = null,
        CancellationToken cancellationToken = default) =>
        JobPolling.WaitAsync(GetAsync, HasCompleted, options, progress, _kind.Operation, cancellationToken);

    /// <summary>Tells it to stop; what it has done so far stays, and is paid.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the service has taken it.</returns>
    /// <exception cref="NotSupportedException">There is no operation that stops this kind: delete it instead.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    public Task StopAsync(CancellationToken cancellationToken = default) => _kind.StopAsync(_client, Arn, cancellationToken);

    /// <summary>The ARN.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => Arn;

    private static bool HasCompleted(BedrockJobStatus status) => status switch
    {
        { IsFinal: false } => false,
        { State: BedrockJobState.Done or BedrockJobState.PartlyDone } => true,
        _ => throw new BedrockJobException($"The job ended as {status.RawState}: {status.Message ?? "the service gives no reason"}", status)
        {
            RequestId = status.Details.Metadata?.RequestId,
        },
    };
}
