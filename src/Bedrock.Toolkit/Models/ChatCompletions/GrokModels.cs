namespace Bedrock.Toolkit.Models;

/// <summary>The Grok models of xAI, which read images and always reason. Thread-safe.</summary>
/// <remarks>
/// AWS says that they answer InvokeModel, but not in which format: this one is unconfirmed, and so is streaming (the card of 4.7 has it, the table of
/// APIs has not). Grok 4.3 does not answer InvokeModel and is missing on purpose. A caller also needs <c>bedrock:InvokeModel</c> on the account's default
/// project. Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-xai-grok-4-7.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html
/// </remarks>
public static class GrokModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Grok = new() { Input = ModelModalities.Text | ModelModalities.Image, Tools = true, Reasoning = true };

    /// <summary>Grok 4.6: <c>xai.grok-4.6</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Grok46 { get; } =
        ChatCompletionModels.Create("xai.grok-4.6", Grok);

    /// <summary>Grok 4.7: <c>xai.grok-4.7</c>.</summary>
    /// <remarks>Only through a profile: <c>InProfile("us")</c> or <c>InProfile("global")</c>.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Grok47 { get; } =
        ChatCompletionModels.Create("xai.grok-4.7", Grok with { ContextTokens = 500_000 });

    /// <summary>A Grok model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Grok);
}
