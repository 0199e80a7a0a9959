namespace Bedrock.Toolkit.Models;

/// <summary>What the Titan text models take. Immutable.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-text.html</remarks>
internal static class TitanRules
{
    private static readonly ModelRules Text = new()
    {
        Line = "Titan Text",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP,
        Reasoning = ReplayedReasoning.None,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        BeginsWithUser = true,
        RolesAlternate = true,
        TakesSystem = false,
    };

    public static ModelRuleEntry[] Entries { get; } = [new("amazon.titan-text", Text), new("amazon.titan-tg1", Text)];
}
