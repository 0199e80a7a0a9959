namespace Bedrock.Toolkit.Models;

/// <summary>What the Nova models take. Immutable.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html and
/// https://docs.aws.amazon.com/nova/latest/userguide/prompt-caching.html</remarks>
internal static class NovaRules
{
    private static readonly ModelRules One = new()
    {
        Line = "Nova",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP | SamplingMembers.TopK,
        TopKField = "inferenceConfig.topK",
        TakesTools = true,
        ToolChoices = ToolChoices.All,
        Reasoning = ReplayedReasoning.None,
        Caching = CachePlaces.System | CachePlaces.Messages,
        MinCachedTokens = 1_000,
        BeginsWithUser = true,
        RolesAlternate = true,
        TakesToolResultStatus = true,
        ToolResultMedia = ModelModalities.Image,
        MaxOutputTokens = 5_000,
    };

    /// <summary>What all lines share: for an id that hides the model.</summary>
    public static ModelRules Common { get; } = One with { Reasoning = ReplayedReasoning.Any, ToolResultMedia = null, MaxOutputTokens = null };

    private static readonly ModelRules Two = One with
    {
        Line = "Nova 2",
        Thinking = ModelThinking.Effort,
        EffortField = "reasoningConfig",
        BuiltInTools = ["nova_code_interpreter", "nova_grounding"],
        Reasoning = ReplayedReasoning.Any,
        ToolResultMedia = ModelModalities.Image | ModelModalities.Document | ModelModalities.Video,
        MaxOutputTokens = 64_000,
    };

    public static ModelRuleEntry[] Entries { get; } =
    [
        new("amazon.nova-micro", One),
        new("amazon.nova-lite", One),
        new("amazon.nova-pro", One),
        new("amazon.nova-premier", One with { Line = "Nova Premier", MaxOutputTokens = 25_000 }),
        new("amazon.nova-2-", Two),
    ];
}
