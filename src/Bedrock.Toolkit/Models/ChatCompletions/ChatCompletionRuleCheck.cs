namespace Bedrock.Toolkit.Models;

/// <summary>The part of the request check that looks at what the model takes. Stateless and thread-safe.</summary>
internal static class ChatCompletionRuleCheck
{
    // The members that a table of rules can name, and what to set in their place.
    private static readonly (string Field, string Member, Func<ChatCompletionRequest, bool> IsSet, string Advice)[] Members =
    [
        ("max_completion_tokens", nameof(ChatCompletionRequest.MaxCompletionTokens), static request => request.MaxCompletionTokens is not null,
            "set MaxTokens"),
        ("min_tokens", nameof(ChatCompletionRequest.MinTokens), static request => request.MinTokens is not null, "leave it out"),
        ("structured_outputs", nameof(ChatCompletionRequest.StructuredOutputs), static request => request.StructuredOutputs is not null, "set ResponseFormat"),
        ("service_tier", nameof(ChatCompletionRequest.ServiceTier), static request => request.ServiceTier is not null, "leave it out"),
    ];

    /// <summary>The first fault, or null; nothing is a fault of a model that nothing is known of.</summary>
    public static string? FaultOf(ChatCompletionRequest request, ModelRules rules)
    {
        if (!rules.IsKnown)
        {
            return null;
        }

        foreach ((string field, string member, Func<ChatCompletionRequest, bool> isSet, string advice) in Members)
        {
            if (rules.RefusedInBody.Contains(field) && isSet(request))
            {
                return $"{member} must be null: {rules.Line} does not take it; {advice}.";
            }
        }

        return rules.FaultOfSampling(request.Temperature is not null, request.TopP is not null, hasTopK: false)
            ?? (!rules.TakesTools && request.Tools is { Count: > 0 } ? $"Tools must be empty: {rules.Line} takes no tools." : null)
            ?? FaultOfEffort(request, rules)
            ?? FaultOfMessages(request.Messages, rules);
    }

    private static string? FaultOfEffort(ChatCompletionRequest request, ModelRules rules)
    {
        string? wanted = rules.EffortField switch
        {
            "reasoning_effort" => nameof(request.ReasoningEffort),
            "reasoning.effort" => "Reasoning.Effort",
            "reasoning_config" => nameof(request.ReasoningConfig),
            _ => null,
        };
        (string Member, string? Effort)? given =
            request.Reasoning is { } nested ? ("Reasoning.Effort", nested.Effort?.Value)
            : request.ReasoningEffort is { } flat ? (nameof(request.ReasoningEffort), flat.Value)
            : request.ReasoningConfig is { } config ? (nameof(request.ReasoningConfig), config.Value)
            : null;
        if (given is not { } effort)
        {
            return null;
        }

        if (wanted is not null && wanted != effort.Member)
        {
            return $"{effort.Member.Split('.')[0]} must be null: {rules.Line} takes {wanted}, and would ignore it.";
        }

        return effort.Effort is { } value && rules.RefusedEfforts.Contains(value) ? $"{effort.Member} must not be {value}: {rules.Line} refuses it." : null;
    }

    private static string? FaultOfMessages(IList<ChatCompletionMessage> messages, ModelRules rules)
    {
        bool takesDetail = !rules.RefusedInBody.Contains("image_url.detail");
        for (int i = 0; i < messages.Count; i++)
        {
            ChatCompletionMessage message = messages[i];
            if (rules.Reasoning == ReplayedReasoning.None && (message.ReasoningContent is not null || message.Reasoning is not null))
            {
                return $"Messages[{i}] must not hold {(message.ReasoningContent is null ? "Reasoning" : "ReasoningContent")}: {rules.Line} takes no "
                    + "reasoning of earlier turns.";
            }

            if (!takesDetail && message.Content is { StringForm: null } content && FindDetail(content) is { } part)
            {
                return $"Messages[{i}].Content[{part}].ImageUrl.Detail must be null: {rules.Line} does not take it in InvokeModel.";
            }
        }

        return null;
    }

    private static int? FindDetail(ChatCompletionContent content)
    {
        for (int i = 0; i < content.Count; i++)
        {
            if (content[i] is ChatCompletionImagePart { ImageUrl.Detail: not null })
            {
                return i;
            }
        }

        return null;
    }
}
