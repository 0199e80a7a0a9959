namespace Bedrock.Toolkit.Models;

/// <summary>The Claude models that take the Messages format, with their life as of 2026-11-23. Thread-safe.</summary>
/// <remarks>
/// From 3.5 on, many Regions need an inference profile: <c>ClaudeModels.Sonnet45.InProfile("us")</c>. The Mythos models are missing because they
/// do not answer InvokeModel. Limits of 4.1 to Sonnet 5 come from public model registries, not from AWS. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html and the model cards from
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
/// </remarks>
public static class ClaudeModels
{
    private const string RetiredUrl = "docs/diagnostics.md#{0}";

    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities TextOnly = new();
    private static readonly ModelCapabilities Vision = new() { Input = ModelModalities.Text | ModelModalities.Image, Tools = true };
    private static readonly ModelCapabilities Documents = Vision with { Input = ModelModalities.Text | ModelModalities.Image | ModelModalities.Document };
    private static readonly ModelCapabilities CachedText = new() { Tools = true, PromptCaching = true };
    private static readonly ModelCapabilities CachedDocuments = Documents with { PromptCaching = true };
    private static readonly ModelCapabilities Reasoning = CachedDocuments with { Reasoning = true };

    /// <summary>Claude Instant 1.2: <c>anthropic.claude-instant-v1</c>.</summary>
    /// <remarks>Retired: served until 2025-07-21.</remarks>
    [Obsolete("AWS has retired Claude Instant 1.2: use ClaudeModels.Haiku45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> ClaudeInstant { get; } =
        Create(
            "anthropic.claude-instant-v1",
            TextOnly with { MaxOutputTokens = 4_096 },
            ModelLifecycle.Retired(2025, 7, 21) with { Replacement = "anthropic.claude-haiku-4-5-20251001-v1:0" });

    /// <summary>Claude 2.0: <c>anthropic.claude-v2</c>.</summary>
    /// <remarks>Retired: served until 2025-07-21.</remarks>
    [Obsolete("AWS has retired Claude 2.0: use ClaudeModels.Sonnet45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Claude2 { get; } =
        Create(
            "anthropic.claude-v2",
            TextOnly with { MaxOutputTokens = 4_096 },
            ModelLifecycle.Retired(2025, 7, 21) with { Replacement = "anthropic.claude-sonnet-4-5-20250929-v1:0" });

    /// <summary>Claude 2.1: <c>anthropic.claude-v2:1</c>.</summary>
    /// <remarks>Retired: served until 2025-07-21.</remarks>
    [Obsolete("AWS has retired Claude 2.1: use ClaudeModels.Sonnet45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Claude21 { get; } =
        Create(
            "anthropic.claude-v2:1",
            TextOnly with { ContextTokens = 200_000, MaxOutputTokens = 4_096 },
            ModelLifecycle.Retired(2025, 7, 21) with { Replacement = "anthropic.claude-sonnet-4-5-20250929-v1:0" });

    /// <summary>Claude 3 Sonnet: <c>anthropic.claude-3-sonnet-20240229-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2025-07-21 in most Regions.</remarks>
    [Obsolete("AWS has retired Claude 3 Sonnet: use ClaudeModels.Sonnet45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet3 { get; } =
        Create(
            "anthropic.claude-3-sonnet-20240229-v1:0",
            Vision,
            ModelLifecycle.Retired(2025, 7, 21) with { Replacement = "anthropic.claude-sonnet-4-5-20250929-v1:0" });

    /// <summary>Claude 3 Haiku: <c>anthropic.claude-3-haiku-20240307-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2026-09-10.</remarks>
    [Obsolete("AWS has retired Claude 3 Haiku: use ClaudeModels.Haiku45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Haiku3 { get; } =
        Create(
            "anthropic.claude-3-haiku-20240307-v1:0",
            Vision,
            ModelLifecycle.Retired(2026, 9, 10) with { Replacement = "anthropic.claude-haiku-4-5-20251001-v1:0" });

    /// <summary>Claude 3 Opus: <c>anthropic.claude-3-opus-20240229-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2026-01-15.</remarks>
    [Obsolete("AWS has retired Claude 3 Opus: use ClaudeModels.Opus45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus3 { get; } =
        Create(
            "anthropic.claude-3-opus-20240229-v1:0",
            Vision,
            ModelLifecycle.Retired(2026, 1, 15) with { Replacement = "anthropic.claude-opus-4-5-20251101-v1:0" });

    /// <summary>Claude 3.5 Sonnet, first version: <c>anthropic.claude-3-5-sonnet-20240620-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2026-03-01 in the US and the EU.</remarks>
    [Obsolete("AWS has retired Claude 3.5 Sonnet, first version: use ClaudeModels.Sonnet45 instead.", DiagnosticId = DiagnosticIds.RetiredModel,
        UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet35 { get; } =
        Create(
            "anthropic.claude-3-5-sonnet-20240620-v1:0",
            Documents,
            ModelLifecycle.Retired(2026, 3, 1) with { Replacement = "anthropic.claude-sonnet-4-5-20250929-v1:0" });

    /// <summary>Claude 3.5 Sonnet, second version: <c>anthropic.claude-3-5-sonnet-20241022-v2:0</c>.</summary>
    /// <remarks>Retired: served until 2026-03-01 in the US.</remarks>
    [Obsolete("AWS has retired Claude 3.5 Sonnet, second version: use ClaudeModels.Sonnet45 instead.", DiagnosticId = DiagnosticIds.RetiredModel,
        UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet35V2 { get; } =
        Create(
            "anthropic.claude-3-5-sonnet-20241022-v2:0",
            CachedDocuments,
            ModelLifecycle.Retired(2026, 3, 1) with { Replacement = "anthropic.claude-sonnet-4-5-20250929-v1:0" });

    /// <summary>Claude 3.5 Haiku: <c>anthropic.claude-3-5-haiku-20241022-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2026-06-19. Reads text only.</remarks>
    [Obsolete("AWS has retired Claude 3.5 Haiku: use ClaudeModels.Haiku45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Haiku35 { get; } =
        Create(
            "anthropic.claude-3-5-haiku-20241022-v1:0",
            CachedText with { ContextTokens = 200_000, MaxOutputTokens = 8_192 },
            ModelLifecycle.Retired(2026, 6, 19) with { Replacement = "anthropic.claude-haiku-4-5-20251001-v1:0" });

    /// <summary>Claude 3.7 Sonnet: <c>anthropic.claude-3-7-sonnet-20250219-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2026-04-28.</remarks>
    [Obsolete("AWS has retired Claude 3.7 Sonnet: use ClaudeModels.Sonnet45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet37 { get; } =
        Create(
            "anthropic.claude-3-7-sonnet-20250219-v1:0",
            Reasoning,
            ModelLifecycle.Retired(2026, 4, 28) with { Replacement = "anthropic.claude-sonnet-4-5-20250929-v1:0" });

    /// <summary>Claude Opus 4: <c>anthropic.claude-opus-4-20250514-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2026-05-31.</remarks>
    [Obsolete("AWS has retired Claude Opus 4: use ClaudeModels.Opus45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus4 { get; } =
        Create(
            "anthropic.claude-opus-4-20250514-v1:0",
            Reasoning,
            ModelLifecycle.Retired(2026, 5, 31) with { Replacement = "anthropic.claude-opus-4-5-20251101-v1:0" });

    /// <summary>Claude Sonnet 4: <c>anthropic.claude-sonnet-4-20250514-v1:0</c>.</summary>
    /// <remarks>Retired: served until 2026-10-14. 1,000,000 tokens of context with the beta <c>context-1m-2025-08-07</c>.</remarks>
    [Obsolete("AWS has retired Claude Sonnet 4: use ClaudeModels.Sonnet45 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet4 { get; } =
        Create(
            "anthropic.claude-sonnet-4-20250514-v1:0",
            Reasoning with { ContextTokens = 200_000 },
            ModelLifecycle.Retired(2026, 10, 14) with { Replacement = "anthropic.claude-sonnet-4-5-20250929-v1:0" });

    /// <summary>Claude Opus 4.1: <c>anthropic.claude-opus-4-1-20250805-v1:0</c>.</summary>
    /// <remarks>Legacy: served until 2027-01-08.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus41 { get; } =
        Create(
            "anthropic.claude-opus-4-1-20250805-v1:0",
            Reasoning with { ContextTokens = 200_000, MaxOutputTokens = 32_000 },
            ModelLifecycle.Legacy(2027, 1, 8) with { Replacement = "anthropic.claude-opus-4-5-20251101-v1:0" });

    /// <summary>Claude Sonnet 4.5: <c>anthropic.claude-sonnet-4-5-20250929-v1:0</c>.</summary>
    /// <remarks>Takes temperature or top-p, not both.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet45 { get; } =
        Create("anthropic.claude-sonnet-4-5-20250929-v1:0", Reasoning with { ContextTokens = 200_000, MaxOutputTokens = 64_000 });

    /// <summary>Claude Haiku 4.5: <c>anthropic.claude-haiku-4-5-20251001-v1:0</c>.</summary>
    /// <remarks>Takes temperature or top-p, not both.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Haiku45 { get; } =
        Create("anthropic.claude-haiku-4-5-20251001-v1:0", Reasoning with { ContextTokens = 200_000, MaxOutputTokens = 64_000 });

    /// <summary>Claude Opus 4.5: <c>anthropic.claude-opus-4-5-20251101-v1:0</c>.</summary>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus45 { get; } =
        Create("anthropic.claude-opus-4-5-20251101-v1:0", Reasoning with { ContextTokens = 200_000, MaxOutputTokens = 64_000 });

    /// <summary>Claude Opus 4.6: <c>anthropic.claude-opus-4-6-v1</c>.</summary>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus46 { get; } =
        Create("anthropic.claude-opus-4-6-v1", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Sonnet 4.6: <c>anthropic.claude-sonnet-4-6</c>.</summary>
    /// <remarks>One AWS page writes the id with <c>-v1</c> at its end.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet46 { get; } =
        Create("anthropic.claude-sonnet-4-6", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 64_000 });

    /// <summary>Claude Opus 4.7: <c>anthropic.claude-opus-4-7</c>.</summary>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus47 { get; } =
        Create("anthropic.claude-opus-4-7", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Opus 4.8: <c>anthropic.claude-opus-4-8</c>.</summary>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus48 { get; } =
        Create("anthropic.claude-opus-4-8", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Sonnet 5: <c>anthropic.claude-sonnet-5</c>.</summary>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet5 { get; } =
        Create("anthropic.claude-sonnet-5", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Opus 5: <c>anthropic.claude-opus-5</c>.</summary>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus5 { get; } =
        Create("anthropic.claude-opus-5", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Fable 5: <c>anthropic.claude-fable-5</c>.</summary>
    /// <remarks>Always thinks.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Fable5 { get; } =
        Create("anthropic.claude-fable-5", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Fable 5.1: <c>anthropic.claude-fable-5-1</c>.</summary>
    /// <remarks>Always thinks. Context and longest answer are unconfirmed.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Fable51 { get; } =
        Create("anthropic.claude-fable-5-1", Reasoning);

    /// <summary>Claude Opus 5.5: <c>anthropic.claude-opus-5-5</c>.</summary>
    /// <remarks>Always thinks.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Opus55 { get; } =
        Create("anthropic.claude-opus-5-5", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Sonnet 5.5: <c>anthropic.claude-sonnet-5-5</c>.</summary>
    /// <remarks>Only through an inference profile.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Sonnet55 { get; } =
        Create("anthropic.claude-sonnet-5-5", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>Claude Haiku 5.5: <c>anthropic.claude-haiku-5-5</c>.</summary>
    /// <remarks>The id is from a public client, not from AWS; on demand or only through a profile is unconfirmed.</remarks>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Haiku55 { get; } =
        Create("anthropic.claude-haiku-5-5", Reasoning with { ContextTokens = 1_000_000, MaxOutputTokens = 128_000 });

    /// <summary>A Claude model by any id: a profile, a provisioned or custom model, or one that is newer than this version.</summary>
    /// <remarks>Its capabilities are those of every Claude since 3.5; nothing is said about limits and life.</remarks>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> FromId(ModelId id) => Create(id, Documents);

    private static StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> Create(
        ModelId id,
        ModelCapabilities capabilities,
        ModelLifecycle? lifecycle = null) => new(
            id,
            ClaudeJsonContext.Default.ClaudeRequest,
            ClaudeJsonContext.Default.ClaudeResponse,
            ClaudeJsonContext.Default.ClaudeStreamEvent,
            static streamEvent => streamEvent is ClaudeMessageStopEvent || streamEvent.IsServiceEnd,
            static () => new ClaudeStreamFold())
    {
        Capabilities = capabilities,
        Lifecycle = lifecycle ?? ModelLifecycle.Active,
        CheckRequest = ClaudeRequestCheck.For(ModelRules.For(id)),
        ReadMaxTokens = static request => request.MaxTokens,
        ReadUsual = ClaudeTextPiece.Read,
    };
}
