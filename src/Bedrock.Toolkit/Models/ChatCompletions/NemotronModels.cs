namespace Bedrock.Toolkit.Models;

/// <summary>The Nemotron models of NVIDIA; they reason or not (<c>/think</c> and <c>/no_think</c> in the system text, by the vendor's convention).
/// Thread-safe.</summary>
/// <remarks>
/// Limits come from public model registries, not from AWS, where nothing else is said.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html
/// </remarks>
public static class NemotronModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Reasoning = new() { Tools = true, Reasoning = true };

    /// <summary>Nemotron Nano 9B v2: <c>nvidia.nemotron-nano-9b-v2</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Nano9BV2 { get; } =
        ChatCompletionModels.Create("nvidia.nemotron-nano-9b-v2", Reasoning with { ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Nemotron Nano 12B v2 VL, which reads images: <c>nvidia.nemotron-nano-12b-v2</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Nano12BV2 { get; } =
        ChatCompletionModels.Create("nvidia.nemotron-nano-12b-v2",
            Reasoning with { Input = ModelModalities.Text | ModelModalities.Image, ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Nemotron Nano 3 30B: <c>nvidia.nemotron-nano-3-30b</c>.</summary>
    /// <remarks>Sources differ: 128,000 or 256,000 tokens of context, answers of 4,096 or 8,192.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Nano30BV3 { get; } =
        ChatCompletionModels.Create("nvidia.nemotron-nano-3-30b", Reasoning with { ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Nemotron 3 Super 120B: <c>nvidia.nemotron-super-3-120b</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Super120BV3 { get; } =
        ChatCompletionModels.Create("nvidia.nemotron-super-3-120b", Reasoning with { ContextTokens = 262_000, MaxOutputTokens = 131_072 });

    /// <summary>A Nemotron model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Reasoning);
}
