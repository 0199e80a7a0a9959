namespace Bedrock.Toolkit.Models;

/// <summary>The Mistral models that take the chat format of Mistral Large, a dialect of Chat Completions, as far as this version knows them;
/// <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// The dialect takes messages, tools, <c>tool_choice</c> (<c>auto</c>, <c>any</c> or <c>none</c>), <c>max_tokens</c> up to 8,192, <c>temperature</c> and
/// <c>top_p</c> up to 1. Its answers can have the reason for the end as <c>stop_reason</c>, and a stream its pieces in <c>message</c>:
/// <see cref="ChatCompletionResponse.FinishReason"/>, <see cref="ChatCompletionStreamEvent.FinishReason"/> and
/// <see cref="ChatCompletionStreamEvent.Text"/> read both forms. Newer models (Large 3, Ministral, Magistral, Devstral, Voxtral) take chat completions as
/// they are. Contexts of the Large models are unconfirmed. Sources:
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
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Large2402 { get; } =
        Create("mistral.mistral-large-2402-v1:0", TextOnly);

    /// <summary>Mistral Large 2 24.07: <c>mistral.mistral-large-2407-v1:0</c>.</summary>
    /// <remarks>Only in us-west-2.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Large2407 { get; } =
        Create("mistral.mistral-large-2407-v1:0", TextOnly);

    /// <summary>Pixtral Large 25.02, which reads images: <c>mistral.pixtral-large-2502-v1:0</c>.</summary>
    /// <remarks>Only through a profile: <c>MistralChatModels.PixtralLarge2502.InProfile("us")</c>, or <c>eu</c>. Its longest answer comes from public
    /// registries.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> PixtralLarge2502 { get; } =
        Create("mistral.pixtral-large-2502-v1:0", Vision with { ContextTokens = 128_000, MaxOutputTokens = MaxOutputTokens });

    /// <summary>A model with the JSON of the Mistral chat format under any id: a profile, a provisioned or custom model, or one that this version does
    /// not know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) => Create(id, Vision);

    /// <summary>Begins a conversation, or goes on from a request, as these models take it.</summary>
    /// <remarks>Turns of user and model alternate, so consecutive turns of the user become one message, texts with an empty line between them; an answer
    /// without text goes on as an empty one; <c>max_tokens</c> is left to the service until it is set.</remarks>
    /// <param name="request">The conversation so far, which is copied; null for a new one.</param>
    /// <returns>The builder.</returns>
    public static ChatCompletionRequestBuilder Conversation(ChatCompletionRequest? request = null) =>
        new(request ?? new ChatCompletionRequest { Messages = [] }, alternates: true);

    private static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Create(
        ModelId id,
        ModelCapabilities capabilities) => ChatCompletionModels.Create(
            id,
            capabilities,
            dialect: capabilities.Input.HasFlag(ModelModalities.Image) ? MistralChatDialect.FaultOf : MistralChatDialect.FaultOfTextOnly,
            requestTypeInfo: MistralChatDialect.RequestTypeInfo);
}
