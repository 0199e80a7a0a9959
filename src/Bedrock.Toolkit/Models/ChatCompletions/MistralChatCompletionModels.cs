namespace Bedrock.Toolkit.Models;

/// <summary>The newer Mistral models, which take the Chat Completions format. Older ones take a prompt or Mistral's own chat format. Thread-safe.</summary>
/// <remarks>
/// Limits come from public model registries, not from AWS, where nothing else is said.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-mistral-ai-mistral-large-3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-mistral-ai-voxtral-small-24b-2507.html
/// </remarks>
public static class MistralChatCompletionModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Tools = new() { Tools = true };

    /// <summary>Mistral Large 3, which reads images: <c>mistral.mistral-large-3-675b-instruct</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Large3 { get; } =
        ChatCompletionModels.Create("mistral.mistral-large-3-675b-instruct",
            Tools with { Input = ModelModalities.Text | ModelModalities.Image, ContextTokens = 256_000, MaxOutputTokens = 8_192 });

    /// <summary>Ministral 3 3B, which reads images: <c>mistral.ministral-3-3b-instruct</c>.</summary>
    /// <remarks>Registries give 128,000 to 256,000 tokens of context for the Ministral models, and answers of 4,000 to 8,000.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Ministral3B { get; } =
        ChatCompletionModels.Create("mistral.ministral-3-3b-instruct", Tools with { Input = ModelModalities.Text | ModelModalities.Image });

    /// <summary>Ministral 3 8B: <c>mistral.ministral-3-8b-instruct</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Ministral8B { get; } =
        ChatCompletionModels.Create("mistral.ministral-3-8b-instruct", Tools);

    /// <summary>Ministral 3 14B: <c>mistral.ministral-3-14b-instruct</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Ministral14B { get; } =
        ChatCompletionModels.Create("mistral.ministral-3-14b-instruct", Tools);

    /// <summary>Magistral Small 2509, which reasons: <c>mistral.magistral-small-2509</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> MagistralSmall2509 { get; } =
        ChatCompletionModels.Create("mistral.magistral-small-2509", Tools with { Reasoning = true, ContextTokens = 128_000, MaxOutputTokens = 40_000 });

    /// <summary>Devstral 2 123B, for programming: <c>mistral.devstral-2-123b</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Devstral2 { get; } =
        ChatCompletionModels.Create("mistral.devstral-2-123b", Tools with { ContextTokens = 256_000, MaxOutputTokens = 8_192 });

    /// <summary>Voxtral Mini 3B 2507, which hears: <c>mistral.voxtral-mini-3b-2507</c>.</summary>
    /// <remarks>The form of audio on InvokeModel is unconfirmed.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> VoxtralMini2507 { get; } =
        ChatCompletionModels.Create("mistral.voxtral-mini-3b-2507",
            Tools with { Input = ModelModalities.Text | ModelModalities.Audio, ContextTokens = 128_000, MaxOutputTokens = 4_000 });

    /// <summary>Voxtral Small 24B 2507, which hears: <c>mistral.voxtral-small-24b-2507</c>.</summary>
    /// <remarks>The form of audio on InvokeModel is unconfirmed.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> VoxtralSmall2507 { get; } =
        ChatCompletionModels.Create("mistral.voxtral-small-24b-2507",
            Tools with { Input = ModelModalities.Text | ModelModalities.Audio, ContextTokens = 32_000, MaxOutputTokens = 8_000 });

    /// <summary>A newer Mistral model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Tools);
}
