namespace Bedrock.Toolkit.Models;

/// <summary>The Claude models in the text completion format, all past their end of life; <see cref="FromId"/> takes provisioned copies. Thread-safe.</summary>
/// <remarks>
/// Version 2 and Instant also take the Messages format, see <see cref="ClaudeModels"/>. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-text-completion.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
/// </remarks>
public static class ClaudeTextModels
{
    private const string RetiredUrl = "docs/diagnostics.md#{0}";
    private const string Haiku45 = "anthropic.claude-haiku-4-5-20251001-v1:0";
    private const string Sonnet45 = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    /// <summary>Claude Instant: <c>anthropic.claude-instant-v1</c>.</summary>
    /// <remarks>Retired: served until 2025-07-21.</remarks>
    [Obsolete("AWS has retired Claude Instant: use anthropic.claude-haiku-4-5-20251001-v1:0 (ClaudeModels.Haiku45) instead.",
        DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeTextRequest, ClaudeTextResponse, ClaudeTextStreamEvent> Instant { get; } =
        Create("anthropic.claude-instant-v1", ModelLifecycle.Retired(2025, 7, 21) with { Replacement = Haiku45 });

    /// <summary>Claude 1.3: <c>anthropic.claude-v1</c>.</summary>
    /// <remarks>Retired: served until 2024-02-28.</remarks>
    [Obsolete("AWS has retired Claude 1.3: use anthropic.claude-sonnet-4-5-20250929-v1:0 (ClaudeModels.Sonnet45) instead.",
        DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeTextRequest, ClaudeTextResponse, ClaudeTextStreamEvent> V1 { get; } =
        Create("anthropic.claude-v1", ModelLifecycle.Retired(2024, 2, 28) with { Replacement = Sonnet45 });

    /// <summary>Claude 2.0: <c>anthropic.claude-v2</c>.</summary>
    /// <remarks>Retired: served until 2025-07-21.</remarks>
    [Obsolete("AWS has retired Claude 2.0: use anthropic.claude-sonnet-4-5-20250929-v1:0 (ClaudeModels.Sonnet45) instead.",
        DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeTextRequest, ClaudeTextResponse, ClaudeTextStreamEvent> V2 { get; } =
        Create("anthropic.claude-v2", ModelLifecycle.Retired(2025, 7, 21) with { Replacement = Sonnet45 });

    /// <summary>Claude 2.1: <c>anthropic.claude-v2:1</c>; 200,000 tokens of context.</summary>
    /// <remarks>Retired: served until 2025-07-21.</remarks>
    [Obsolete("AWS has retired Claude 2.1: use anthropic.claude-sonnet-4-5-20250929-v1:0 (ClaudeModels.Sonnet45) instead.",
        DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<ClaudeTextRequest, ClaudeTextResponse, ClaudeTextStreamEvent> V21 { get; } =
        Create("anthropic.claude-v2:1", ModelLifecycle.Retired(2025, 7, 21) with { Replacement = Sonnet45 }, contextTokens: 200_000);

    /// <summary>A model with the JSON of Claude text completions under any id: a provisioned copy.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<ClaudeTextRequest, ClaudeTextResponse, ClaudeTextStreamEvent> FromId(ModelId id) => Create(id, ModelLifecycle.Active);

    private static StreamingModel<ClaudeTextRequest, ClaudeTextResponse, ClaudeTextStreamEvent> Create(ModelId id, ModelLifecycle lifecycle,
        int? contextTokens = null) => new(
        id,
        ClaudeTextJsonContext.Default.ClaudeTextRequest,
        ClaudeTextJsonContext.Default.ClaudeTextResponse,
        ClaudeTextJsonContext.Default.ClaudeTextStreamEvent,
        static streamEvent => streamEvent.StopReason is not null || streamEvent.IsServiceEnd,
        static () => new ClaudeTextStreamFold())
    {
        Capabilities = new ModelCapabilities { ContextTokens = contextTokens, MaxOutputTokens = 4_096 },
        Lifecycle = lifecycle,
        CheckRequest = ClaudeTextRequestCheck.Check,
        ReadMaxTokens = static request => request.MaxTokensToSample,
    };
}
