using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns (temperature and the like) are left to it. Stateless
/// and thread-safe.</summary>
internal static class ClaudeRequestCheck
{
    private static void Check(ClaudeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request));
    }

    /// <summary>The check for a model.</summary>
    public static Action<ClaudeRequest> For(ModelRules rules) => request =>
    {
        Check(request);
        FamilyChecks.Refuse(ClaudeCacheCheck.FaultOf(request, rules) ?? (rules.IsKnown ? FaultOfRules(request, rules) : null));
    };

    private static string? FaultOfRules(ClaudeRequest request, ModelRules rules)
    {
        if (rules.FaultOfSampling(request.Temperature is not null, request.TopP is not null, request.TopK is not null) is { } sampling)
        {
            return sampling;
        }

        if (!rules.TakesTools && request.Tools is { Count: > 0 })
        {
            return $"Tools must be empty: {rules.Line} takes no tools.";
        }

        bool thinks = rules.Thinking == ModelThinking.Always || (request.Thinking is { } thinking ? thinking.Type != "disabled" : rules.ThinksByDefault);
        if (rules.Thinking == ModelThinking.Always && request.Thinking is { Type: "disabled" })
        {
            return $"Thinking must not be disabled: {rules.Line} always thinks.";
        }

        SamplingMembers given = (request.Temperature is null or 1 ? SamplingMembers.None : SamplingMembers.Temperature)
            | (request.TopK is null ? SamplingMembers.None : SamplingMembers.TopK);
        if (thinks && (given & rules.ExcludedByThinking) is var excluded and not SamplingMembers.None)
        {
            return $"{excluded} must be null: {rules.Line} takes no such member while it thinks.";
        }

        return FaultOfForm(request, rules) ?? (thinks && !rules.ForcesToolsWhileThinking && request.ToolChoice is { Type: "any" or "tool" }
            ? $"ToolChoice must be auto or none: {rules.Line} takes nothing else while it thinks."
            : null);
    }

    private static string? FaultOfForm(ClaudeRequest request, ModelRules rules)
    {
        if (request.OutputConfig?.Format is not null && rules.StructuredOutput != ModelStructuredOutput.Native)
        {
            return $"OutputConfig.Format must be null: {rules.Line} takes no format.";
        }

        return rules.SchemaWords != SchemaWords.Subset ? null
            : request.OutputConfig?.Format?.Schema is { ValueKind: JsonValueKind.Object } schema && SchemaReduction.FaultOf(schema) is { } fault
            ? $"OutputConfig.Format.Schema {fault}."
            : FamilyChecks.FaultOfEach(request.Tools, "Tools", static tool => tool is ClaudeTool { Strict: true, InputSchema: var input }
                && SchemaReduction.FaultOf(input) is { } fault ? $".InputSchema of a strict tool {fault}." : null);
    }

    private static string? FaultOf(ClaudeRequest request) =>
        FaultOfSettings(request)
        ?? FaultOfThinking(request)
        ?? FaultOfTools(request)
        ?? ClaudeMessageCheck.FaultOf(request);

    private static string? FaultOfSettings(ClaudeRequest request)
    {
        if (request.MaxTokens < 1)
        {
            return $"MaxTokens must be at least 1; it is {request.MaxTokens}.";
        }

        if (string.IsNullOrWhiteSpace(request.AnthropicVersion))
        {
            return "AnthropicVersion must not be blank.";
        }

        if (FamilyChecks.FaultOfNumbers(("Temperature", request.Temperature), ("TopP", request.TopP)) is { } fault)
        {
            return fault;
        }

        if (request.OutputConfig is { Effort: { Value: null } })
        {
            return "OutputConfig.Effort has no value: use one of the named values or create it from a string.";
        }

        foreach (string member in (ReadOnlySpan<string>)["model", "stream"])
        {
            if (request.AdditionalProperties?.ContainsKey(member) == true)
            {
                return $"AdditionalProperties must not hold '{member}': Bedrock takes it from the call, and refuses it in the body.";
            }
        }

        return null;
    }

    private static string? FaultOfThinking(ClaudeRequest request)
    {
        if (request.Thinking is not { } thinking)
        {
            return null;
        }

        if (thinking.AdditionalProperties?.ContainsKey("effort") == true)
        {
            return "Thinking must not hold 'effort': it belongs into OutputConfig.Effort.";
        }

        if (thinking.Display is { Value: null })
        {
            return "Thinking.Display has no value: use one of the named values or create it from a string.";
        }

        if (thinking.Type != "enabled")
        {
            return string.IsNullOrWhiteSpace(thinking.Type) ? "Thinking.Type must not be blank." : null;
        }

        if (thinking.BudgetTokens is not >= ModelRules.MinThinkingBudget)
        {
            return $"Thinking.BudgetTokens must be at least {ModelRules.MinThinkingBudget}; it is {thinking.BudgetTokens?.ToString(null, null) ?? "null"}.";
        }

        if (thinking.BudgetTokens >= request.MaxTokens && !IsInterleaved(request))
        {
            return $"Thinking.BudgetTokens must be below MaxTokens (without the interleaved-thinking beta); it is {thinking.BudgetTokens} of "
                + $"{request.MaxTokens}.";
        }

        return request.ToolChoice is { Type: "any" or "tool" }
            ? "ToolChoice must be auto or none together with Thinking: a tool cannot be forced."
            : null;
    }

    // The AWS page prints the name with a capital I.
    private static bool IsInterleaved(ClaudeRequest request) =>
        request.AnthropicBeta?.Any(beta => beta?.StartsWith("interleaved-thinking", StringComparison.OrdinalIgnoreCase) == true) == true;

    private static string? FaultOfTools(ClaudeRequest request)
    {
        if (request.ToolChoice is { } choice)
        {
            if (string.IsNullOrWhiteSpace(choice.Type))
            {
                return "ToolChoice.Type must not be blank.";
            }

            if (choice.Type == "tool" && string.IsNullOrWhiteSpace(choice.Name))
            {
                return "ToolChoice.Name must not be blank when ToolChoice.Type is 'tool'.";
            }
        }

        return FamilyChecks.FaultOfEach(request.Tools, "Tools", static tool => tool switch
        {
            null => " must not be null.",
            ClaudeUnknownTool => null,
            { Name: var name } when string.IsNullOrWhiteSpace(name) => ".Name must not be blank.",
            ClaudeTool { InputSchema.ValueKind: not JsonValueKind.Object } => ".InputSchema must be a JSON object.",
            ClaudeTool { InputSchema: var schema } when !ConverseToolCheck.IsOfObject(schema) => ".InputSchema must be of type object.",
            _ => null,
        });
    }
}
