using System.ComponentModel;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit;

/// <summary>Guardrails without a model. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockGuardrailExtensions
{
    /// <summary>Lets a guardrail look at content (ApplyGuardrail).</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html</remarks>
    /// <param name="client">The client.</param>
    /// <param name="guardrailIdentifier">The id or ARN of the guardrail.</param>
    /// <param name="guardrailVersion">Its version: a number, or <c>DRAFT</c>.</param>
    /// <param name="request">The content; fixed as bytes before this method returns its task.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was found; <see cref="GuardrailSummary.ForApplyGuardrail"/> sums it up.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<ApplyGuardrailResponse> ApplyGuardrailAsync(
        this IBedrockClient client,
        string guardrailIdentifier,
        string guardrailVersion,
        ApplyGuardrailRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        string id = PathLabel.Encode(guardrailIdentifier, nameof(guardrailIdentifier));
        string version = PathLabel.Encode(guardrailVersion, nameof(guardrailVersion));
        return client.CallAsync(
            new BedrockCall<ApplyGuardrailRequest, ApplyGuardrailResponse>
            {
                Operation = "ApplyGuardrail",
                Path = $"/guardrail/{id}/version/{version}/apply",
                Request = request,
                RequestTypeInfo = GuardrailJsonContext.Default.ApplyGuardrailRequest,
                ResponseTypeInfo = GuardrailJsonContext.Default.ApplyGuardrailResponse,
                CheckRequest = GuardrailRequestCheck.Check,
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="ApplyGuardrailAsync(IBedrockClient, string, string, ApplyGuardrailRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ApplyGuardrailResponse> ApplyGuardrailAsync(
        this IBedrockClient client,
        string guardrailIdentifier,
        string guardrailVersion,
        ApplyGuardrailRequest request,
        CancellationToken cancellationToken) =>
        client.ApplyGuardrailAsync(guardrailIdentifier, guardrailVersion, request, null, cancellationToken);

    /// <summary>Checks messages for harmful content, prompt attacks and sensitive information, without a guardrail of your own
    /// (InvokeGuardrailChecks).</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeGuardrailChecks.html</remarks>
    /// <param name="client">The client.</param>
    /// <param name="request">The messages and the checks; fixed as bytes before this method returns its task.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was measured. It has no verdict: the thresholds are yours.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<InvokeGuardrailChecksResponse> InvokeGuardrailChecksAsync(
        this IBedrockClient client,
        InvokeGuardrailChecksRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallAsync(
            new BedrockCall<InvokeGuardrailChecksRequest, InvokeGuardrailChecksResponse>
            {
                Operation = "InvokeGuardrailChecks",
                Path = "/guardrail-checks/invoke",
                Request = request,
                RequestTypeInfo = GuardrailJsonContext.Default.InvokeGuardrailChecksRequest,
                ResponseTypeInfo = GuardrailJsonContext.Default.InvokeGuardrailChecksResponse,
                CheckRequest = GuardrailRequestCheck.Check,
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="InvokeGuardrailChecksAsync(IBedrockClient, InvokeGuardrailChecksRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<InvokeGuardrailChecksResponse> InvokeGuardrailChecksAsync(
        this IBedrockClient client,
        InvokeGuardrailChecksRequest request,
        CancellationToken cancellationToken) =>
        client.InvokeGuardrailChecksAsync(request, null, cancellationToken);
}
