namespace Bedrock.Toolkit.Models;

/// <summary>The DeepSeek models that take one prompt; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// DeepSeek V3.1 and later take chat completions instead. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-deepseek.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
/// </remarks>
public static class DeepSeekModels
{
    /// <summary>DeepSeek-R1: <c>deepseek.r1-v1:0</c>.</summary>
    /// <remarks>Only through a profile: <c>DeepSeekModels.R1.InProfile("us")</c>. The context comes from public model registries, not from AWS.</remarks>
    public static StreamingModel<DeepSeekRequest, DeepSeekResponse, DeepSeekStreamEvent> R1 { get; } =
        Create("deepseek.r1-v1:0", new ModelCapabilities { Reasoning = true, ContextTokens = 128_000, MaxOutputTokens = 32_768 });

    /// <summary>A model with the JSON of DeepSeek-R1 under any id: a profile, or one that this version does not know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<DeepSeekRequest, DeepSeekResponse, DeepSeekStreamEvent> FromId(ModelId id) =>
        Create(id, new ModelCapabilities { Reasoning = true });

    private static StreamingModel<DeepSeekRequest, DeepSeekResponse, DeepSeekStreamEvent> Create(ModelId id, ModelCapabilities capabilities) =>
        new(
            id,
            DeepSeekJsonContext.Default.DeepSeekRequest,
            DeepSeekJsonContext.Default.DeepSeekResponse,
            DeepSeekJsonContext.Default.DeepSeekStreamEvent,
            static streamEvent => streamEvent.Choices.Any(choice => choice is { StopReason: not null } or { FinishReason: not null })
                || streamEvent.IsServiceEnd,
            static () => new DeepSeekStreamFold())
        {
            CheckRequest = DeepSeekRequestCheck.Check,
            ReadMaxTokens = static request => request.MaxTokens,
            Capabilities = capabilities,
        };
}

/// <summary>What DeepSeek R1 takes. Immutable.</summary>
/// <remarks>That reasoning may not go back to it was published by users in the service's own words.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html</remarks>
internal static class DeepSeekRules
{
    public static ModelRuleEntry[] Entries { get; } =
    [
        new("deepseek.r1", new ModelRules
        {
            Line = "DeepSeek R1",
            Sampling = SamplingMembers.Temperature | SamplingMembers.TopP,
            Thinking = ModelThinking.Always,
            Reasoning = ReplayedReasoning.None,
            StructuredOutput = ModelStructuredOutput.OfferedTool,
            BeginsWithUser = true,
            RolesAlternate = true,
            Profiles = ["us"],
        }),
    ];
}
