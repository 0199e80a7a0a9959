namespace Bedrock.Toolkit.Models;

/// <summary>The Kimi models of Moonshot AI; they reason. Thread-safe.</summary>
/// <remarks>
/// The provider's prefix is <c>moonshot.</c> for K2 Thinking and <c>moonshotai.</c> since. Limits come from public model registries, not from AWS,
/// where nothing else is said.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-moonshot-ai-kimi-k3.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html
/// </remarks>
public static class MoonshotModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Reasoning = new() { Tools = true, Reasoning = true };

    /// <summary>Kimi K2 Thinking: <c>moonshot.kimi-k2-thinking</c>.</summary>
    /// <remarks>Registries differ about the longest answer.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> KimiK2Thinking { get; } =
        ChatCompletionModels.Create("moonshot.kimi-k2-thinking", Reasoning with { ContextTokens = 262_000 });

    /// <summary>Kimi K2.5, which reads images: <c>moonshotai.kimi-k2.5</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> KimiK25 { get; } =
        ChatCompletionModels.Create("moonshotai.kimi-k2.5",
            Reasoning with { Input = ModelModalities.Text | ModelModalities.Image, ContextTokens = 262_000, MaxOutputTokens = 16_000 });

    /// <summary>Kimi K3, which reads images: <c>moonshotai.kimi-k3</c>.</summary>
    /// <remarks>Only through a profile: <c>InProfile("us")</c> or <c>InProfile("global")</c>. Put images before the text. It fails on the reasoning of
    /// earlier turns.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> KimiK3 { get; } =
        ChatCompletionModels.Create("moonshotai.kimi-k3", Reasoning with { Input = ModelModalities.Text | ModelModalities.Image, ContextTokens = 1_000_000 });

    /// <summary>A Kimi model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Reasoning);
}
