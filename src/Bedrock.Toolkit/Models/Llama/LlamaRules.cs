namespace Bedrock.Toolkit.Models;

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
