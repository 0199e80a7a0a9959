namespace Bedrock.Toolkit.Models;

/// <summary>The GLM models of Z.AI; they reason. Thread-safe.</summary>
/// <remarks>
/// GLM 4.6 was seen outside of InvokeModel only. Limits come from public model registries, not from AWS, where nothing else is said.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html
/// </remarks>
public static class GlmModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Reasoning = new() { Tools = true, Reasoning = true };

    /// <summary>GLM 4.7: <c>zai.glm-4.7</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Glm47 { get; } =
        ChatCompletionModels.Create("zai.glm-4.7", Reasoning with { ContextTokens = 204_800, MaxOutputTokens = 131_072 });

    /// <summary>GLM 4.7 Flash: <c>zai.glm-4.7-flash</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Glm47Flash { get; } =
        ChatCompletionModels.Create("zai.glm-4.7-flash", Reasoning with { ContextTokens = 200_000, MaxOutputTokens = 131_072 });

    /// <summary>GLM 5: <c>zai.glm-5</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Glm5 { get; } =
        ChatCompletionModels.Create("zai.glm-5", Reasoning with { ContextTokens = 202_752, MaxOutputTokens = 101_376 });

    /// <summary>A GLM model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Reasoning);
}
