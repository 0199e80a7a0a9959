namespace Bedrock.Toolkit.Models;

/// <summary>The Mistral models that take one prompt, as far as this version knows them; <see cref="FromId"/> takes every other id. Thread-safe.</summary>
/// <remarks>
/// Mistral Large 24.02 takes prompts too, but stands in <see cref="MistralChatModels"/>, whose format can do more; for a prompt to it:
/// <c>MistralModels.FromId(MistralChatModels.Large2402.Id)</c>. Contexts are unconfirmed and so not given. Sources:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-text-completion.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html
/// </remarks>
public static class MistralModels
{
    /// <summary>Mistral 7B Instruct: <c>mistral.mistral-7b-instruct-v0:2</c>.</summary>
    public static StreamingModel<MistralRequest, MistralResponse, MistralStreamEvent> Mistral7BInstruct { get; } =
        Create("mistral.mistral-7b-instruct-v0:2", maxOutputTokens: 8_192);

    /// <summary>Mixtral 8x7B Instruct: <c>mistral.mixtral-8x7b-instruct-v0:1</c>.</summary>
    public static StreamingModel<MistralRequest, MistralResponse, MistralStreamEvent> Mixtral8X7BInstruct { get; } =
        Create("mistral.mixtral-8x7b-instruct-v0:1", maxOutputTokens: 4_096);

    /// <summary>Mistral Small 24.02: <c>mistral.mistral-small-2402-v1:0</c>.</summary>
    /// <remarks>Only in us-east-1.</remarks>
    public static StreamingModel<MistralRequest, MistralResponse, MistralStreamEvent> Small2402 { get; } =
        Create("mistral.mistral-small-2402-v1:0", maxOutputTokens: 8_192);

    /// <summary>A model with the JSON of the Mistral prompt under any id: a profile, a provisioned or custom model, or one that this version does not
    /// know.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public static StreamingModel<MistralRequest, MistralResponse, MistralStreamEvent> FromId(ModelId id) => Create(id, maxOutputTokens: null);

    private static StreamingModel<MistralRequest, MistralResponse, MistralStreamEvent> Create(ModelId id, int? maxOutputTokens) =>
        new(
            id,
            MistralJsonContext.Default.MistralRequest,
            MistralJsonContext.Default.MistralResponse,
            MistralJsonContext.Default.MistralStreamEvent,
            static streamEvent => streamEvent.Outputs.Any(output => output.StopReason is not null) || streamEvent.IsServiceEnd,
            static () => new MistralStreamFold())
        {
            CheckRequest = MistralRequestCheck.Check,
            ReadMaxTokens = static request => request.MaxTokens,
            Capabilities = new ModelCapabilities { MaxOutputTokens = maxOutputTokens },
        };
}

/// <summary>What the Mistral models take, of all their formats. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html</remarks>
internal static class MistralRules
{
    private static readonly ModelRules Instruct = new()
    {
        Line = "Mistral 7B and Mixtral",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP | SamplingMembers.TopK,
        TopKField = "top_k",
        Reasoning = ReplayedReasoning.None,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        BeginsWithUser = true,
        RolesAlternate = true,
        TakesSystem = false,
    };

    private static readonly ModelRules Chat = Instruct with
    {
        Line = "Mistral Large and Small of 2024",
        TakesTools = true,
        ToolChoices = ToolChoices.Auto | ToolChoices.Any,
        StructuredOutput = ModelStructuredOutput.ForcedTool,
        TakesSystem = true,
    };

    private static readonly ModelRules Pixtral =
        Chat with { Line = "Pixtral", Sampling = SamplingMembers.Temperature | SamplingMembers.TopP, TopKField = null, Profiles = ["us", "eu"] };

    private static readonly ModelRules Newer = Pixtral with
    {
        Line = "Mistral 3, Ministral, Magistral, Devstral, Voxtral",
        ToolChoices = ToolChoices.All,
        RefusedInBody = ChatCompletionRules.Common.RefusedInBody,
        Reasoning = ReplayedReasoning.Any,
        StructuredOutput = ModelStructuredOutput.Native,
        Profiles = [],
    };

    public static ModelRuleEntry[] Entries { get; } =
    [
        new("mistral.mistral-7b", Instruct),
        new("mistral.mixtral-8x7b", Instruct),
        new("mistral.mistral-large-24", Chat),
        new("mistral.mistral-small-24", Chat),
        new("mistral.pixtral", Pixtral),
        new("mistral.", Newer),
    ];
}
