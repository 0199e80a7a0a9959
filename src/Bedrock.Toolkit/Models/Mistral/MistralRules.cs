namespace Bedrock.Toolkit.Models;

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
