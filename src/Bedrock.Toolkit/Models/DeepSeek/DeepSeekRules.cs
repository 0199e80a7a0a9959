namespace Bedrock.Toolkit.Models;

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
