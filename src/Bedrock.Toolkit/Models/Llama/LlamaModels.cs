namespace Bedrock.Toolkit.Models;

/// <summary>The Llama models that this version knows; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// From 3.2 on, most Regions need an inference profile: <c>LlamaModels.Llama33Instruct70B.InProfile("us")</c>. Limits of 3.3 and 4 come from public
/// model registries, not from AWS. Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html and https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public static class LlamaModels
{
    // These stand before the models: static members are initialised in the order of the text.
    private static readonly ModelCapabilities TextOnly = new();
    private static readonly ModelCapabilities Tools = new() { Tools = true };
    private static readonly ModelCapabilities Vision = new() { Input = ModelModalities.Text | ModelModalities.Image, Tools = true };

    /// <summary>Llama 2 Chat 13B: <c>meta.llama2-13b-chat-v1</c>.</summary>
    /// <remarks>Retired: served until 2024-10-30.</remarks>
    [Obsolete("AWS ended Llama 2 Chat 13B on 2024-10-30; use meta.llama3-1-8b-instruct-v1:0 (LlamaModels.Llama31Instruct8B). For a customised copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama2Chat13B { get; } =
        Create("meta.llama2-13b-chat-v1", TextOnly with { MaxOutputTokens = 2_048 },
            ModelLifecycle.Retired(2024, 10, 30) with { Replacement = "meta.llama3-1-8b-instruct-v1:0" });

    /// <summary>Llama 2 13B, not tuned for chat: <c>meta.llama2-13b-v1</c>.</summary>
    /// <remarks>Retired: served until 2024-10-30. It was there for customising only, and has no chat template.</remarks>
    [Obsolete("AWS ended Llama 2 13B on 2024-10-30; use meta.llama3-1-8b-instruct-v1:0 (LlamaModels.Llama31Instruct8B). For a customised copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama2Base13B { get; } =
        Create("meta.llama2-13b-v1", TextOnly with { MaxOutputTokens = 2_048 },
            ModelLifecycle.Retired(2024, 10, 30) with { Replacement = "meta.llama3-1-8b-instruct-v1:0" });

    /// <summary>Llama 2 Chat 70B: <c>meta.llama2-70b-chat-v1</c>.</summary>
    /// <remarks>Retired: served until 2024-10-30.</remarks>
    [Obsolete("AWS ended Llama 2 Chat 70B on 2024-10-30; use meta.llama3-1-70b-instruct-v1:0 (LlamaModels.Llama31Instruct70B). For a customised copy use "
        + "FromId.", DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama2Chat70B { get; } =
        Create("meta.llama2-70b-chat-v1", TextOnly with { MaxOutputTokens = 2_048 },
            ModelLifecycle.Retired(2024, 10, 30) with { Replacement = "meta.llama3-1-70b-instruct-v1:0" });

    /// <summary>Llama 2 70B, not tuned for chat: <c>meta.llama2-70b-v1</c>.</summary>
    /// <remarks>Retired: served until 2024-10-30. It was there for customising only, and has no chat template.</remarks>
    [Obsolete("AWS ended Llama 2 70B on 2024-10-30; use meta.llama3-1-70b-instruct-v1:0 (LlamaModels.Llama31Instruct70B). For a customised copy use FromId.",
        DiagnosticId = DiagnosticIds.RetiredModel)]
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama2Base70B { get; } =
        Create("meta.llama2-70b-v1", TextOnly with { MaxOutputTokens = 2_048 },
            ModelLifecycle.Retired(2024, 10, 30) with { Replacement = "meta.llama3-1-70b-instruct-v1:0" });

    /// <summary>Llama 3 8B Instruct: <c>meta.llama3-8b-instruct-v1:0</c>.</summary>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama3Instruct8B { get; } =
        Create("meta.llama3-8b-instruct-v1:0", TextOnly with { ContextTokens = 8_192, MaxOutputTokens = 2_048 });

    /// <summary>Llama 3 70B Instruct: <c>meta.llama3-70b-instruct-v1:0</c>.</summary>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama3Instruct70B { get; } =
        Create("meta.llama3-70b-instruct-v1:0", TextOnly with { ContextTokens = 8_192, MaxOutputTokens = 2_048 });

    /// <summary>Llama 3.1 8B Instruct: <c>meta.llama3-1-8b-instruct-v1:0</c>.</summary>
    /// <remarks>The model card says 4,096 tokens out, the page of parameters 2,048.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama31Instruct8B { get; } =
        Create("meta.llama3-1-8b-instruct-v1:0", Tools with { ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Llama 3.1 70B Instruct: <c>meta.llama3-1-70b-instruct-v1:0</c>.</summary>
    /// <remarks>The model card says 4,096 tokens out, the page of parameters 2,048.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama31Instruct70B { get; } =
        Create("meta.llama3-1-70b-instruct-v1:0", Tools with { ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Llama 3.1 405B Instruct: <c>meta.llama3-1-405b-instruct-v1:0</c>.</summary>
    /// <remarks>AWS lists it for Converse, but not for InvokeModel.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama31Instruct405B { get; } =
        Create("meta.llama3-1-405b-instruct-v1:0", Tools with { ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Llama 3.2 1B Instruct: <c>meta.llama3-2-1b-instruct-v1:0</c>.</summary>
    /// <remarks>Only through an inference profile in most Regions. Limits are unconfirmed.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama32Instruct1B { get; } =
        Create("meta.llama3-2-1b-instruct-v1:0", Tools);

    /// <summary>Llama 3.2 3B Instruct: <c>meta.llama3-2-3b-instruct-v1:0</c>.</summary>
    /// <remarks>Only through an inference profile in most Regions. Limits are unconfirmed.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama32Instruct3B { get; } =
        Create("meta.llama3-2-3b-instruct-v1:0", Tools);

    /// <summary>Llama 3.2 11B Instruct, which reads images: <c>meta.llama3-2-11b-instruct-v1:0</c>.</summary>
    /// <remarks>Only through an inference profile in most Regions. Limits are unconfirmed.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama32Instruct11B { get; } =
        Create("meta.llama3-2-11b-instruct-v1:0", Vision);

    /// <summary>Llama 3.2 90B Instruct, which reads images: <c>meta.llama3-2-90b-instruct-v1:0</c>.</summary>
    /// <remarks>Only through an inference profile in most Regions. Limits are unconfirmed.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama32Instruct90B { get; } =
        Create("meta.llama3-2-90b-instruct-v1:0", Vision);

    /// <summary>Llama 3.3 70B Instruct: <c>meta.llama3-3-70b-instruct-v1:0</c>.</summary>
    /// <remarks>Only through an inference profile in most Regions.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama33Instruct70B { get; } =
        Create("meta.llama3-3-70b-instruct-v1:0", Tools with { ContextTokens = 128_000, MaxOutputTokens = 4_096 });

    /// <summary>Llama 4 Maverick 17B Instruct, which reads images: <c>meta.llama4-maverick-17b-instruct-v1:0</c>.</summary>
    /// <remarks>Only through the profile <c>us</c>. AWS contradicts itself on whether it streams.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama4Maverick17B { get; } =
        Create("meta.llama4-maverick-17b-instruct-v1:0", Vision with { ContextTokens = 1_000_000, MaxOutputTokens = 16_384 });

    /// <summary>Llama 4 Scout 17B Instruct, which reads images: <c>meta.llama4-scout-17b-instruct-v1:0</c>.</summary>
    /// <remarks>Only through the profile <c>us</c>. AWS contradicts itself on whether it streams.</remarks>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Llama4Scout17B { get; } =
        Create("meta.llama4-scout-17b-instruct-v1:0", Vision with { ContextTokens = 3_500_000, MaxOutputTokens = 16_384 });

    /// <summary>A model with the JSON of Llama under any id: a profile, a provisioned or custom model, or one that this version does not know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> FromId(ModelId id) => Create(id, Vision);

    /// <summary>The template that an id shows; null when it shows none.</summary>
    internal static LlamaPromptFormat? FormatOf(ModelId id) => id.BaseModel switch
    {
        { } model when model.StartsWith("meta.llama2-", StringComparison.Ordinal) => LlamaPromptFormat.Llama2,
        { } model when model.StartsWith("meta.llama3-8b", StringComparison.Ordinal) || model.StartsWith("meta.llama3-70b", StringComparison.Ordinal) =>
            LlamaPromptFormat.Llama3,
        { } model when model.StartsWith("meta.llama3-", StringComparison.Ordinal) => LlamaPromptFormat.Llama31,
        { } model when model.StartsWith("meta.llama4-", StringComparison.Ordinal) => LlamaPromptFormat.Llama4,
        _ => null,
    };

    private static StreamingModel<LlamaRequest, LlamaResponse, LlamaStreamEvent> Create(
        ModelId id, ModelCapabilities capabilities, ModelLifecycle? lifecycle = null) =>
        new(
            id,
            LlamaJsonContext.Default.LlamaRequest,
            LlamaJsonContext.Default.LlamaResponse,
            LlamaJsonContext.Default.LlamaStreamEvent,
            static streamEvent => streamEvent.StopReason is not null || streamEvent.IsServiceEnd,
            static () => new LlamaStreamFold())
        {
            CheckRequest = capabilities.Input.HasFlag(ModelModalities.Image) ? LlamaRequestCheck.Check : LlamaRequestCheck.CheckTextOnly,
            ReadMaxTokens = static request => request.MaxGenLen,
            Capabilities = capabilities,
            Lifecycle = lifecycle ?? ModelLifecycle.Active,
        };
}

/// <summary>What the Llama models take. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html</remarks>
internal static class LlamaRules
{
    private static readonly ModelRules Plain = new()
    {
        Line = "Llama 2 and 3",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP,
        Reasoning = ReplayedReasoning.None,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        BeginsWithUser = true,
        RolesAlternate = true,
    };

    // Tools, but no choice that forces one.
    private static readonly ModelRules WithTools = Plain with { Line = "Llama 3.1 to 3.3", TakesTools = true, ToolChoices = ToolChoices.Auto };

    private static readonly ModelRules Four = WithTools with { Line = "Llama 4", Profiles = ["us"] };

    public static ModelRuleEntry[] Entries { get; } =
    [
        new("meta.llama2-", Plain),
        new("meta.llama3-8b", Plain),
        new("meta.llama3-70b", Plain),
        new("meta.llama3-2-1b", Plain),
        new("meta.llama3-2-3b", Plain),
        new("meta.llama3", WithTools),
        new("meta.llama", Four),
    ];
}
