using System.Text.Json.Serialization.Metadata;

namespace Bedrock.Toolkit.Models;

/// <summary>Any model that takes the Chat Completions format. The known ones are in the classes of their providers, such as <see cref="OpenAIModels"/>.
/// Thread-safe.</summary>
public static class ChatCompletionModels
{
    /// <summary>A model by any id: one of a provider that this version does not know, a provisioned or imported one, or a profile.</summary>
    /// <remarks>Nothing is said about its limits and life, and only the rules of the format are checked, not those of single models.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        Create(id, new ModelCapabilities { Tools = true }, ChatCompletionRequestCheck.Check);

    /// <summary>A model whose provider has a rule beside those of the format, and perhaps an order of its own for the request's members.</summary>
    internal static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Create(
        ModelId id,
        ModelCapabilities capabilities,
        Func<ChatCompletionRequest, string?> rule,
        JsonTypeInfo<ChatCompletionRequest>? requestTypeInfo = null) => Create(id, capabilities, ChatCompletionRequestCheck.With(rule), requestTypeInfo);

    private static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Create(
        ModelId id,
        ModelCapabilities capabilities,
        Action<ChatCompletionRequest> check,
        JsonTypeInfo<ChatCompletionRequest>? requestTypeInfo = null) => new(
            id,
            requestTypeInfo ?? ChatCompletionJsonContext.Default.ChatCompletionRequest,
            ChatCompletionJsonContext.Default.ChatCompletionResponse,
            ChatCompletionJsonContext.Default.ChatCompletionStreamEvent,
            static streamEvent => streamEvent is ChatCompletionDoneEvent or ChatCompletionChunkEvent { IsFinished: true } || streamEvent.IsServiceEnd,
            static () => new ChatCompletionStreamFold())
    {
        Capabilities = capabilities,
        CheckRequest = check,
        ReadMaxTokens = static request => request.MaxCompletionTokens ?? request.MaxTokens,
    };
}
