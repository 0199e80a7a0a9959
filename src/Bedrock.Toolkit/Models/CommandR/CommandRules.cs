namespace Bedrock.Toolkit.Models;

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
