namespace Bedrock.Toolkit.Models;

/// <summary>What the Claude models take. Immutable.</summary>
/// <remarks>
/// That the models from Opus 4.7 on take no sampling members, and those from Opus 4.1 to 4.6 only one of two, was published by users as the service's
/// own words; that they refuse the native format too.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html and the model cards.
/// </remarks>
internal static class ClaudeRules
{
    private const SamplingMembers Usual = SamplingMembers.Temperature | SamplingMembers.TopP | SamplingMembers.TopK;

    private static readonly ModelRules Text = new()
    {
        Line = "Claude 2 and Instant",
        Sampling = Usual,
        TopKField = "top_k",
        Reasoning = ReplayedReasoning.None,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        RolesAlternate = true,
        MaxOutputTokens = 4_096,
    };

    private static readonly ModelRules Three = new()
    {
        Line = "Claude 3 and 3.5",
        Sampling = Usual,
        TopKField = "top_k",
        ParallelToolCallsField = "tool_choice",
        TakesTools = true,
        ToolChoices = ToolChoices.All,
        Reasoning = ReplayedReasoning.Signed,
        RolesAlternate = true,
        TakesToolResultStatus = true,
        ToolResultsComeFirst = true,
        ToolResultMedia = ModelModalities.Image | ModelModalities.Document,
    };

    private static readonly ModelRules ThreeCached = Three with { Line = "Claude 3.5, cached", Caching = CachePlaces.All };

    private static readonly ModelRules Four = ThreeCached with
    {
        Line = "Claude 3.7 and 4",
        Profiles = ["us", "eu", "apac", "jp", "au", "ca", "us-gov", "global"],
        Thinking = ModelThinking.Budget,
        ExcludedByThinking = SamplingMembers.Temperature | SamplingMembers.TopK,
        ForcesToolsWhileThinking = false,
        OutputWeight = 5,
    };

    private static readonly ModelRules FourOne = Four with { Line = "Claude Opus 4.1", TakesOneOfTemperatureAndTopP = true, MaxOutputTokens = 32_000 };

    private static readonly ModelRules FourFive = FourOne with
    {
        Line = "Claude 4.5",
        CachesForAnHour = true,
        StructuredOutput = ModelStructuredOutput.Native,
        FormatExcludesCitations = true,
        SchemaWords = SchemaWords.Subset,
        MaxOutputTokens = 64_000,
    };

    private static readonly ModelRules FourSix = FourFive with { Line = "Claude 4.6", Thinking = ModelThinking.Adaptive, MaxOutputTokens = null };

    private static readonly ModelRules FourSeven = FourSix with
    {
        Line = "Claude Opus 4.7 and 4.8",
        Sampling = SamplingMembers.None,
        TakesOneOfTemperatureAndTopP = false,
        TopKField = null,
        RefusedFields = ["temperature", "top_p", "top_k"],
        ExcludedByThinking = SamplingMembers.None,
        StructuredOutput = ModelStructuredOutput.ForcedTool,
        FormatExcludesCitations = false,
        MaxOutputTokens = 128_000,
    };

    private static readonly ModelRules Five = FourSeven with { Line = "Claude 5", ThinksByDefault = true };
    private static readonly ModelRules AlwaysThinking = Five with { Line = "Claude Opus 5.5, Fable and Mythos", Thinking = ModelThinking.Always };
    private static readonly ModelRules HaikuFive = FourSeven with { Line = "Claude Haiku 5.5" };

    // A model that is newer than its line here has the rules of the newest: the entries without a version stand behind those with one.
    public static ModelRuleEntry[] Entries { get; } =
    [
        new("anthropic.claude-v", Text),
        new("anthropic.claude-instant", Text),
        new("anthropic.claude-3-7", Four),
        new("anthropic.claude-3-5-sonnet-20241022", ThreeCached),
        new("anthropic.claude-3-5-haiku", ThreeCached),
        new("anthropic.claude-3-", Three),
        new("anthropic.claude-sonnet-4", Four, IsExact: true),
        new("anthropic.claude-opus-4", Four, IsExact: true),
        new("anthropic.claude-opus-4-1", FourOne, IsExact: true),
        new("anthropic.claude-sonnet-4-5", FourFive, IsExact: true),
        new("anthropic.claude-haiku-4-5", FourFive, IsExact: true),
        new("anthropic.claude-opus-4-5", FourFive, IsExact: true),
        new("anthropic.claude-sonnet-4-6", FourSix, IsExact: true),
        new("anthropic.claude-opus-4-6", FourSix, IsExact: true),
        new("anthropic.claude-opus-4-7", FourSeven, IsExact: true),
        new("anthropic.claude-opus-4-8", FourSeven, IsExact: true),
        new("anthropic.claude-opus-5", Five, IsExact: true),
        new("anthropic.claude-opus-", AlwaysThinking),
        new("anthropic.claude-haiku-", HaikuFive),
        new("anthropic.claude-fable", AlwaysThinking),
        new("anthropic.claude-mythos", AlwaysThinking),
        new("anthropic.claude-", Five),
    ];
}
