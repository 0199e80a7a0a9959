namespace Bedrock.Toolkit.Models;

/// <summary>The DeepSeek V3 models, which take the Chat Completions format. R1 takes a prompt and is in a class of its own. Thread-safe.</summary>
/// <remarks>
/// They reason or not. Limits come from public model registries, not from AWS, where nothing else is said.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-deepseek-deepseek-v3-1.html
/// </remarks>
public static class DeepSeekChatModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Reasoning = new() { Tools = true, Reasoning = true };

    /// <summary>DeepSeek-V3.1: <c>deepseek.v3-v1:0</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> V31 { get; } =
        ChatCompletionModels.Create("deepseek.v3-v1:0", Reasoning with { ContextTokens = 163_840, MaxOutputTokens = 81_920 });

    /// <summary>DeepSeek V3.2: <c>deepseek.v3.2</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> V32 { get; } =
        ChatCompletionModels.Create("deepseek.v3.2", Reasoning with { ContextTokens = 163_840, MaxOutputTokens = 81_920 });

    /// <summary>A DeepSeek V3 model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Reasoning);
}
