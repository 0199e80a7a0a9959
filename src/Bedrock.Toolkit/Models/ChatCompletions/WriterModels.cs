namespace Bedrock.Toolkit.Models;

/// <summary>The Palmyra models of Writer. Thread-safe.</summary>
/// <remarks>
/// Set <see cref="ChatCompletionRequest.MaxTokens"/>: the default of 16 cuts nearly every answer. X4 and X5 are called through a profile:
/// <c>InProfile("us")</c>. X4 and X5 also continue a text: <see cref="CompletionFromId"/>. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-palmyra-x4.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-palmyra-x5.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-writer-palmyra-vision-7b.html
/// </remarks>
public static class WriterModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Tools = new() { Tools = true };

    /// <summary>Palmyra X4: <c>writer.palmyra-x4-v1:0</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> PalmyraX4 { get; } =
        ChatCompletionModels.Create("writer.palmyra-x4-v1:0", Tools with { ContextTokens = 122_880, MaxOutputTokens = 8_192 });

    /// <summary>Palmyra X5: <c>writer.palmyra-x5-v1:0</c>.</summary>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> PalmyraX5 { get; } =
        ChatCompletionModels.Create("writer.palmyra-x5-v1:0", Tools with { ContextTokens = 1_040_000, MaxOutputTokens = 8_192 });

    /// <summary>Palmyra Vision 7B, which reads images: <c>writer.palmyra-vision-7b</c>.</summary>
    /// <remarks>Its card lists streaming, the table of APIs does not: unconfirmed.</remarks>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> PalmyraVision7B { get; } =
        ChatCompletionModels.Create("writer.palmyra-vision-7b",
            new ModelCapabilities { Input = ModelModalities.Text | ModelModalities.Image, ContextTokens = 4_000, MaxOutputTokens = 4_000 });

    /// <summary>A Palmyra model by any id: a profile, a provisioned model, or one that is newer than this version.</summary>
    /// <remarks>Nothing is said about its limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ChatCompletionRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        ChatCompletionModels.Create(id, Tools, ChatCompletionRules.Palmyra);

    /// <summary>Palmyra X4 or X5 as a model that continues a text, by any id: <c>us.writer.palmyra-x4-v1:0</c>, <c>us.writer.palmyra-x5-v1:0</c>.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<WriterCompletionRequest, WriterCompletionResponse, WriterCompletionStreamEvent> CompletionFromId(ModelId id) => new(
        id,
        ChatCompletionJsonContext.Default.WriterCompletionRequest,
        ChatCompletionJsonContext.Default.WriterCompletionResponse,
        ChatCompletionJsonContext.Default.WriterCompletionStreamEvent,
        static streamEvent => streamEvent is WriterCompletionDoneEvent or WriterCompletionChunkEvent { Choices: [{ FinishReason: not null }, ..] }
            || streamEvent.IsServiceEnd,
        static () => new WriterCompletionStreamFold())
    {
        CheckRequest = CheckCompletion,
        ReadMaxTokens = static request => request.MaxTokens,
    };

    private static void CheckCompletion(WriterCompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(
            string.IsNullOrWhiteSpace(request.Prompt) ? "Prompt must not be blank."
            : request.MaxTokens is < 1 ? $"MaxTokens must be at least 1; it is {request.MaxTokens}."
            : request.MinTokens is < 0 ? $"MinTokens must be at least 0; it is {request.MinTokens}."
            : request.MinTokens > request.MaxTokens ? $"MinTokens must not be above MaxTokens; it is {request.MinTokens} of {request.MaxTokens}."
            : FamilyChecks.FaultOfNumbers(
                ("Temperature", request.Temperature),
                ("TopP", request.TopP),
                ("PresencePenalty", request.PresencePenalty),
                ("FrequencyPenalty", request.FrequencyPenalty)));
    }
}
