namespace Bedrock.Toolkit.Models;

/// <summary>The Nova models for text, image and video understanding, with their life as of 2026-11-24. Thread-safe.</summary>
/// <remarks>
/// Many Regions need an inference profile: <c>NovaModels.Lite.InProfile("us")</c>. Nova Sonic (speech) has another API; Canvas, Reel and the
/// embeddings are families of their own. Context windows of Micro, Lite and Pro come from public model registries. Sources:
/// https://docs.aws.amazon.com/nova/latest/userguide/what-is-nova.html, the model cards from
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public static class NovaModels
{
    private const string RetiredUrl = "docs/diagnostics.md#{0}";
    private const string Nova2LiteId = "amazon.nova-2-lite-v1:0";

    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities TextOnly = new() { Tools = true, PromptCaching = true };
    private static readonly ModelCapabilities Multimodal = TextOnly with { Input = ModelModalities.Text | ModelModalities.Image | ModelModalities.Video };

    /// <summary>Nova Micro: <c>amazon.nova-micro-v1:0</c>; text only, the fastest.</summary>
    /// <remarks>Answers of up to 5,000 tokens by AWS's page; model registries say 8,192.</remarks>
    public static StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> Micro { get; } =
        Create("amazon.nova-micro-v1:0", TextOnly with { ContextTokens = 128_000, MaxOutputTokens = 5_000 });

    /// <summary>Nova Lite: <c>amazon.nova-lite-v1:0</c>; text, images and videos.</summary>
    /// <remarks>Answers of up to 5,000 tokens by AWS's page; model registries say 8,192.</remarks>
    public static StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> Lite { get; } =
        Create("amazon.nova-lite-v1:0", Multimodal with { ContextTokens = 300_000, MaxOutputTokens = 5_000 });

    /// <summary>Nova Pro: <c>amazon.nova-pro-v1:0</c>; text, images and videos.</summary>
    /// <remarks>Answers of up to 5,000 tokens by AWS's page; model registries say 8,192.</remarks>
    public static StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> Pro { get; } =
        Create("amazon.nova-pro-v1:0", Multimodal with { ContextTokens = 300_000, MaxOutputTokens = 5_000 });

    /// <summary>Nova Premier: <c>amazon.nova-premier-v1:0</c>; text, images and videos.</summary>
    /// <remarks>Retired: served until 2026-09-14.</remarks>
    [Obsolete("AWS has retired Nova Premier: use NovaModels.Nova2Lite (amazon.nova-2-lite-v1:0) instead.", DiagnosticId = DiagnosticIds.RetiredModel,
        UrlFormat = RetiredUrl)]
    public static StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> Premier { get; } =
        Create(
            "amazon.nova-premier-v1:0",
            Multimodal with { ContextTokens = 1_000_000, MaxOutputTokens = 25_000 },
            ModelLifecycle.Retired(2026, 9, 14) with { Replacement = Nova2LiteId });

    /// <summary>Nova 2 Lite: <c>amazon.nova-2-lite-v1:0</c>; text, images and videos, with reasoning and built-in tools.</summary>
    public static StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> Nova2Lite { get; } =
        Create(Nova2LiteId, Multimodal with { Reasoning = true, ContextTokens = 1_000_000, MaxOutputTokens = 64_000 });

    /// <summary>A Nova model by any id: a profile, a provisioned or customised model, or one that is newer than this version.</summary>
    /// <remarks>Its capabilities are those of Nova Lite; nothing is said about limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> FromId(ModelId id) => Create(id, Multimodal);

    private static StreamingModel<NovaRequest, NovaResponse, NovaStreamEvent> Create(
        ModelId id,
        ModelCapabilities capabilities,
        ModelLifecycle? lifecycle = null) => new(
            id,
            NovaJsonContext.Default.NovaRequest,
            NovaJsonContext.Default.NovaResponse,
            NovaJsonContext.Default.NovaStreamEvent,
            static streamEvent => streamEvent is NovaMessageStopEvent || streamEvent.IsServiceEnd,
            static () => new NovaStreamFold())
    {
        Capabilities = capabilities,
        Lifecycle = lifecycle ?? ModelLifecycle.Active,
        CheckRequest = NovaRequestCheck.For(ModelRules.For(id) is { IsKnown: true } known ? known : NovaRules.Common),
        ReadMaxTokens = static request => request.InferenceConfig?.MaxTokens ?? request.InferenceConfig?.MaxNewTokens,
    };
}

/// <summary>What the Nova models take. Immutable.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/prompt-caching.html</remarks>
internal static class NovaRules
{
    private static readonly ModelRules One = new()
    {
        Line = "Nova",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP | SamplingMembers.TopK,
        TopKField = "inferenceConfig.topK",
        TakesTools = true,
        ToolChoices = ToolChoices.All,
        Reasoning = ReplayedReasoning.None,
        Caching = CachePlaces.System | CachePlaces.Messages,
        MinCachedTokens = 1_000,
        BeginsWithUser = true,
        RolesAlternate = true,
        TakesToolResultStatus = true,
        ToolResultMedia = ModelModalities.Image,
        MaxOutputTokens = 5_000,
    };

    /// <summary>What all lines share: for an id that hides the model.</summary>
    public static ModelRules Common { get; } = One with { Reasoning = ReplayedReasoning.Any, ToolResultMedia = null, MaxOutputTokens = null };

    private static readonly ModelRules Two = One with
    {
        Line = "Nova 2",
        Thinking = ModelThinking.Effort,
        EffortField = "reasoningConfig",
        BuiltInTools = ["nova_code_interpreter", "nova_grounding"],
        Reasoning = ReplayedReasoning.Any,
        ToolResultMedia = ModelModalities.Image | ModelModalities.Document | ModelModalities.Video,
        MaxOutputTokens = 64_000,
    };

    public static ModelRuleEntry[] Entries { get; } =
    [
        new("amazon.nova-micro", One),
        new("amazon.nova-lite", One),
        new("amazon.nova-pro", One),
        new("amazon.nova-premier", One with { Line = "Nova Premier", MaxOutputTokens = 25_000 }),
        new("amazon.nova-2-", Two),
    ];
}
