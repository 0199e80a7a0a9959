namespace Bedrock.Toolkit.Models;

/// <summary>What the models with the Chat Completions body take in Converse; where the fields stand there is unconfirmed. Immutable.</summary>
/// <remarks>Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html and the model cards.</remarks>
internal static class ChatCompletionRules
{
    /// <summary>What all lines share.</summary>
    public static ModelRules Common { get; } = new()
    {
        Line = "Chat Completions",
        Sampling = SamplingMembers.Temperature | SamplingMembers.TopP | SamplingMembers.Seed | SamplingMembers.FrequencyPenalty
            | SamplingMembers.PresencePenalty,
        SeedField = "seed",
        FrequencyPenaltyField = "frequency_penalty",
        PresencePenaltyField = "presence_penalty",
        ParallelToolCallsField = "parallel_tool_calls",
        TakesTools = true,
        ToolChoices = ToolChoices.All,
        StructuredOutput = ModelStructuredOutput.Native,
        BeginsWithUser = true,
        RolesAlternate = true,
        RefusedInBody = ["min_tokens", "structured_outputs"],
    };

    /// <summary>Palmyra: the limit by its older name, because the default of 16 would cut the answer if the newer one were ignored.</summary>
    public static ModelRules Palmyra { get; } = Common with
    {
        Line = "Palmyra",
        ParallelToolCallsField = null,
        ToolChoices = ToolChoices.Auto,
        StructuredOutput = ModelStructuredOutput.OfferedTool,
        RefusedInBody = ["max_completion_tokens", "structured_outputs"],
    };

    private static readonly ModelRules Gpt = Common with
    {
        Line = "GPT-5 and later", Thinking = ModelThinking.Effort, EffortField = "reasoning.effort", RefusedEfforts = ["minimal"],
    };

    private static readonly ModelRules KimiK3 = Common with
    {
        Line = "Kimi K3",
        Thinking = ModelThinking.Effort,
        EffortField = "reasoning.effort",
        RefusedEfforts = ["minimal"],
        RefusedInBody = [.. Common.RefusedInBody, "service_tier", "image_url.detail"],
        Reasoning = ReplayedReasoning.None,
    };

    public static ModelRuleEntry[] Entries { get; } =
    [
        new("openai.gpt-oss",
            Common with { Line = "gpt-oss", Thinking = ModelThinking.Effort, EffortField = "reasoning_effort", RefusedEfforts = ["none", "minimal"] }),
        new("openai.gpt-5.6", Gpt with { Line = "GPT-5.6", Sampling = Gpt.Sampling & ~SamplingMembers.TopP }),
        new("openai.gpt-6.1-sol", Gpt with { Line = "GPT-6.1 Sol and 6.2", RefusedEfforts = ["minimal", "none"] }),
        new("openai.gpt-6.2", Gpt with { Line = "GPT-6.1 Sol and 6.2", RefusedEfforts = ["minimal", "none"] }),
        new("openai.", Gpt),
        new("deepseek.", Common with { Line = "DeepSeek V3", Thinking = ModelThinking.Effort, EffortField = "reasoning_config" }),
        new("qwen.", Common with { Line = "Qwen" }),
        new("google.gemma", Common with { Line = "Gemma" }),
        new("minimax.", Common with { Line = "MiniMax" }),
        new("moonshot.kimi-k3", KimiK3),
        new("moonshotai.kimi-k3", KimiK3),
        new("moonshot.", Common with { Line = "Kimi K2" }),
        new("moonshotai.kimi-k2", Common with { Line = "Kimi K2" }),
        new("moonshotai.", KimiK3),
        new("nvidia.", Common with { Line = "Nemotron" }),
        new("zai.", Common with { Line = "GLM" }),
        new("xai.", Common with
        {
            Line = "Grok",
            Sampling = SamplingMembers.Temperature | SamplingMembers.TopP,
            SeedField = null,
            FrequencyPenaltyField = null,
            PresencePenaltyField = null,
            ParallelToolCallsField = null,
            StructuredOutput = ModelStructuredOutput.ForcedTool,
        }),
        new("writer.", Palmyra),
    ];
}
