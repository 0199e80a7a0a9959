namespace Bedrock.Toolkit.Models;

/// <summary>The Qwen3 models. Thread-safe.</summary>
/// <remarks>
/// Limits come from public model registries, not from AWS, where nothing else is said.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards-qwen.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-qwen-qwen3-32b.html
/// </remarks>
public static class QwenModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Tools = new() { Tools = true };

    /// <summary>Qwen3 32B, which reasons or not (<c>/no_think</c> in the prompt): <c>qwen.qwen3-32b-v1:0</c>.</summary>
    /// <remarks>The context is that of AWS's card; registries say 16,000.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Qwen3Dense32B { get; } =
        ChatCompletionModels.Create("qwen.qwen3-32b-v1:0", Tools with { Reasoning = true, ContextTokens = 32_000, MaxOutputTokens = 8_000 });

    /// <summary>Qwen3 235B A22B 2507: <c>qwen.qwen3-235b-a22b-2507-v1:0</c>.</summary>
    /// <remarks>The context is that of AWS's card; a registry says 262,000, and 131,072 for the longest answer.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Qwen3Moe235B { get; } =
        ChatCompletionModels.Create("qwen.qwen3-235b-a22b-2507-v1:0", Tools with { ContextTokens = 128_000 });

    /// <summary>Qwen3 Coder 30B A3B: <c>qwen.qwen3-coder-30b-a3b-v1:0</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Qwen3Coder30B { get; } =
        ChatCompletionModels.Create("qwen.qwen3-coder-30b-a3b-v1:0", Tools with { ContextTokens = 262_000, MaxOutputTokens = 131_072 });

    /// <summary>Qwen3 Coder 480B A35B: <c>qwen.qwen3-coder-480b-a35b-v1:0</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Qwen3Coder480B { get; } =
        ChatCompletionModels.Create("qwen.qwen3-coder-480b-a35b-v1:0", Tools with { ContextTokens = 131_000, MaxOutputTokens = 65_536 });

    /// <summary>Qwen3 Coder Next: <c>qwen.qwen3-coder-next</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Qwen3CoderNext { get; } =
        ChatCompletionModels.Create("qwen.qwen3-coder-next", Tools with { ContextTokens = 131_000, MaxOutputTokens = 65_536 });

    /// <summary>Qwen3 Next 80B A3B: <c>qwen.qwen3-next-80b-a3b</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Qwen3Next80B { get; } =
        ChatCompletionModels.Create("qwen.qwen3-next-80b-a3b", Tools with { ContextTokens = 262_000, MaxOutputTokens = 262_000 });

    /// <summary>Qwen3 VL 235B A22B, which reads images: <c>qwen.qwen3-vl-235b-a22b</c>.</summary>
    /// <remarks>The form of an image on InvokeModel is unconfirmed.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Qwen3Vl235B { get; } =
        ChatCompletionModels.Create("qwen.qwen3-vl-235b-a22b",
            Tools with { Input = ModelModalities.Text | ModelModalities.Image, ContextTokens = 262_000, MaxOutputTokens = 262_000 });

    /// <summary>A Qwen model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Tools);
}
