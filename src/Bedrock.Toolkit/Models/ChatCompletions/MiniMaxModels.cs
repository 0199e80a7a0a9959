namespace Bedrock.Toolkit.Models;

/// <summary>The MiniMax models; they reason. Thread-safe.</summary>
/// <remarks>
/// Limits come from public model registries, not from AWS, where nothing else is said.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html
/// </remarks>
public static class MiniMaxModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Reasoning = new() { Tools = true, Reasoning = true };

    /// <summary>MiniMax M2: <c>minimax.minimax-m2</c>.</summary>
    /// <remarks>Another registry gives 196,608 tokens of context.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> M2 { get; } =
        ChatCompletionModels.Create("minimax.minimax-m2", Reasoning with { ContextTokens = 204_608, MaxOutputTokens = 128_000 });

    /// <summary>MiniMax M2.1: <c>minimax.minimax-m2.1</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> M21 { get; } =
        ChatCompletionModels.Create("minimax.minimax-m2.1", Reasoning with { ContextTokens = 204_800, MaxOutputTokens = 131_072 });

    /// <summary>MiniMax M2.5: <c>minimax.minimax-m2.5</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> M25 { get; } =
        ChatCompletionModels.Create("minimax.minimax-m2.5", Reasoning with { ContextTokens = 196_608, MaxOutputTokens = 98_304 });

    /// <summary>A MiniMax model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Reasoning);
}
