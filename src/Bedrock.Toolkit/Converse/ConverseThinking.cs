using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether a request makes a model think. Stateless and thread-safe.</summary>
public static class ConverseThinking
{
    private static readonly string[] Fields = ["thinking", "reasoning_config", "reasoningConfig"];

    /// <summary>Whether the model thinks about a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rules">What the model takes.</param>
    /// <returns>Whether it thinks: always, because the fields say so, or by default.</returns>
    public static bool IsOn(ConverseRequest request, ModelRules rules)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Thinking == ModelThinking.Always || (IsSwitchedOn(request.AdditionalModelRequestFields) ?? rules.ThinksByDefault);
    }

    /// <summary>Whether fields of a request switch thinking on or off.</summary>
    /// <param name="given">Fields beside the members of Converse.</param>
    /// <returns>What they say; null when they say nothing.</returns>
    public static bool? IsSwitchedOn(JsonElement? given)
    {
        if (given is not { ValueKind: JsonValueKind.Object } fields)
        {
            return null;
        }

        foreach (string name in Fields)
        {
            if (fields.TryGetProperty(name, out JsonElement thinking) && thinking.ValueKind != JsonValueKind.Null)
            {
                return !(thinking.ValueKind == JsonValueKind.Object
                    && thinking.TryGetProperty("type", out JsonElement type)
                    && type.ValueKind == JsonValueKind.String
                    && type.ValueEquals("disabled"));
            }
        }

        return null;
    }

    /// <summary>Whether a budget is asked for while the turn that goes on has a call without the reasoning before it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rules">What the model takes.</param>
    /// <returns>Whether the service would refuse to think about it.</returns>
    public static bool LacksReasoning(ConverseRequest request, ModelRules rules)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(rules);
        return rules is { Thinking: ModelThinking.Budget, Reasoning: ReplayedReasoning.Signed }
            && IsOn(request, rules)
            && request.Messages is [.., { } call, { } result]
            && call.Role == ConversationRole.Assistant
            && result.Content.Any(static block => block is ToolResultBlockContent)
            && call.Content.Any(static block => block is ToolUseContent)
            && !call.Content.Any(static block => block is ReasoningContent);
    }
}
