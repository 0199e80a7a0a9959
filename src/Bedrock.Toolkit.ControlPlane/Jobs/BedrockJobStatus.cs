namespace Bedrock.Toolkit.ControlPlane.Jobs;

/// <summary>How a job stood when it was asked for. Immutable.</summary>
/// <param name="Arn">The job, the deployment or the provisioned throughput.</param>
/// <param name="State">How far it is.</param>
/// <param name="RawState">The same as the service spells it.</param>
public sealed record BedrockJobStatus(string Arn, BedrockJobState State, string RawState)
{
    /// <summary>Why it failed, in the words of the service.</summary>
    /// <value>Null when the service says nothing.</value>
    public string? Message { get; init; }

    /// <summary>What came of it: the custom, imported or copied model; of a deployment or provisioned throughput its own ARN, which is called as a
    /// model.</summary>
    /// <value>Null until it is there, and for jobs whose results lie in S3.</value>
    public string? ResultArn { get; init; }

    /// <summary>The share of its records that were processed.</summary>
    /// <value>0 to 1; null where the service does not count.</value>
    public double? Progress { get; init; }

    /// <summary>Whether nothing will change any more.</summary>
    public bool IsFinal => JobKind.IsFinal(State);

    /// <summary>The answer of the operation that was asked, with all that it tells.</summary>
    /// <value>Such as a <see cref="GetModelCustomizationJobResponse"/> with its losses.</value>
    public required BedrockResponse Details { get; init; }
}
