using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Converse;

/// <summary>Whether a request makes a model think. Stateless and thread-safe.</summary>
internal static class ConverseThinking
{
    private static readonly string[] Fields = ["thinking", "reasoning_config", "reasoningConfig"];

    public static bool IsOn(ConverseRequest request, ModelRules rules) =>
        rules.Thinking == ModelThinking.Always || (IsSwitchedOn(request.AdditionalModelRequestFields) ?? rules.ThinksByDefault);

    /// <summary>What the fields say; null when they say nothing.</summary>
    public static bool? IsSwitchedOn(JsonElement? given)
    {
        if (given is not { ValueKind: JsonValueKind.Object } fields)
        {
            return null;
        }

        foreach (string name in Fields)
        {
            if (fields.TryGetProperty(name, out JsonElement thinking))
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
    public static bool LacksReasoning(ConverseRequest request, ModelRules rules) =>
        rules is { Thinking: ModelThinking.Budget, Reasoning: ReplayedReasoning.Signed }
        && IsOn(request, rules)
        && request.Messages is [.., { } call, { } result]
        && call.Role == ConversationRole.Assistant
        && result.Content.Any(static block => block is ToolResultBlockContent)
        && call.Content.Any(static block => block is ToolUseContent)
        && !call.Content.Any(static block => block is ReasoningContent);
}
