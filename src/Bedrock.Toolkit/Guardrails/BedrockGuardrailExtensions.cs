using System.ComponentModel;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class BedrockGuardrailExtensions
{
    /// <inheritdoc cref="ApplyGuardrailAsync(IBedrockClient, string, string, ApplyGuardrailRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ApplyGuardrailResponse> ApplyGuardrailAsync(
        this IBedrockClient client,
        string guardrailIdentifier,
        string guardrailVersion,
        ApplyGuardrailRequest request,
        CancellationToken cancellationToken) =>
        client.ApplyGuardrailAsync(guardrailIdentifier, guardrailVersion, request, null, cancellationToken);

    /// <inheritdoc cref="InvokeGuardrailChecksAsync(IBedrockClient, InvokeGuardrailChecksRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<InvokeGuardrailChecksResponse> InvokeGuardrailChecksAsync(
        this IBedrockClient client,
        InvokeGuardrailChecksRequest request,
        CancellationToken cancellationToken) =>
        client.InvokeGuardrailChecksAsync(request, null, cancellationToken);
}
