namespace Bedrock.Toolkit.Models;

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
