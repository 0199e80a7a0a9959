namespace Bedrock.Toolkit.Models;

/// <summary>A style of bodies that an imported model takes; the three there are stand in <see cref="ImportedModelStyles"/>. Immutable and
/// thread-safe.</summary>
/// <remarks>Its type arguments are what makes the calls of <see cref="ImportedModels.FromArn"/> typed. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/invoke-imported-model.html</remarks>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
/// <typeparam name="TEvent">The JSON of one chunk of a stream.</typeparam>
public sealed class ImportedModelStyle<TRequest, TResponse, TEvent>
{
    private readonly Func<ModelId, StreamingModel<TRequest, TResponse, TEvent>> _create;

    internal ImportedModelStyle(string name, Func<ModelId, StreamingModel<TRequest, TResponse, TEvent>> create)
    {
        Name = name;
        _create = create;
    }

    /// <summary>The name that AWS gives the style.</summary>
    public string Name { get; }

    /// <summary>The name that AWS gives the style.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    internal StreamingModel<TRequest, TResponse, TEvent> Create(ModelId arn) => _create(arn);
}

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
