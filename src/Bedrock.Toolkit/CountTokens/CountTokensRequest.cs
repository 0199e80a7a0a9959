using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.CountTokens;

public sealed partial class CountTokensRequest
{
    /// <summary>Counts one question.</summary>
    /// <param name="prompt">The question; null stays null.</param>
    [return: NotNullIfNotNull(nameof(prompt))]
    public static implicit operator CountTokensRequest?(string? prompt) => prompt is null ? null : For(ConverseRequest.For(prompt));

    /// <summary>Counts a conversation.</summary>
    /// <param name="request">The conversation; null stays null.</param>
    [return: NotNullIfNotNull(nameof(request))]
    public static implicit operator CountTokensRequest?(ConverseRequest? request) => request is null ? null : For(request);

    /// <summary>Counts the body of an InvokeModel call.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="request">The model's request; written as JSON now, so that later changes have no effect.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The model's request would surely be refused, or cannot be written; the message names the member and the
    /// rule.</exception>
    public static CountTokensRequest For<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        model.CheckRequest?.Invoke(request);
        using var buffer = new PooledBuffer();
        ApiCalls.Write(buffer, request, model.RequestTypeInfo);
        return new CountTokensRequest { Input = new CountTokensInvokeModel { InvokeModel = new InvokeModelTokensRequest { Body = buffer.WrittenSpan.ToArray(
            ) } } };
    }

    /// <summary>Counts a conversation: its messages, system prompt, tools and model-specific fields. What else the request has is no input of the
    /// model.</summary>
    /// <param name="request">The request; its lists are shared, not copied.</param>
    /// <returns>The request.</returns>
    public static CountTokensRequest For(ConverseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new CountTokensRequest
        {
            Input = new CountTokensConverse
            {
                Converse = new ConverseTokensRequest
                {
                    Messages = request.Messages,
                    System = request.System,
                    ToolConfig = ToolSchemas.WithTypes(request).ToolConfig,
                    AdditionalModelRequestFields = request.AdditionalModelRequestFields,
                },
            },
        };
    }
}

public sealed partial class CountTokensResponse
{
    private protected override ObjectSummary Summarise() => new("InputTokens");
}
