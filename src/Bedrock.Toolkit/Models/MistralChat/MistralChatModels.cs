namespace Bedrock.Toolkit.Models;

/// <summary>The Mistral models that take the chat format of Mistral Large, as far as this version knows them; <see cref="FromId"/> takes every other
/// id. Thread-safe.</summary>
/// <remarks>
/// Newer models (Large 3, Ministral, Magistral, Devstral, Voxtral) take chat completions instead. Contexts of the Large models are unconfirmed. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-large-2407.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-pixtral-large.html
/// </remarks>
public static class MistralChatModels
{
    private const int MaxOutputTokens = 8_192;

    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities TextOnly = new() { Tools = true, MaxOutputTokens = MaxOutputTokens };
    private static readonly ModelCapabilities Vision = new() { Input = ModelModalities.Text | ModelModalities.Image, Tools = true };

    /// <summary>Mistral Large 24.02: <c>mistral.mistral-large-2402-v1:0</c>.</summary>
    /// <remarks>It takes one prompt too: <c>MistralModels.FromId(MistralChatModels.Large2402.Id)</c>.</remarks>
    public static StreamingModel<MistralChatRequest, MistralChatResponse, MistralChatStreamEvent> Large2402 { get; } =
        Create("mistral.mistral-large-2402-v1:0", TextOnly);

    /// <summary>Mistral Large 2 24.07: <c>mistral.mistral-large-2407-v1:0</c>.</summary>
    /// <remarks>Only in us-west-2.</remarks>
    public static StreamingModel<MistralChatRequest, MistralChatResponse, MistralChatStreamEvent> Large2407 { get; } =
        Create("mistral.mistral-large-2407-v1:0", TextOnly);

    /// <summary>Pixtral Large 25.02, which reads images: <c>mistral.pixtral-large-2502-v1:0</c>.</summary>
    /// <remarks>Only through a profile: <c>MistralChatModels.PixtralLarge2502.InProfile("us")</c>, or <c>eu</c>. Its longest answer comes from public
    /// registries.</remarks>
    public static StreamingModel<MistralChatRequest, MistralChatResponse, MistralChatStreamEvent> PixtralLarge2502 { get; } =
        Create("mistral.pixtral-large-2502-v1:0", Vision with { ContextTokens = 128_000, MaxOutputTokens = MaxOutputTokens });

    /// <summary>A model with the JSON of the Mistral chat format under any id: a profile, a provisioned or custom model, or one that this version does
    /// not know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<MistralChatRequest, MistralChatResponse, MistralChatStreamEvent> FromId(ModelId id) => Create(id, Vision);

    private static StreamingModel<MistralChatRequest, MistralChatResponse, MistralChatStreamEvent> Create(ModelId id, ModelCapabilities capabilities) =>
        new(
            id,
            MistralChatJsonContext.Default.MistralChatRequest,
            MistralChatJsonContext.Default.MistralChatResponse,
            MistralChatJsonContext.Default.MistralChatStreamEvent,
            static streamEvent => streamEvent.Choices.Any(choice => choice is { StopReason: not null } or { FinishReason: not null }) || streamEvent.IsServiceEnd,
            static () => new MistralChatStreamFold())
        {
            CheckRequest = capabilities.Input.HasFlag(ModelModalities.Image) ? MistralChatRequestCheck.Check : MistralChatRequestCheck.CheckTextOnly,
            ReadMaxTokens = static request => request.MaxTokens,
            Capabilities = capabilities,
        };
}
