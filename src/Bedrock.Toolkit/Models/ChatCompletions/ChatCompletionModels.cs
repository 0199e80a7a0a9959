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
        Create(id, new ModelCapabilities { Tools = true }, ModelRules.Unknown);

    /// <summary>Whether an event is the last of its stream but for counts.</summary>
    internal static bool IsEnd(ChatCompletionStreamEvent streamEvent) =>
        streamEvent is ChatCompletionDoneEvent or ChatCompletionChunkEvent { IsFinished: true } || streamEvent.IsServiceEnd;

    /// <summary>A model of a line.</summary>
    /// <param name="id">The id.</param>
    /// <param name="capabilities">What it can do.</param>
    /// <param name="line">The rules when the id hides the model; those that all lines share when null.</param>
    /// <param name="dialect">How its body differs from the common one: the fault of a request, or null.</param>
    /// <param name="requestTypeInfo">How a request is written, when not as the others.</param>
    internal static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Create(
        ModelId id,
        ModelCapabilities capabilities,
        ModelRules? line = null,
        Func<ChatCompletionRequest, string?>? dialect = null,
        JsonTypeInfo<ChatCompletionRequest>? requestTypeInfo = null) => new(
            id,
            requestTypeInfo ?? ChatCompletionJsonContext.Default.ChatCompletionRequest,
            ChatCompletionJsonContext.Default.ChatCompletionResponse,
            ChatCompletionJsonContext.Default.ChatCompletionStreamEvent,
            IsEnd,
            static () => new ChatCompletionStreamFold())
    {
        Capabilities = capabilities,
        CheckRequest = ChatCompletionRequestCheck.For(ModelRules.For(id) is { IsKnown: true } known ? known : line ?? ChatCompletionRules.Common, dialect),
        ReadMaxTokens = static request => request.MaxCompletionTokens ?? request.MaxTokens,
    };
}
