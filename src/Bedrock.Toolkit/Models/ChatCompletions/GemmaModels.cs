namespace Bedrock.Toolkit.Models;

/// <summary>The Gemma 3 models of Google, which read images. Thread-safe.</summary>
/// <remarks>
/// Gemma 4 does not answer InvokeModel and is missing on purpose. The form of an image is unconfirmed, tools are not documented. Limits come from
/// public model registries, not from AWS, where nothing else is said.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-google-gemma-3-27b-pt.html
/// </remarks>
public static class GemmaModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Vision = new() { Input = ModelModalities.Text | ModelModalities.Image };

    /// <summary>Gemma 3 4B: <c>google.gemma-3-4b-it</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Gemma3It4B { get; } =
        ChatCompletionModels.Create("google.gemma-3-4b-it", Vision with { ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Gemma 3 12B: <c>google.gemma-3-12b-it</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Gemma3It12B { get; } =
        ChatCompletionModels.Create("google.gemma-3-12b-it", Vision with { ContextTokens = 131_000, MaxOutputTokens = 8_192 });

    /// <summary>Gemma 3 27B: <c>google.gemma-3-27b-it</c>.</summary>
    /// <remarks>Registries differ about the context, from 128,000 to 202,000 tokens.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Gemma3It27B { get; } =
        ChatCompletionModels.Create("google.gemma-3-27b-it", Vision with { ContextTokens = 128_000, MaxOutputTokens = 8_192 });

    /// <summary>A Gemma model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Vision);
}
