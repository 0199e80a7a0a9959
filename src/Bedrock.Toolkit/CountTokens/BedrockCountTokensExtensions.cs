using System.ComponentModel;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.CountTokens;

namespace Bedrock.Toolkit;

[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class BedrockCountTokensExtensions
{
    /// <inheritdoc cref="CountTokensAsync(IBedrockClient, ModelId, CountTokensRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<CountTokensResponse> CountTokensAsync(
        this IBedrockClient client,
        ModelId model,
        CountTokensRequest request,
        CancellationToken cancellationToken) =>
        client.CountTokensAsync(model, request, null, cancellationToken);
}
