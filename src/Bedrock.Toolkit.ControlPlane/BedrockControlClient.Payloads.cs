using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.ControlPlane;

/// <content>The two operations whose body is one member and not the whole shape.</content>
public sealed partial class BedrockControlClient
{
    /// <summary>Calls ExportAutomatedReasoningPolicyVersion.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ExportAutomatedReasoningPolicyVersion.html</remarks>
    /// <param name="request">The request.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<ExportAutomatedReasoningPolicyVersionResponse> ExportAutomatedReasoningPolicyVersionAsync(
        ExportAutomatedReasoningPolicyVersionRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _client.CallAsync(
            new BedrockCall<ExportAutomatedReasoningPolicyVersionRequest, ExportAutomatedReasoningPolicyVersionResponse>
            {
                Operation = "ExportAutomatedReasoningPolicyVersion",
                Method = HttpMethod.Get,
                Path = $"/automated-reasoning-policies/{PathLabel.Encode(request.PolicyArn, "ExportAutomatedReasoningPolicyVersionRequest.PolicyArn")}/export",
                Request = request,
                ResponseTypeInfo = BedrockControlJsonContext.Default.ExportAutomatedReasoningPolicyVersionResponse,
                ReadAnswer = static answer => new ExportAutomatedReasoningPolicyVersionResponse
                {
                    PolicyDefinition = UnaryAnswer.Parse(answer, BedrockControlJsonContext.Default.AutomatedReasoningPolicyDefinition),
                },
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="ExportAutomatedReasoningPolicyVersionAsync(ExportAutomatedReasoningPolicyVersionRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public Task<ExportAutomatedReasoningPolicyVersionResponse> ExportAutomatedReasoningPolicyVersionAsync(
        ExportAutomatedReasoningPolicyVersionRequest request,
        CancellationToken cancellationToken) =>
        ExportAutomatedReasoningPolicyVersionAsync(request, null, cancellationToken);

    /// <summary>Calls StartAutomatedReasoningPolicyBuildWorkflow.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_StartAutomatedReasoningPolicyBuildWorkflow.html</remarks>
    /// <param name="request">The request; its token goes into a header, its source is the body.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<StartAutomatedReasoningPolicyBuildWorkflowResponse> StartAutomatedReasoningPolicyBuildWorkflowAsync(
        StartAutomatedReasoningPolicyBuildWorkflowRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check(new RequestCheck(nameof(StartAutomatedReasoningPolicyBuildWorkflowRequest)));
        string policy = PathLabel.Encode(request.PolicyArn, "StartAutomatedReasoningPolicyBuildWorkflowRequest.PolicyArn");
        string type = PathLabel.Encode(request.BuildWorkflowType.Value, "StartAutomatedReasoningPolicyBuildWorkflowRequest.BuildWorkflowType");
        return _client.CallAsync(
            new BedrockCall<AutomatedReasoningPolicyBuildWorkflowSource, StartAutomatedReasoningPolicyBuildWorkflowResponse>
            {
                Operation = "StartAutomatedReasoningPolicyBuildWorkflow",
                Path = $"/automated-reasoning-policies/{policy}/build-workflows/{type}/start",
                Request = request.SourceContent,
                RequestTypeInfo = BedrockControlJsonContext.Default.AutomatedReasoningPolicyBuildWorkflowSource,
                ResponseTypeInfo = BedrockControlJsonContext.Default.StartAutomatedReasoningPolicyBuildWorkflowResponse,
            },
            WithHeader(options, "x-amz-client-token", request.WithToken().ClientRequestToken!),
            cancellationToken);
    }

    /// <inheritdoc cref="StartAutomatedReasoningPolicyBuildWorkflowAsync(StartAutomatedReasoningPolicyBuildWorkflowRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public Task<StartAutomatedReasoningPolicyBuildWorkflowResponse> StartAutomatedReasoningPolicyBuildWorkflowAsync(
        StartAutomatedReasoningPolicyBuildWorkflowRequest request,
        CancellationToken cancellationToken) =>
        StartAutomatedReasoningPolicyBuildWorkflowAsync(request, null, cancellationToken);

    private static InvokeOptions WithHeader(InvokeOptions? options, string name, string value)
    {
        var copy = new InvokeOptions
        {
            GuardrailId = options?.GuardrailId,
            GuardrailVersion = options?.GuardrailVersion,
            GuardrailTrace = options?.GuardrailTrace,
            PerformanceLatency = options?.PerformanceLatency,
            ServiceTier = options?.ServiceTier,
            MaxAttempts = options?.MaxAttempts,
            FirstByteTimeout = options?.FirstByteTimeout,
            StreamIdleTimeout = options?.StreamIdleTimeout,
            OverallTimeout = options?.OverallTimeout,
        };
        foreach ((string key, string entry) in options?.RequestMetadata ?? new Dictionary<string, string>())
        {
            copy.RequestMetadata.Add(key, entry);
        }

        foreach ((string key, string entry) in options?.Headers ?? new Dictionary<string, string>())
        {
            copy.Headers.Add(key, entry);
        }

        copy.Headers[name] = value;
        return copy;
    }
}
