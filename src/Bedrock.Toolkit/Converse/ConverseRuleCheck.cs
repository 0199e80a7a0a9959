using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>The part of the request check that looks at what the model takes. Stateless and thread-safe.</summary>
internal static class ConverseRuleCheck
{
    /// <summary>The first fault, or null; nothing is a fault of a model that nothing is known of.</summary>
    public static string? FaultOf(ConverseRequest request, ModelRules rules) => !rules.IsKnown ? null
        : FaultOfSampling(request, rules)
            ?? FaultOfTools(request, rules)
            ?? FaultOfThinking(request, rules)
            ?? FaultOfFormat(request, rules)
            ?? FaultOfSystem(request, rules)
            ?? ConverseTurnCheck.FaultOf(request.Messages, rules);

    private static string? FaultOfSampling(ConverseRequest request, ModelRules rules)
    {
        InferenceConfiguration? config = request.InferenceConfig;
        if (config?.Temperature is not null && !rules.Takes(SamplingMembers.Temperature))
        {
            return $"InferenceConfig.Temperature must be null: {rules.Line} takes no temperature.";
        }

        if (config?.TopP is not null && !rules.Takes(SamplingMembers.TopP))
        {
            return $"InferenceConfig.TopP must be null: {rules.Line} takes no share of probability.";
        }

        if (rules.TakesOneOfTemperatureAndTopP && config is { Temperature: not null, TopP: not null })
        {
            return $"InferenceConfig.Temperature and TopP exclude each other on {rules.Line}: set one of them.";
        }

        return FaultOfFields(request, rules, config);
    }

    private static string? FaultOfFields(ConverseRequest request, ModelRules rules, InferenceConfiguration? config)
    {
        JsonElement own = request.AdditionalModelRequestFields is { ValueKind: JsonValueKind.Object } given ? given : RawJson.EmptyObject;
        foreach (string refused in rules.RefusedFields)
        {
            if (own.TryGetProperty(refused, out _))
            {
                return $"AdditionalModelRequestFields must not hold '{refused}': {rules.Line} refuses it.";
            }
        }

        bool hasTemperature = own.TryGetProperty("temperature", out JsonElement ownTemperature);
        bool hasTopP = own.TryGetProperty("top_p", out _);
        if (rules.TakesOneOfTemperatureAndTopP && (hasTemperature || hasTopP)
            && (hasTemperature || config?.Temperature is not null) && (hasTopP || config?.TopP is not null))
        {
            return $"AdditionalModelRequestFields must not hold '{(hasTopP ? "top_p" : "temperature")}': temperature and top-p exclude each other on "
                + $"{rules.Line}.";
        }

        if (!ConverseThinking.IsOn(request, rules))
        {
            return null;
        }

        if (!rules.ForcesToolsWhileThinking && own.TryGetProperty("tool_choice", out JsonElement choice) && choice.TextOf("type") is "any" or "tool")
        {
            return $"AdditionalModelRequestFields must not force a tool by 'tool_choice': {rules.Line} takes only auto while it thinks.";
        }

        if ((rules.ExcludedByThinking & SamplingMembers.Temperature) != 0 && hasTemperature && ownTemperature.GetRawText() is not ("1" or "1.0"))
        {
            return $"AdditionalModelRequestFields must not hold 'temperature': {rules.Line} takes none while it thinks.";
        }

        // Thinking is done at a temperature of 1: who says so says nothing new.
        if ((rules.ExcludedByThinking & SamplingMembers.Temperature) != 0 && config?.Temperature is { } temperature && !temperature.Equals(1.0))
        {
            return $"InferenceConfig.Temperature must be null: {rules.Line} takes none while it thinks.";
        }

        return rules.TopKField is { } topK && (rules.ExcludedByThinking & SamplingMembers.TopK) != 0 && own.TryGetProperty(topK, out _)
            ? $"AdditionalModelRequestFields must not hold '{topK}': {rules.Line} takes it only while it does not think."
            : null;
    }

    private static string? FaultOfTools(ConverseRequest request, ModelRules rules)
    {
        if (request.ToolConfig is not { } config)
        {
            return null;
        }

        if (!rules.TakesTools)
        {
            return $"ToolConfig must be null: {rules.Line} takes no tools.";
        }

        if (config.ToolChoice is { } choice && ChoiceOf(choice) is var asked and not ToolChoices.None && (rules.ToolChoices & asked) == 0)
        {
            return $"ToolConfig.ToolChoice must not be '{NameOf(asked)}': {rules.Line} takes {DescribeChoices(rules.ToolChoices)}.";
        }

        for (int i = 0; rules.SchemaWords == SchemaWords.Subset && i < config.Tools.Count; i++)
        {
            if (config.Tools[i] is SpecifiedTool { ToolSpec: { Strict: true, InputSchema: JsonToolInputSchema { Json: var schema } } }
                && SchemaReduction.FaultOf(schema) is { } fault)
            {
                return $"ToolConfig.Tools[{i}].ToolSpec.InputSchema of a strict tool {fault}.";
            }
        }

        return config.ToolChoice is ToolChoiceAny or ToolChoiceTool && !rules.ForcesToolsWhileThinking && ConverseThinking.IsOn(request, rules)
            ? $"ToolConfig.ToolChoice must not force a tool: {rules.Line} takes only auto while it thinks."
            : null;
    }

    public static ToolChoices ChoiceOf(ToolChoice? choice) => choice switch
    {
        ToolChoiceAuto => ToolChoices.Auto,
        ToolChoiceAny => ToolChoices.Any,
        ToolChoiceTool => ToolChoices.Named,
        _ => ToolChoices.None,
    };

    private static string NameOf(ToolChoices choice) => choice switch
    {
        ToolChoices.Any => "any",
        ToolChoices.Named => "tool",
        _ => "auto",
    };

    private static string DescribeChoices(ToolChoices choices) => choices == ToolChoices.None
        ? "none: leave ToolChoice out"
        : "only " + string.Join(" and ",
            new[] { ToolChoices.Auto, ToolChoices.Any, ToolChoices.Named }.Where(choice => (choices & choice) != 0).Select(NameOf));

    private static string? FaultOfThinking(ConverseRequest request, ModelRules rules)
    {
        if (rules.Thinking == ModelThinking.Always && ConverseThinking.IsSwitchedOn(request.AdditionalModelRequestFields) == false)
        {
            return $"AdditionalModelRequestFields must not switch thinking off: {rules.Line} always thinks.";
        }

        return ConverseThinking.LacksReasoning(request, rules)
            ? $"Messages[{request.Messages.Count - 2}].Content must begin with the reasoning of its turn while thinking is on: leave thinking off until the "
                + "call is answered."
            : FaultOfBudget(request, rules);
    }

    private static string? FaultOfBudget(ConverseRequest request, ModelRules rules)
    {
        if (rules.Reasoning != ReplayedReasoning.Signed
            || request.AdditionalModelRequestFields is not { ValueKind: JsonValueKind.Object } own
            || !own.TryGetProperty("thinking", out JsonElement thinking) || thinking.ValueKind != JsonValueKind.Object
            || thinking.TextOf("type") != "enabled"
            || !thinking.TryGetProperty("budget_tokens", out JsonElement given)
            || given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out int budget))
        {
            return null;
        }

        if (budget < ModelRules.MinThinkingBudget)
        {
            return $"AdditionalModelRequestFields: 'thinking.budget_tokens' must be at least {ModelRules.MinThinkingBudget}; it is {budget}.";
        }

        bool isInterleaved = own.TryGetProperty("anthropic_beta", out JsonElement betas)
            && betas.GetRawText().Contains("interleaved-thinking", StringComparison.OrdinalIgnoreCase);
        return budget >= request.InferenceConfig?.MaxTokens && !isInterleaved
            ? "AdditionalModelRequestFields: 'thinking.budget_tokens' must be below InferenceConfig.MaxTokens (without the interleaved-thinking beta); it is "
                + $"{budget} of {request.InferenceConfig.MaxTokens}."
            : null;
    }

    private static string? FaultOfFormat(ConverseRequest request, ModelRules rules)
    {
        if (request.OutputConfig?.TextFormat is not { } format)
        {
            return null;
        }

        if (rules.StructuredOutput != ModelStructuredOutput.Native)
        {
            return $"OutputConfig.TextFormat must be null: {rules.Line} takes no format; StructuredOutputMode.Auto gives the answer its form by a tool.";
        }

        if (rules.FormatExcludesCitations && Cites(request))
        {
            return $"OutputConfig.TextFormat and citations exclude each other on {rules.Line}.";
        }

        return rules.SchemaWords == SchemaWords.Subset
            && format.Structure is JsonSchemaOutputStructure { JsonSchema.Schema: { Length: > 0 } schema }
            && SchemaReduction.FaultOf(schema) is { } fault
            ? $"OutputConfig.TextFormat.Structure.JsonSchema.Schema {fault}."
            : null;
    }

    /// <summary>Whether a document or a search result of the request is to be cited.</summary>
    public static bool Cites(ConverseRequest request) => request.Messages.Any(static message => message.Content.Any(static block =>
        block is DocumentContent { Document.Citations.Enabled: true } or SearchResultContent { SearchResult.Citations.Enabled: true }));

    private static string? FaultOfSystem(ConverseRequest request, ModelRules rules) =>
        !rules.TakesSystem && request.System is { Count: > 0 }
            ? $"System must be empty: {rules.Line} takes no system prompt; say it in the first message."
            : null;
}
