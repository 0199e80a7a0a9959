using System.Text.Json.Nodes;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Wire = Bedrock.Toolkit.Converse;

namespace Microsoft.Extensions.AI;

/// <summary>Brings the settings of a request to what its model takes: the nearest request that is valid, with one warning for each member. Used by one
/// thread, for one request.</summary>
internal sealed class ChatRuleWriter(ModelId model, ModelRules rules, ConverseRequest request, ChatFields fields, ChatWarnings warnings)
{
    private static readonly string[] ThinkingFields = ["thinking", "reasoning_config", "reasoningConfig"];

    public void Write()
    {
        DropDoubledCachePoints();
        if (!rules.IsKnown)
        {
            return;
        }

        WriteThinking();
        WriteSampling();
        WriteTools();
        WriteSystem();
        WriteCachePoints();
    }

    private void WriteThinking()
    {
        if (rules.Thinking == ModelThinking.Always && ConverseThinking.IsSwitchedOn(request.AdditionalModelRequestFields) == false)
        {
            RemoveFields(ThinkingFields);
            warnings.Add($"ChatOptions.AdditionalProperties switch thinking off, but {model} always thinks: they were left out.");
        }

        if (ConverseThinking.LacksReasoning(request, rules))
        {
            RemoveFields(ThinkingFields);
            warnings.Add(
                $"ChatOptions.Reasoning was left out: the turn that goes on has a call without its reasoning, and {model} would refuse to think about it.");
        }
    }

    private void WriteSampling()
    {
        InferenceConfiguration? config = request.InferenceConfig;
        bool thinks = rules.ExcludedByThinking != SamplingMembers.None && ConverseThinking.IsOn(request, rules);
        if (config?.Temperature is not null && !rules.Takes(SamplingMembers.Temperature))
        {
            config.Temperature = null;
            warnings.Add($"ChatOptions.Temperature was left out: {model} takes none.");
        }

        if (config?.TopP is not null && !rules.Takes(SamplingMembers.TopP))
        {
            config.TopP = null;
            warnings.Add($"ChatOptions.TopP was left out: {model} takes none.");
        }

        if (thinks && config?.Temperature is { } temperature && !temperature.Equals(1.0) && (rules.ExcludedByThinking & SamplingMembers.Temperature) != 0)
        {
            config.Temperature = null;
            warnings.Add($"ChatOptions.Temperature was left out: {model} takes none while it thinks.");
        }

        if (rules.TakesOneOfTemperatureAndTopP && config is { Temperature: not null, TopP: not null })
        {
            config.TopP = null;
            warnings.Add($"ChatOptions.TopP was left out: {model} takes Temperature or TopP, not both.");
        }

        bool hasTemperature = config?.Temperature is not null || fields["temperature"] is not null;
        if (rules.TakesOneOfTemperatureAndTopP && hasTemperature && (config?.TopP is not null || fields["top_p"] is not null))
        {
            RemoveField("top_p", "takes a temperature or top_p, not both");
            if (config?.TopP is not null)
            {
                config.TopP = null;
                warnings.Add($"ChatOptions.TopP was left out: {model} takes a temperature or top-p, not both.");
            }
        }

        if (thinks && (rules.ExcludedByThinking & SamplingMembers.Temperature) != 0 && fields["temperature"]?.ToJsonString() is not (null or "1" or "1.0"))
        {
            RemoveField("temperature", "takes none while it thinks");
        }

        if (thinks && rules.TopKField is { } topK && (rules.ExcludedByThinking & SamplingMembers.TopK) != 0 && fields.Remove(topK))
        {
            request.AdditionalModelRequestFields = fields.ToElement();
            warnings.Add($"ChatOptions.TopK was left out: {model} takes none while it thinks.");
        }

        foreach (string field in rules.RefusedFields)
        {
            if (fields.Remove(field))
            {
                request.AdditionalModelRequestFields = fields.ToElement();
                warnings.Add($"ChatOptions.AdditionalProperties[\"{field}\"] was left out: {model} refuses it.");
            }
        }

        if (config is { MaxTokens: null, Temperature: null, TopP: null, StopSequences: null, AdditionalProperties: null })
        {
            request.InferenceConfig = null;
        }
    }

    private void WriteTools()
    {
        if (request.ToolConfig is not { } config)
        {
            return;
        }

        if (!rules.TakesTools)
        {
            request.ToolConfig = null;
            warnings.Add($"ChatOptions.Tools were left out: {model} takes no tools.");
            if (config.ToolChoice is ToolChoiceAny or ToolChoiceTool)
            {
                warnings.Add($"ChatOptions.ToolMode was left out: {model} takes no tools.");
            }

            return;
        }

        if (config.ToolChoice is ToolChoiceAny or ToolChoiceTool && !rules.ForcesToolsWhileThinking && ConverseThinking.IsOn(request, rules))
        {
            Choose(ToolChoice.Auto, "takes only auto while it thinks");
        }

        if (!rules.ForcesToolsWhileThinking && ConverseThinking.IsOn(request, rules)
            && fields["tool_choice"]?["type"]?.ToJsonString() is "\"any\"" or "\"tool\"")
        {
            RemoveField("tool_choice", "takes only auto while it thinks");
        }

        ToolChoices asked = config.ToolChoice switch
        {
            ToolChoiceAuto => ToolChoices.Auto,
            ToolChoiceAny => ToolChoices.Any,
            ToolChoiceTool => ToolChoices.Named,
            _ => ToolChoices.None,
        };
        if (asked != ToolChoices.None && (rules.ToolChoices & asked) == 0)
        {
            if (asked == ToolChoices.Named && (rules.ToolChoices & ToolChoices.Any) != 0)
            {
                Choose(ToolChoice.Any, "cannot be made to call one named tool, only to call some");
            }
            else
            {
                Choose(null, "has no choice of that kind");
            }
        }
    }

    private void Choose(ToolChoice? choice, string why)
    {
        request.ToolConfig!.ToolChoice = choice;
        warnings.Add($"ChatOptions.ToolMode was sent {(choice is null ? "as none" : choice is ToolChoiceAny ? "as any" : "as auto")}: {model} {why}.");

        // The same wish, in the model's own field.
        if (fields.Remove("tool_choice"))
        {
            fields.TrySet("tool_choice", new JsonObject { ["type"] = "auto", ["disable_parallel_tool_use"] = true });
            request.AdditionalModelRequestFields = fields.ToElement();
        }
    }

    /// <summary>A system prompt that the model has no place for goes in front of the first message.</summary>
    /// <param name="isOwn">Whether the library wrote it: then nothing of the caller's was changed.</param>
    public void WriteSystem(bool isOwn = false)
    {
        if (!rules.IsKnown || rules.TakesSystem || request.System is not { Count: > 0 } system)
        {
            return;
        }

        request.System = null;
        string text = string.Join('\n', system.OfType<SystemTextContent>().Select(block => block.Text));
        if (request.Messages.FirstOrDefault(message => message.Role == ConversationRole.User) is { } first && text.Length > 0)
        {
            IEnumerable<ContentBlock> points = system.OfType<SystemCachePointContent>().Select(block => block.CachePoint).OfType<CachePointBlock>()
                .Select(point => (ContentBlock)point);
            first.Content = [new Wire.TextBlock(text), .. points, .. first.Content];
        }

        if (!isOwn)
        {
            warnings.Add($"The system prompt was sent in front of the first message: {model} takes none.");
        }
    }

    private void WriteCachePoints()
    {
        int most = rules.MaxCachePoints;
        int count = (request.ToolConfig?.Tools.Count(tool => tool is ToolCachePoint) ?? 0)
            + (request.System?.Count(block => block is SystemCachePointContent) ?? 0)
            + request.Messages.Sum(message => message.Content.Count(block => block is CachePointContent));
        if (count == 0)
        {
            return;
        }

        var points = new ChatCachePoints(model, rules, Math.Max(0, count - most), warnings);
        if (request.ToolConfig is { } config)
        {
            config.Tools = [.. config.Tools.Where(tool => tool is not ToolCachePoint { CachePoint: { } point } || points.Keeps(point, CachePlaces.Tools))];
        }

        request.System = request.System is null ? null
            : [.. request.System.Where(block => block is not SystemCachePointContent { CachePoint: { } point } || points.Keeps(point, CachePlaces.System))];
        foreach (Message message in request.Messages)
        {
            message.Content = [.. message.Content.Where(block => block is not CachePointContent { CachePoint: { } point }
                || points.Keeps(point, CachePlaces.Messages))];
        }
    }

    // Raw requests may bring points of their own.
    private void DropDoubledCachePoints()
    {
        if (request.ToolConfig is { } config)
        {
            config.Tools = [.. config.Tools.Where((tool, i) => i == 0 || tool is not ToolCachePoint || config.Tools[i - 1] is not ToolCachePoint)];
        }

        if (request.System is { } system)
        {
            request.System = [.. system.Where((block, i) => i == 0 || block is not SystemCachePointContent || system[i - 1] is not SystemCachePointContent)];
        }
    }

    private void RemoveField(string name, string why)
    {
        if (fields.Remove(name))
        {
            request.AdditionalModelRequestFields = fields.ToElement();
            warnings.Add($"ChatOptions.AdditionalProperties[\"{name}\"] was left out: {model} {why}.");
        }
    }

    private void RemoveFields(string[] names)
    {
        foreach (string name in names)
        {
            fields.Remove(name);
        }

        request.AdditionalModelRequestFields = fields.ToElement();
    }
}
