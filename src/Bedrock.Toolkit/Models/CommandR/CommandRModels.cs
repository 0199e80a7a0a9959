namespace Bedrock.Toolkit.Models;

/// <summary>The Command R models of Cohere, both past their end of life; <see cref="FromId"/> takes provisioned and imported copies. Thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-cohere-command-r-plus.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public static class CommandRModels
{
    private const string RetiredUrl = "docs/diagnostics.md#{0}";

    // Stands before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities Known = new() { Tools = true, ContextTokens = 128_000, MaxOutputTokens = 4_000 };

    /// <summary>Command R: <c>cohere.command-r-v1:0</c>; 128,000 tokens of context, answers of up to 4,000.</summary>
    /// <remarks>Retired: served until 2026-08-19.</remarks>
    [Obsolete("AWS has retired Command R: use amazon.nova-lite-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<CommandRRequest, CommandRResponse, CommandRStreamEvent> CommandR { get; } =
        Create("cohere.command-r-v1:0", Known, ModelLifecycle.Retired(2026, 8, 19) with { Replacement = "amazon.nova-lite-v1:0" });

    /// <summary>Command R+: <c>cohere.command-r-plus-v1:0</c>; 128,000 tokens of context, answers of up to 4,000.</summary>
    /// <remarks>Retired: served until 2026-08-19.</remarks>
    [Obsolete("AWS has retired Command R+: use amazon.nova-pro-v1:0 instead.", DiagnosticId = DiagnosticIds.RetiredModel, UrlFormat = RetiredUrl)]
    public static StreamingModel<CommandRRequest, CommandRResponse, CommandRStreamEvent> CommandRPlus { get; } =
        Create("cohere.command-r-plus-v1:0", Known, ModelLifecycle.Retired(2026, 8, 19) with { Replacement = "amazon.nova-pro-v1:0" });

    /// <summary>A model with the JSON of Command R under any id: a provisioned or imported copy.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<CommandRRequest, CommandRResponse, CommandRStreamEvent> FromId(ModelId id) =>
        Create(id, new ModelCapabilities { Tools = true }, ModelLifecycle.Active);

    private static StreamingModel<CommandRRequest, CommandRResponse, CommandRStreamEvent> Create(ModelId id, ModelCapabilities capabilities,
        ModelLifecycle lifecycle) => new(
        id,
        CommandRJsonContext.Default.CommandRRequest,
        CommandRJsonContext.Default.CommandRResponse,
        CommandRJsonContext.Default.CommandRStreamEvent,
        static streamEvent => streamEvent.IsFinished == true || streamEvent.EventType == CommandREventType.StreamEnd || streamEvent.IsServiceEnd,
        static () => new CommandRStreamFold())
    {
        Capabilities = capabilities,
        Lifecycle = lifecycle,
        CheckRequest = CommandRRequestCheck.Check,
        ReadMaxTokens = static request => request.MaxTokens,
    };
}

/// <summary>What the Command models of Cohere take, with and without R. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html</remarks>
internal static class CommandRules
{
    private static readonly ModelRules Plain = new()
    {
        Line = "Command",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP | SamplingMembers.TopK,
        TopKField = "k",
        Reasoning = ReplayedReasoning.None,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        BeginsWithUser = true,
        RolesAlternate = true,
        TakesSystem = false,
    };

    private static readonly ModelRules R = Plain with
    {
        Line = "Command R",
        Sampling = Plain.Sampling | SamplingMembers.Seed | SamplingMembers.FrequencyPenalty | SamplingMembers.PresencePenalty,
        SeedField = "seed",
        FrequencyPenaltyField = "frequency_penalty",
        PresencePenaltyField = "presence_penalty",
        TakesTools = true,
        ToolChoices = ToolChoices.Auto,
        TakesSystem = true,
    };

    public static ModelRuleEntry[] Entries { get; } = [new("cohere.command-r", R), new("cohere.command-text", Plain), new("cohere.command-light", Plain)];
}
