namespace Bedrock.Toolkit.Models;

/// <summary>The OpenAI models that answer InvokeModel. Thread-safe.</summary>
/// <remarks>
/// GPT-5 to GPT-6 do not answer InvokeModel and are missing on purpose. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-openai.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-openai-gpt-oss-120b.html
/// </remarks>
public static class OpenAIModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Reasoning = new() { Tools = true, Reasoning = true };

    /// <summary>gpt-oss-20b: <c>openai.gpt-oss-20b-1:0</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> GptOss20B { get; } =
        ChatCompletionModels.Create("openai.gpt-oss-20b-1:0", Reasoning with { ContextTokens = 128_000, MaxOutputTokens = 16_000 });

    /// <summary>gpt-oss-120b: <c>openai.gpt-oss-120b-1:0</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> GptOss120B { get; } =
        ChatCompletionModels.Create("openai.gpt-oss-120b-1:0", Reasoning with { ContextTokens = 128_000, MaxOutputTokens = 16_000 });

    /// <summary>gpt-oss-safeguard-20b, which judges content by a policy: <c>openai.gpt-oss-safeguard-20b</c>.</summary>
    /// <remarks>The limits come from a public model registry.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> GptOssSafeguard20B { get; } =
        ChatCompletionModels.Create("openai.gpt-oss-safeguard-20b", Reasoning with { ContextTokens = 128_000, MaxOutputTokens = 16_000 });

    /// <summary>gpt-oss-safeguard-120b, which judges content by a policy: <c>openai.gpt-oss-safeguard-120b</c>.</summary>
    /// <remarks>The limits come from a public model registry.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> GptOssSafeguard120B { get; } =
        ChatCompletionModels.Create("openai.gpt-oss-safeguard-120b", Reasoning with { ContextTokens = 128_000, MaxOutputTokens = 16_000 });

    /// <summary>GPT-6.1 Sol: <c>openai.gpt-6.1-sol</c>.</summary>
    /// <remarks>Only through a profile: <c>InProfile("us")</c> or <c>InProfile("global")</c>. AWS says that it answers InvokeModel, but not in which
    /// format: this one is unconfirmed.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Gpt61Sol { get; } =
        ChatCompletionModels.Create("openai.gpt-6.1-sol",
            Reasoning with { Input = ModelModalities.Text | ModelModalities.Image, ContextTokens = 1_000_000, MaxOutputTokens = 131_072 });

    /// <summary>An OpenAI model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Reasoning);
}
