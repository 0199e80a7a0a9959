namespace Bedrock.Toolkit.Models;

/// <summary>The three styles of bodies that imported models take. Thread-safe.</summary>
/// <remarks>
/// For models imported after 2025-11-11; the chat style only where the tokenizer's configuration has a chat template. What older ones take, the page
/// does not say. Source: https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html
/// </remarks>
public static class ImportedModelStyles
{
    /// <summary><c>BedrockCompletion</c>: one prompt with <c>max_gen_len</c>, answered with <c>generation</c>.</summary>
    public static ImportedModelStyle<ImportedBedrockCompletionRequest, ImportedBedrockCompletionResponse, ImportedBedrockCompletionStreamEvent>
        BedrockCompletion { get; } =
        new("BedrockCompletion", ImportedModels.BedrockCompletion);

    /// <summary><c>OpenAICompletion</c>: one prompt with <c>max_tokens</c>, answered with <c>choices</c>.</summary>
    public static ImportedModelStyle<ImportedOpenAICompletionRequest, ImportedOpenAICompletionResponse, ImportedOpenAICompletionStreamEvent>
        OpenAICompletion { get; } =
        new("OpenAICompletion", ImportedModels.OpenAICompletion);

    /// <summary><c>OpenAIChatCompletion</c>: messages, as in chat completions.</summary>
    public static ImportedModelStyle<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> OpenAIChat { get; } =
        new("OpenAIChatCompletion", ImportedModels.OpenAIChat);
}
