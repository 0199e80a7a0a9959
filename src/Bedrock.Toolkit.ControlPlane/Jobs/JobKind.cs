using System.Collections.Frozen;

namespace Bedrock.Toolkit.ControlPlane.Jobs;

/// <summary>How a kind of job is asked and stopped, and how its states are spelled. Immutable and thread-safe.</summary>
internal sealed class JobKind(string name, string operation, Func<BedrockControlClient, string, CancellationToken, Task<BedrockJobStatus>> ask,
    Func<BedrockControlClient, string, CancellationToken, Task>? stop)
{
    // Everything that is done, in the spellings of all kinds.
    private static readonly FrozenDictionary<string, BedrockJobState> States = new Dictionary<string, BedrockJobState>(StringComparer.OrdinalIgnoreCase)
    {
        ["Submitted"] = BedrockJobState.Waiting, ["Validating"] = BedrockJobState.Waiting, ["Scheduled"] = BedrockJobState.Waiting,
        ["InProgress"] = BedrockJobState.Running, ["Stopping"] = BedrockJobState.Running, ["Creating"] = BedrockJobState.Running,
        ["Updating"] = BedrockJobState.Running, ["Deleting"] = BedrockJobState.Running,
        ["Completed"] = BedrockJobState.Done, ["Complete"] = BedrockJobState.Done, ["InService"] = BedrockJobState.Done, ["Active"] = BedrockJobState.Done,
        ["PartiallyCompleted"] = BedrockJobState.PartlyDone,
        ["Failed"] = BedrockJobState.Failed,
        ["Stopped"] = BedrockJobState.Stopped, ["Expired"] = BedrockJobState.Stopped,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly JobKind[] All =
    [
        new("model-customization-job", "GetModelCustomizationJob",
            static async (client, arn, cancel) =>
            {
                GetModelCustomizationJobResponse job = await client.GetModelCustomizationJobAsync(new() { JobIdentifier = arn }, null, cancel)
                    .ConfigureAwait(false);
                return Status(arn, job.Status?.Value, job.FailureMessage, job.OutputModelArn, job);
            },
            static (client, arn, cancel) => client.StopModelCustomizationJobAsync(new() { JobIdentifier = arn }, null, cancel)),
        new("model-invocation-job", "GetModelInvocationJob",
            static async (client, arn, cancel) =>
            {
                GetModelInvocationJobResponse job = await client.GetModelInvocationJobAsync(new() { JobIdentifier = arn }, null, cancel).ConfigureAwait(false);
                return Status(arn, job.Status?.Value, job.Message, null, job) with
                {
                    Progress = job.TotalRecordCount > 0 ? (double)(job.ProcessedRecordCount ?? 0) / job.TotalRecordCount : null,
                };
            },
            static (client, arn, cancel) => client.StopModelInvocationJobAsync(new() { JobIdentifier = arn }, null, cancel)),
        new("model-import-job", "GetModelImportJob",
            static async (client, arn, cancel) =>
            {
                GetModelImportJobResponse job = await client.GetModelImportJobAsync(new() { JobIdentifier = arn }, null, cancel).ConfigureAwait(false);
                return Status(arn, job.Status?.Value, job.FailureMessage, job.ImportedModelArn, job);
            },
            null),
        new("model-copy-job", "GetModelCopyJob",
            static async (client, arn, cancel) =>
            {
                GetModelCopyJobResponse job = await client.GetModelCopyJobAsync(new() { JobArn = arn }, null, cancel).ConfigureAwait(false);
                return Status(arn, job.Status?.Value, job.FailureMessage, job.TargetModelArn, job);
            },
            null),
        new("evaluation-job", "GetEvaluationJob",
            static async (client, arn, cancel) =>
            {
                GetEvaluationJobResponse job = await client.GetEvaluationJobAsync(new() { JobIdentifier = arn }, null, cancel).ConfigureAwait(false);
                return Status(arn, job.Status?.Value, job.FailureMessages is { Count: > 0 } reasons ? string.Join("; ", reasons) : null, null, job);
            },
            static (client, arn, cancel) => client.StopEvaluationJobAsync(new() { JobIdentifier = arn }, null, cancel)),
        new("custom-model-deployment", "GetCustomModelDeployment",
            static async (client, arn, cancel) =>
            {
                GetCustomModelDeploymentResponse job =
                    await client.GetCustomModelDeploymentAsync(new() { CustomModelDeploymentIdentifier = arn }, null, cancel).ConfigureAwait(false);
                return Status(arn, job.Status?.Value, job.FailureMessage, job.CustomModelDeploymentArn, job);
            },
            null),
        new("provisioned-model", "GetProvisionedModelThroughput",
            static async (client, arn, cancel) =>
            {
                GetProvisionedModelThroughputResponse job =
                    await client.GetProvisionedModelThroughputAsync(new() { ProvisionedModelId = arn }, null, cancel).ConfigureAwait(false);
                return Status(arn, job.Status?.Value, job.FailureMessage, job.ProvisionedModelArn, job);
            },
            null),
    ];

    /// <summary>The operation that asks.</summary>
    public string Operation => operation;

    private string Name => name;

    /// <summary>The kind that an ARN names; null when it names none.</summary>
    public static JobKind? Of(string arn) => arn.Split(':', 6) is ["arn", _, "bedrock", _, _, var resource]
        ? Array.Find(All, kind => resource.StartsWith(kind.Name + "/", StringComparison.Ordinal)) : null;

    /// <summary>How far a job is, by the service's spelling.</summary>
    public static BedrockJobState StateOf(string? state) => state is null ? BedrockJobState.Unknown : States.GetValueOrDefault(state);

    /// <summary>Whether nothing will change any more.</summary>
    public static bool IsFinal(BedrockJobState state) =>
        state is BedrockJobState.Done or BedrockJobState.PartlyDone or BedrockJobState.Failed or BedrockJobState.Stopped;

    public Task<BedrockJobStatus> GetAsync(BedrockControlClient client, string arn, CancellationToken cancellationToken) => ask(client, arn, cancellationToken);

    public Task StopAsync(BedrockControlClient client, string arn, CancellationToken cancellationToken) =>
        stop?.Invoke(client, arn, cancellationToken) ?? throw new NotSupportedException($"Bedrock has no operation that stops a {name}.");

    private static BedrockJobStatus Status(string arn, string? state, string? message, string? result, BedrockResponse details) =>
        new(arn, StateOf(state), state ?? string.Empty) { Message = message, ResultArn = result, Details = details };
}
