namespace Bedrock.Toolkit.Models;

/// <summary>The Jamba models of AI21 Labs, with their life as of 2026-11-24: all at or near their end; <see cref="FromId"/> takes provisioned copies.
/// Thread-safe.</summary>
/// <remarks>
/// A dialect of Chat Completions with a request of its own: <see cref="JambaRequest"/>. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-jamba.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-card-ai21-labs-jamba-1-5-large.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html
/// </remarks>
public static class JambaModels
{
    private const string RetiredUrl = "docs/diagnostics.md#{0}";
    private const string NovaLite = "amazon.nova-lite-v1:0";
    private const string NovaPro = "amazon.nova-pro-v1:0";

    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Instruct10 = new() { ContextTokens = 256_000, MaxOutputTokens = 4_096 };
    private static readonly ModelCapabilities Version15 = Instruct10 with { Tools = true };

    /// <summary>Jamba-Instruct: <c>ai21.jamba-instruct-v1:0</c>; 256,000 tokens of context, answers of up to 4,096.</summary>
    /// <remarks>Retired: served until 2025-08-01.</remarks>
    [Obsolete("AWS has retired Jamba-Instruct: use amazon.nova-lite-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<JambaRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Instruct { get; } =
        Create("ai21.jamba-instruct-v1:0", Instruct10, ModelLifecycle.Retired(2025, 8, 1) with { Replacement = NovaLite });

    /// <summary>Jamba 1.5 Mini: <c>ai21.jamba-1-5-mini-v1:0</c>; 256,000 tokens of context, answers of up to 4,096, tools.</summary>
    /// <remarks>Legacy: served until 2026-11-26.</remarks>
    public static StreamingModel<JambaRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Mini15 { get; } =
        Create("ai21.jamba-1-5-mini-v1:0", Version15, ModelLifecycle.Legacy(2026, 11, 26) with { Replacement = NovaLite });

    /// <summary>Jamba 1.5 Large: <c>ai21.jamba-1-5-large-v1:0</c>; 256,000 tokens of context, answers of up to 4,096, tools.</summary>
    /// <remarks>Legacy: served until 2026-11-26.</remarks>
    public static StreamingModel<JambaRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Large15 { get; } =
        Create("ai21.jamba-1-5-large-v1:0", Version15, ModelLifecycle.Legacy(2026, 11, 26) with { Replacement = NovaPro });

    /// <summary>A model with the JSON of Jamba under any id: a provisioned copy, or one that this version does not know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<JambaRequest, ChatCompletionResponse, ChatCompletionStreamEvent> FromId(ModelId id) =>
        Create(id, new ModelCapabilities { Tools = true }, ModelLifecycle.Active);

    private static StreamingModel<JambaRequest, ChatCompletionResponse, ChatCompletionStreamEvent> Create(
        ModelId id,
        ModelCapabilities capabilities,
        ModelLifecycle lifecycle) => new(
        id,
        ChatCompletionJsonContext.Default.JambaRequest,
        ChatCompletionJsonContext.Default.ChatCompletionResponse,
        ChatCompletionJsonContext.Default.ChatCompletionStreamEvent,
        ChatCompletionModels.IsEnd,
        static () => new ChatCompletionStreamFold())
    {
        Capabilities = capabilities,
        Lifecycle = lifecycle,
        CheckRequest = JambaRequestCheck.Check,
        ReadMaxTokens = static request => request.MaxTokens,
    };
}

/// <summary>What the models of AI21 take. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html</remarks>
internal static class JambaRules
{
    private static readonly ModelRules Jurassic = new()
    {
        Line = "Jurassic-2",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP,
        Reasoning = ReplayedReasoning.None,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        BeginsWithUser = true,
        RolesAlternate = true,
        TakesSystem = false,
    };

    private static readonly ModelRules Jamba = Jurassic with
    {
        Line = "Jamba",
        Sampling = Jurassic.Sampling | SamplingMembers.FrequencyPenalty | SamplingMembers.PresencePenalty,
        FrequencyPenaltyField = "frequency_penalty",
        PresencePenaltyField = "presence_penalty",
        TakesTools = true,
        ToolChoices = ToolChoices.Auto,
        TakesSystem = true,
    };

    public static ModelRuleEntry[] Entries { get; } =
    [
        new("ai21.j2-", Jurassic),
        new("ai21.jamba-instruct", Jamba with { Line = "Jamba Instruct", TakesTools = false, ToolChoices = ToolChoices.None }),
        new("ai21.jamba", Jamba),
    ];
}
