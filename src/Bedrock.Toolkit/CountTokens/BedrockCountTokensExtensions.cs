using System.ComponentModel;
using System.Runtime.CompilerServices;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.CountTokens;

namespace Bedrock.Toolkit;

/// <summary>Counting of tokens without running a model. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockCountTokensExtensions
{
    /// <summary>Counts the tokens that a model would read (CountTokens). Costs nothing.</summary>
    /// <remarks>
    /// Not every model counts, and an inference profile does not, so the id is that of the model itself; what else is refused is for the service to say.
    /// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="model">The model.</param>
    /// <param name="request">What is counted, such as <c>CountTokensRequest.For(converseRequest)</c>; fixed as bytes before this method returns its
    /// task.</param>
    /// <param name="options">Time limits and extra headers; the settings of models have no place here.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<CountTokensResponse> CountTokensAsync(
        this IBedrockClient client,
        ModelId model,
        CountTokensRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        return client.CallAsync(
            new BedrockCall<CountTokensRequest, CountTokensResponse>
            {
                Operation = "CountTokens",
                Path = $"/model/{PathLabel.Encode(model.Value, "modelId")}/count-tokens",
                ModelId = model,
                Request = request,
                RequestTypeInfo = CountTokensJsonContext.Default.CountTokensRequest,
                ResponseTypeInfo = CountTokensJsonContext.Default.CountTokensResponse,
                CheckRequest = CountTokensRequestCheck.Check,
            },
            options,
            cancellationToken);
    }

    /// <inheritdoc cref="CountTokensAsync(IBedrockClient, ModelId, CountTokensRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<CountTokensResponse> CountTokensAsync(
        this IBedrockClient client,
        ModelId model,
        CountTokensRequest request,
        CancellationToken cancellationToken) =>
        client.CountTokensAsync(model, request, null, cancellationToken);
}
