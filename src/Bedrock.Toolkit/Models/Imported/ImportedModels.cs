namespace Bedrock.Toolkit.Models;

/// <summary>Models that you imported (Custom Model Import), by their ARN and the style of bodies they take. Thread-safe.</summary>
/// <remarks>
/// The ARN is that of the imported model, <c>arn:aws:bedrock:us-east-1:123456789012:imported-model/abc123def456</c>. A model that was not used for a
/// while answers <c>ModelNotReadyException</c> until it is back. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html
/// </remarks>
public static class ImportedModels
{
    /// <summary>An imported model in the style that is given: what the compiler accepts as request follows from it.</summary>
    /// <typeparam name="TRequest">The request body.</typeparam>
    /// <typeparam name="TResponse">The response body.</typeparam>
    /// <typeparam name="TEvent">The JSON of one chunk of a stream.</typeparam>
    /// <param name="arn">The ARN of the imported model.</param>
    /// <param name="style">One of <see cref="ImportedModelStyles"/>.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The ARN is the <c>default</c> value.</exception>
    public static StreamingModel<TRequest, TResponse, TEvent> FromArn<TRequest, TResponse, TEvent>(ModelId arn,
        ImportedModelStyle<TRequest, TResponse, TEvent> style)
    {
        ArgumentNullException.ThrowIfNull(style);
        return style.Create(arn);
    }

    /// <summary>An imported model in Bedrock's own completion style: <c>max_gen_len</c> in, <c>generation</c> out.</summary>
    /// <param name="arn">The ARN of the imported model.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The ARN is the <c>default</c> value.</exception>
    public static StreamingModel<ImportedBedrockCompletionRequest, ImportedBedrockCompletionResponse, ImportedBedrockCompletionStreamEvent> BedrockCompletion(
        ModelId arn) =>
        new(
            arn,
            ImportedJsonContext.Default.ImportedBedrockCompletionRequest,
            ImportedJsonContext.Default.ImportedBedrockCompletionResponse,
            ImportedJsonContext.Default.ImportedBedrockCompletionStreamEvent,
            static streamEvent => streamEvent.StopReason is not null || streamEvent.IsServiceEnd,
            static () => new ImportedBedrockCompletionStreamFold())
        {
            CheckRequest = ImportedRequestCheck.BedrockCompletion,
            ReadMaxTokens = static request => request.MaxGenLen,
        };

    /// <summary>An imported model in the text-completion style of OpenAI: <c>prompt</c> and <c>max_tokens</c> in, <c>choices</c> out.</summary>
    /// <param name="arn">The ARN of the imported model.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The ARN is the <c>default</c> value.</exception>
    public static StreamingModel<ImportedOpenAICompletionRequest, ImportedOpenAICompletionResponse, ImportedOpenAICompletionStreamEvent> OpenAICompletion(
        ModelId arn) =>
        new(
            arn,
            ImportedJsonContext.Default.ImportedOpenAICompletionRequest,
            ImportedJsonContext.Default.ImportedOpenAICompletionResponse,
            ImportedJsonContext.Default.ImportedOpenAICompletionStreamEvent,
            static streamEvent => streamEvent.Choices.Any(choice => choice.FinishReason is not null) || streamEvent.IsServiceEnd,
            static () => new ImportedOpenAICompletionStreamFold())
        {
            CheckRequest = ImportedRequestCheck.OpenAICompletion,
            ReadMaxTokens = static request => request.MaxTokens,
        };

    /// <summary>An imported model in the chat style of OpenAI, the types of chat completions; it needs a chat template in the tokenizer's
    /// configuration.</summary>
    /// <param name="arn">The ARN of the imported model.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The ARN is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> OpenAIChat(ModelId arn) =>
        ChatCompletionModels.FromId(arn);
}
