using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>What the service refuses beyond the form of a Converse body, in its words. Stateless and thread-safe.</summary>
internal static class ConverseRefusals
{
    private const int MaxName = 64;
    private const string FromModel = "The model returned the following errors: ";

    /// <exception cref="ServiceFailure">The service refuses the request.</exception>
    public static void Check(ConverseRequest request, ModelRules rules)
    {
        CheckTools(request, rules);
        CheckTurns(request, rules);
        CheckCachePoints(request, rules);
        CheckSettings(request, rules);
    }

    private static void CheckTools(ConverseRequest request, ModelRules rules)
    {
        if (request.ToolConfig is null)
        {
            if (request.Messages.Any(message => message.Content.Any(block => block is ToolUseContent or ToolResultBlockContent)))
            {
                throw ServiceFailure.Validation("The toolConfig field must be defined when using toolUse and toolResult content blocks.");
            }

            return;
        }

        if (rules is { IsKnown: true, TakesTools: false })
        {
            throw ServiceFailure.Validation("This model doesn't support tool use.");
        }

        for (int i = 0; i < request.ToolConfig.Tools.Count; i++)
        {
            if (request.ToolConfig.Tools[i] is not SpecifiedTool { ToolSpec: { } spec })
            {
                continue;
            }

            CheckName(spec.Name, $"toolConfig.tools.{i + 1}.member.toolSpec.name");
            if (spec.InputSchema is not JsonToolInputSchema { Json: { ValueKind: JsonValueKind.Object } schema }
                || !schema.TryGetProperty("type", out JsonElement type)
                || type.ValueKind != JsonValueKind.String || !type.ValueEquals("object"))
            {
                throw ServiceFailure.Validation($"The value at toolConfig.tools.{i}.toolSpec.inputSchema.json.type must be one of the following: object.");
            }
        }

        string? choice = request.ToolConfig.ToolChoice switch
        {
            ToolChoiceAny when !rules.ToolChoices.HasFlag(ToolChoices.Any) => "any",
            ToolChoiceTool when !rules.ToolChoices.HasFlag(ToolChoices.Named) => "tool",
            _ => null,
        };
        if (rules.IsKnown && choice is not null)
        {
            throw ServiceFailure.Validation(
                $"This model doesn't support the toolConfig.toolChoice.{choice} field. Remove toolConfig.toolChoice.{choice} and try again.");
        }
    }

    private static void CheckTurns(ConverseRequest request, ModelRules rules)
    {
        List<string> open = [];
        for (int i = 0; i < request.Messages.Count; i++)
        {
            Message message = request.Messages[i];
            if (i > 0 && message.Role == request.Messages[i - 1].Role && message.Role != ConversationRole.System)
            {
                throw ServiceFailure.Validation(
                    "A conversation must alternate between user and assistant roles. Make sure the conversation alternates between user and assistant roles "
                        + "and try again.");
            }

            for (int j = 0; j < message.Content.Count; j++)
            {
                CheckBlock(message.Content[j], i, j, open, rules);
            }

            if (open.Count > 0 && message.Role == ConversationRole.User)
            {
                throw ServiceFailure.Validation($"Expected toolResult blocks at messages.{i}.content for the following Ids: {string.Join(", ", open)}");
            }

            open = [.. message.ToolCalls.Where(_ => message.Role == ConversationRole.Assistant).Select(call => call.ToolUseId)];
        }

        if (open.Count > 0)
        {
            throw ServiceFailure.Validation(
                $"Expected toolResult blocks at messages.{request.Messages.Count}.content for the following Ids: {string.Join(", ", open)}");
        }
    }

    private static void CheckBlock(ContentBlock block, int message, int index, List<string> open, ModelRules rules)
    {
        string at = $"messages.{message + 1}.member.content.{index + 1}.member";
        switch (block)
        {
            case ToolUseContent { ToolUse: { } use }:
                CheckName(use.Name, $"{at}.toolUse.name");
                CheckId(use.ToolUseId, $"{at}.toolUse.toolUseId");
                if (use.Input.ValueKind != JsonValueKind.Object)
                {
                    throw ServiceFailure.Validation(
                        $"The format of the value at messages.{message}.content.{index}.toolUse.input is invalid. Provide a json object for the field and "
                            + "try again.");
                }

                break;
            case ToolResultBlockContent { ToolResult: { } result }:
                CheckId(result.ToolUseId, $"{at}.toolResult.toolUseId");
                if (result.Type is null && !open.Remove(result.ToolUseId))
                {
                    throw ServiceFailure.Validation(
                        $"The number of toolResult blocks at messages.{message}.content exceeds the number of toolUse blocks of previous turn.");
                }

                for (int i = 0; i < result.Content.Count; i++)
                {
                    if (result.Content[i] is ToolResultJson { Json.ValueKind: not JsonValueKind.Object })
                    {
                        throw ServiceFailure.Validation(
                            $"The format of the value at messages.{message}.content.{index}.toolResult.content.{i}.json is invalid. Provide a json object "
                                + "for the field and try again.");
                    }
                }

                break;
            case ReasoningContent { Reasoning: ReasoningTextContent { ReasoningText: var text } } when rules is { IsKnown: true,
                Reasoning: ReplayedReasoning.Signed } && string.IsNullOrEmpty(text?.Signature):
                throw ServiceFailure.Validation($"{FromModel}messages.{message}.content.{index}.thinking.signature: Field required");
            case ReasoningContent when rules is { IsKnown: true, Reasoning: ReplayedReasoning.None }:
                throw ServiceFailure.Validation("User messages cannot contain reasoning content. Please remove the reasoning content and try again.");
        }
    }

    private static void CheckCachePoints(ConverseRequest request, ModelRules rules)
    {
        int points = (request.System?.Count(block => block is SystemCachePointContent) ?? 0)
            + (request.ToolConfig?.Tools.Count(tool => tool is ToolCachePoint) ?? 0)
            + request.Messages.Sum(message => message.Content.Count(block => block is CachePointContent));
        if (points > 0 && rules is { IsKnown: true, Caching: CachePlaces.None })
        {
            throw new ServiceFailure(403, "AccessDeniedException",
                "You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.");
        }

        if (points > rules.MaxCachePoints)
        {
            throw ServiceFailure.Validation($"{FromModel}A maximum of {rules.MaxCachePoints} blocks with cache_control may be provided. Found {points}.");
        }

        for (int i = 0; i < request.Messages.Count; i++)
        {
            for (int j = 1; j < request.Messages[i].Content.Count; j++)
            {
                if (request.Messages[i].Content[j] is CachePointContent && request.Messages[i].Content[j - 1] is ReasoningContent)
                {
                    throw ServiceFailure.Validation($"{FromModel}messages.{i}.content.{j}: Cache point cannot be inserted after reasoning block.");
                }
            }
        }
    }

    private static void CheckSettings(ConverseRequest request, ModelRules rules)
    {
        if (!rules.IsKnown)
        {
            return;
        }

        if (!rules.TakesSystem && request.System is { Count: > 0 })
        {
            throw ServiceFailure.Validation(
                "This model doesn't support system messages. Try again without system messages or use a model that supports system messages.");
        }

        InferenceConfiguration? config = request.InferenceConfig;
        string? refused = config?.Temperature is not null && !rules.Sampling.HasFlag(SamplingMembers.Temperature) ? "temperature"
            : config?.TopP is not null && !rules.Sampling.HasFlag(SamplingMembers.TopP) ? "top_p"
            : rules.RefusedFields.FirstOrDefault(field => request.AdditionalModelRequestFields is { ValueKind: JsonValueKind.Object } fields
                && fields.TryGetProperty(field, out _));
        if (refused is not null)
        {
            throw ServiceFailure.Validation($"{FromModel}`{refused}` is deprecated for this model.");
        }

        if (rules.TakesOneOfTemperatureAndTopP && config is { Temperature: not null, TopP: not null })
        {
            throw ServiceFailure.Validation($"{FromModel}`temperature` and `top_p` cannot both be specified for this model. Please use only one.");
        }

        if (!rules.ForcesToolsWhileThinking && Thinks(request, rules) && request.ToolConfig?.ToolChoice is ToolChoiceAny or ToolChoiceTool)
        {
            throw ServiceFailure.Validation($"{FromModel}Thinking may not be enabled when tool_choice forces tool use.");
        }
    }

    private static bool Thinks(ConverseRequest request, ModelRules rules)
    {
        if (rules.Thinking == ModelThinking.Always || request.AdditionalModelRequestFields is not { ValueKind: JsonValueKind.Object } fields
            || !(fields.TryGetProperty("thinking", out JsonElement thinking) || fields.TryGetProperty("reasoning_config", out thinking)))
        {
            return rules.Thinking == ModelThinking.Always || rules.ThinksByDefault;
        }

        return !(thinking.ValueKind == JsonValueKind.Object && thinking.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String
            && type.ValueEquals("disabled"));
    }

    private static void CheckName(string name, string at) =>
        Check(name, at, "[a-zA-Z0-9_-]+", static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static void CheckId(string id, string at) =>
        Check(id, at, "[a-zA-Z0-9_.:-]+", static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ':');

    private static void Check(string value, string at, string pattern, Func<char, bool> isAllowed)
    {
        string? rule = value.Length == 0 ? "Member must have length greater than or equal to 1"
            : value.Length > MaxName ? $"Member must have length less than or equal to {MaxName}"
            : value.All(isAllowed) ? null
            : $"Member must satisfy regular expression pattern: {pattern}";
        if (rule is not null)
        {
            throw ServiceFailure.Validation($"1 validation error detected: Value '{value}' at '{at}' failed to satisfy constraint: {rule}");
        }
    }
}
